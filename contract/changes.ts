import { z } from 'zod';
import { instant } from './subjects.ts';
import { roleOfToken } from './tokens.ts';

/** What happened, `<subject>.<past tense>`. A refused request names what it asked for. */
export const changeEvents = [
  'user.created',
  'user.updated',
  'user.deactivated',
  'user.reactivated',
  'user.deleted',
  'user.role-changed',
  'team.created',
  'team.renamed',
  'team.description-changed',
  'team.access-changed',
  'team.members-added',
  'team.members-removed',
  'team.synced',
  'team.released',
  'team.deleted',
  'account.staging',
  'account.connected',
  'account.disconnected',
  'user.merged',
  'user.unmerged',
  'team.merged',
  'team.unmerged',
  'mapping.decided',
  'mapping.completed',
  'mapping.undone',
  'request.refused',
] as const;

/** A row of the change log: the one source of history, live updates and status. */
export const changeSchema = z.object({
  seq: z.number().int().meta({ description: 'Grows by one with each row of the account, without gaps' }),
  at: instant,
  source: z.enum(['okta', 'spekit', 'companion']).meta({ description: 'Who asked for it: SCIM, the Spekit side, or the companion itself' }),
  event: z.enum(changeEvents),
  outcome: z.enum(['applied', 'unchanged', 'refused']),
  subject: z.object({ kind: z.enum(['user', 'team', 'account']), id: z.string().nullable(), name: z.string() }),
  /** For refusals: the rule's id or the SCIM error's scimType. */
  reason: z.string().nullable(),
  /** For refusals: the very words that the asker was answered, and that Okta's admin sees. */
  detail: z.string().nullable(),
  /** Names of the members added or removed (at most 20), the old name, and the like. */
  facts: z.object({
    count: z.number().int().optional(),
    names: z.array(z.string()).optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    /** Who changed the connection or decided: the role of their token, or the companion's command line. */
    by: z.enum([...roleOfToken.options, 'command-line']).optional(),
    /** What was decided of it in the mapping, and in which row of the workbook. */
    decision: z.string().optional(),
    row: z.number().int().optional(),
  }),
  relayed: z.number().int().nullable().optional().meta({
    description:
      'Ms that Spekit took over the request, where the companion passed it on; null, or absent from an older companion: it did not',
  }),
});

export const changesPage = z.object({
  changes: z.array(changeSchema).meta({ description: 'Oldest first' }),
  seq: z.number().int().meta({ description: 'The newest sequence number of the account' }),
  more: z.boolean().meta({ description: 'There are further rows after the last one given' }),
});

export type ChangeEvent = (typeof changeEvents)[number];
/** Who asked, as the log keeps it of changes of the connection and of the mapping. */
export type Actor = NonNullable<z.infer<typeof changeSchema>['facts']['by']>;
export type Change = z.infer<typeof changeSchema>;
export type ChangesPage = z.infer<typeof changesPage>;
