import { z } from 'zod';
import { changeEvents, changeSchema } from './changes.ts';
import { instant } from './subjects.ts';

/** So many rows of the log are looked through for one answer: what is rare in a long log takes several. */
export const historyReach = 20_000;

export const historyQuery = z.object({
  before: z.coerce.number().int().min(1).optional().meta({ description: 'Only older rows: `next` of the answer before' }),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  subject: z.string().max(200).optional().meta({ description: 'The id of a user or team' }),
  kind: changeSchema.shape.subject.shape.kind.optional(),
  source: changeSchema.shape.source.optional(),
  outcome: changeSchema.shape.outcome.optional(),
  event: z.enum(changeEvents).optional(),
  q: z.string().trim().max(200).optional().meta({ description: 'A part of the name' }),
  from: instant.optional(),
  to: instant.optional(),
});

export const historyAnswer = z.object({
  changes: z.array(changeSchema).meta({ description: 'Newest first' }),
  next: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Give it as `before` for what follows, even where `changes` is empty; null: that was all' }),
  /** How far back was looked, for who waits: rows from `seq` down to `next`. */
  seq: z.number().int(),
});

export type HistoryAnswer = z.infer<typeof historyAnswer>;
