import { z } from 'zod';
import { accountTypes, connections } from '../ownership/actions.ts';
import { confidences, decisions } from './merges.ts';
import { instant, roleSchema } from './subjects.ts';

/** By what a user or team of Spekit's own was found among those that Okta pushed, the surest first. `similar-…` is proposed, never decided. */
export const matchKinds = [
  'email',
  'user-name',
  'salesforce-id',
  'federation-id',
  'alias-rule',
  'domain-rule',
  'name',
  'similar-mail',
  'similar-name',
] as const;

/** What an admin has to know of a row; those that `blocks` says so of, it waits for a decision of theirs.
 *
 *  - `several-candidates`: more than one of Okta's fit equally well
 *  - `shared-candidate`: another one of Spekit's own fits the same one of Okta's
 *  - `other-case`: the same but for upper and lower case
 *  - `inactive-in-okta`, `inactive-in-spekit`: deactivated on one side alone
 *  - `reserved-name`: a team of Spekit's that no group can become
 *  - `members-outside-okta`: members that Okta does not send; they stay in Spekit's team, which stays for them
 *  - `members-outside-group`: members that Okta sends, but not as members of the group */
export const conflictKinds = [
  'several-candidates',
  'shared-candidate',
  'other-case',
  'inactive-in-okta',
  'inactive-in-spekit',
  'reserved-name',
  'members-outside-okta',
  'members-outside-group',
] as const;

export const subjectKind = z.enum(['user', 'team']);

const candidate = z.object({
  id: z.string(),
  name: z.string(),
  /** Users: Okta's user name, by which a decision in the workbook names it. Teams: the name once more. */
  userName: z.string(),
  active: z.boolean(),
  by: z.array(z.enum(matchKinds)).meta({ description: 'The surest first' }),
  confidence: z.enum(confidences),
});

const conflict = z.object({
  kind: z.enum(conflictKinds),
  blocks: z.boolean().meta({ description: 'The row waits for a decision of an admin because of it' }),
  detail: z.string().meta({ description: 'For a person' }),
});

/** One user or team of Spekit's own, what of Okta's it may be, and what is to become of it. */
export const mappingRow = z.object({
  kind: subjectKind,
  id: z.string(),
  name: z.string(),
  userName: z.string(),
  email: z.string().nullable(),
  source: z
    .enum(['idp', 'direct', 'salesforce'])
    .nullable()
    .meta({ description: 'Users: how they came to Spekit. `idp`: by an earlier connection' }),
  role: roleSchema.nullable(),
  active: z.boolean(),
  members: z.number().int().nullable().meta({ description: 'Teams' }),
  candidates: z.array(candidate).meta({ description: 'The best first, at most 5' }),
  confidence: z.enum(confidences).meta({ description: 'Of the best candidate' }),
  conflicts: z.array(conflict),
  /** Null: an admin has to decide. */
  decision: z.enum(decisions).nullable(),
  /** The id of Okta's that it is merged with, or kept beside. */
  with: z.string().nullable(),
  /** `match`: it follows from the match. `admin`: somebody said so. `nobody`: there is nothing to decide. Null: it is not decided. */
  decidedBy: z.enum(['match', 'admin', 'nobody']).nullable(),
});

const counted = z.object({
  total: z.number().int(),
  undecided: z.number().int(),
  by: z.partialRecord(z.enum(matchKinds), z.number().int()).meta({ description: 'Rows by their best candidate’s surest reason' }),
  confidence: z.partialRecord(z.enum(confidences), z.number().int()),
  conflicts: z.partialRecord(z.enum(conflictKinds), z.number().int()),
  decisions: z.partialRecord(z.enum(decisions), z.number().int()),
});

export const completed = z.object({
  run: z.number().int(),
  at: instant,
  by: z.string().meta({ description: 'The role of the token, or `command-line`' }),
  users: z.number().int(),
  teams: z.number().int(),
  undoUntil: instant,
  undoneAt: instant.nullable(),
});

export const mappingRules = z.object({
  /** One person’s address in Spekit, and the same person’s in Okta. */
  aliases: z.array(z.object({ from: z.email().max(320), to: z.email().max(320) })).max(5000),
  /** Every address of `from` is the one of the same local part at `to`. With or without the `@`. */
  domains: z.array(z.object({ from: z.string().max(254), to: z.string().max(254) })).max(500),
});

export const mappingStatus = z.object({
  account: z.object({ id: z.string(), type: z.enum(accountTypes), connection: z.enum(connections) }),
  /** Okta’s last write, and whether it is so recent that more is to be expected. */
  push: z.object({ lastAt: instant.nullable(), underWay: z.boolean() }),
  okta: z.object({ users: z.number().int(), teams: z.number().int() }),
  spekit: z.object({ users: z.number().int(), teams: z.number().int(), importedUsers: z.number().int(), importedTeams: z.number().int() }),
  users: counted,
  teams: counted,
  rules: mappingRules,
  workbook: z.object({ version: z.number().int(), fileName: z.string() }),
  lastCompleted: completed.nullable(),
  /** The state of the directory that the matches show. While Okta pushes it may lag behind for some seconds. */
  seq: z.number().int(),
});

export const mappingRowsQuery = z.object({
  kind: subjectKind.default('user'),
  confidence: z.enum(confidences).optional(),
  by: z.enum(matchKinds).optional(),
  conflict: z.enum(conflictKinds).optional(),
  decision: z.enum(decisions).optional(),
  decided: z.enum(['true', 'false']).optional(),
  q: z.string().max(200).optional().meta({ description: 'A part of a name, user name or email, of Spekit’s or Okta’s' }),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const mappingRowsAnswer = z.object({ rows: z.array(mappingRow), total: z.number().int(), seq: z.number().int() });

/** What is wrong with a row, a cell or the whole, and what to do. */
export const mappingProblem = z.object({
  code: z.string(),
  sheet: z.string().nullable(),
  row: z.number().int().nullable().meta({ description: 'As a spreadsheet counts: the first is 1' }),
  column: z.string().nullable(),
  value: z.string().nullable(),
  detail: z.string().meta({ description: 'For a person: what is wrong and what to do' }),
});
export type MatchKind = (typeof matchKinds)[number];
export type Confidence = (typeof confidences)[number];
export type ConflictKind = (typeof conflictKinds)[number];
export type MappingDecision = (typeof decisions)[number];
export type MappingRow = z.infer<typeof mappingRow>;
export type MappingRules = z.infer<typeof mappingRules>;
export type MappingStatus = z.infer<typeof mappingStatus>;
export type MappingProblem = z.infer<typeof mappingProblem>;
/** As it is asked: what is left out has its default. */
export type MappingRowsQuery = Partial<z.output<typeof mappingRowsQuery>>;
export type MappingRowsAnswer = z.infer<typeof mappingRowsAnswer>;
