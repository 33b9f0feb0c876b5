import { z } from 'zod';
import { changeEvents, changeSchema } from './changes.ts';
import { instant } from './subjects.ts';

/** So many rows of the log are looked through for one answer: what is rare in a long log takes several. */
export const historyReach = 20_000;

/** What of the log is asked for; what is absent may be anything. */
export const historyFilter = z.object({
  subject: z.string().max(200).optional().meta({ description: 'The id of a user or team' }),
  kind: changeSchema.shape.subject.shape.kind.optional(),
  source: changeSchema.shape.source.optional(),
  outcome: changeSchema.shape.outcome.optional(),
  event: z.enum(changeEvents).optional(),
  q: z.string().trim().max(200).optional().meta({ description: 'A part of the name' }),
  from: instant.optional(),
  to: instant.optional(),
});

export const historyQuery = historyFilter.extend({
  before: z.coerce.number().int().min(1).optional().meta({ description: 'Only older rows: `next` of the answer before' }),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export const historyAnswer = z.object({
  changes: z.array(changeSchema).meta({ description: 'Newest first' }),
  next: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Give it as `before` for what follows, even where `changes` is empty; null: that was all' }),
  seq: z.number().int().meta({ description: 'The newest row; from it down to `next` was looked through' }),
});

export type HistoryFilter = z.infer<typeof historyFilter>;
export type HistoryAnswer = z.infer<typeof historyAnswer>;
