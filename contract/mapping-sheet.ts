import { z } from 'zod';
import { mappingProblem } from './mapping.ts';

/** Parts of the form in which Spekit's sheet goes beside what it was before it was filled. */
export const sheetForm = {
  sheet: 'The sheet (.xlsx), filled or not',
  original: 'The sheet as Spekit gave it (.xlsx), or the `original` that an earlier check of it answered: to be compared with',
} as const;

/** Characters of an `original`: of 100,000 rows. */
export const mostOfOriginal = 8_000_000;

/** How the sheet stands that Spekit gives an admin to fill at connection. Nothing has changed by asking, and nothing of it is kept. */
export const sheetCheckAnswer = z.object({
  sheet: z.string().meta({ description: 'Name of the sheet within the workbook' }),
  people: z.number().int(),
  filled: z.number().int().meta({ description: 'With an address in “IDP Email”' }),
  empty: z.array(z.number().int()).meta({ description: 'Rows without one, at most 1,000. Spekit connects nobody by them' }),
  emptyCount: z.number().int(),
  fillable: z.number().int().meta({ description: 'Empty rows for which the address in Okta is certain' }),
  compared: z.boolean().meta({ description: 'Whether there was an original to compare the first two columns and the rows with' }),
  problems: z.array(mappingProblem).meta({ description: 'At most 1,000' }),
  problemCount: z.number().int(),
  original: z.string().meta({
    description:
      'Digests of the first two columns as they were first, without a word of theirs: to be sent as `original` with the next check',
  }),
});

export type SheetCheckAnswer = z.infer<typeof sheetCheckAnswer>;
