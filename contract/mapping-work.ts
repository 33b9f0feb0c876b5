import { z } from 'zod';
import { completed, mappingProblem, mappingRow, mappingStatus, subjectKind } from './mapping.ts';
import { decisions } from './merges.ts';

export const decisionsRequest = z.object({
  decisions: z
    .array(
      z.object({
        kind: subjectKind,
        id: z.string().max(200),
        /** Null takes an earlier decision back. */
        decision: z.enum(decisions).nullable(),
        /** The id of Okta’s; may be left out where there is one best candidate. */
        with: z.string().max(200).nullable().optional(),
      }),
    )
    .min(1)
    .max(500),
});
export const decisionsAnswer = z.object({ rows: z.array(mappingRow) });

const numbers = z.object({
  mergedUsers: z.number().int(),
  mergedTeams: z.number().int(),
  keptUsers: z.number().int().meta({ description: 'Spekit’s own, as they are, unconnected' }),
  keptTeams: z.number().int(),
  newUsers: z.number().int().meta({ description: 'Okta’s, whom Spekit had not' }),
  newTeams: z.number().int(),
  rolesKept: z.number().int(),
  membershipsMoved: z.number().int(),
  undecided: z.number().int(),
  connects: z.boolean().meta({ description: 'Completing finishes the connection' }),
});
export const previewQuery = z.object({
  q: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** The digest of the workbook that was checked last; without it, what is decided on the rows. */
  workbook: z.string().max(100).optional(),
});
export const previewLine = z.object({
  kind: subjectKind,
  id: z.string(),
  name: z.string(),
  decision: z.enum(decisions).nullable(),
  with: z.object({ id: z.string(), name: z.string(), userName: z.string() }).nullable(),
  detail: z.string().meta({ description: 'For a person: what will happen' }),
});
export const previewAnswer = z.object({ numbers, lines: z.array(previewLine), total: z.number().int(), seq: z.number().int() });

/** What a workbook that was sent would do. Nothing has changed by asking. */
export const checkAnswer = z.object({
  problems: z.array(mappingProblem).meta({ description: 'At most 1,000. As long as there is one, nothing can be completed' }),
  problemCount: z.number().int(),
  /** Who joined, or changed, since the workbook was made, and has to be decided on: only these are asked about. */
  asked: z.array(mappingRow),
  numbers: numbers.nullable().meta({ description: 'Null where the workbook cannot be read' }),
  digest: z.string().meta({ description: 'Of the workbook; the same one is completed once' }),
  alreadyCompleted: z.boolean(),
});
export const checkQuery = z.object({
  answer: z.enum(['json', 'workbook']).default('json').meta({ description: '`workbook`: the same workbook with its problems marked' }),
});

export const completeAnswer = z.object({
  account: mappingStatus.shape.account,
  numbers,
  run: completed,
  already: z.boolean().meta({ description: 'This workbook was completed before: nothing was done now' }),
});
export const undoAnswer = z.object({
  account: mappingStatus.shape.account,
  users: z.number().int(),
  teams: z.number().int(),
});

export type MappingNumbers = z.infer<typeof numbers>;
export type PreviewLine = z.infer<typeof previewLine>;
export type CheckAnswer = z.infer<typeof checkAnswer>;
export type CompleteAnswer = z.infer<typeof completeAnswer>;
export type UndoAnswer = z.infer<typeof undoAnswer>;
export type Decisions = z.infer<typeof decisionsRequest>['decisions'];
export type DecisionsAnswer = z.infer<typeof decisionsAnswer>;
export type PreviewAnswer = z.infer<typeof previewAnswer>;
/** As it is asked: what is left out has its default. */
export type PreviewQuery = Partial<z.output<typeof previewQuery>>;
