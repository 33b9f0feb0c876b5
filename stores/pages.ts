import { z } from 'zod';
import { defineStored, type Stored } from './stored.ts';

const count = z.number().int().min(0).max(1_000_000);

/** What a content script says of the page in its tab. */
export const pageReportSchema = z.object({
  page: z.string().min(1).max(100),
  managed: z.object({ idp: count, spekit: count, unknown: count }),
  missing: z.array(z.string().max(200)).max(100),
  by: z
    .record(z.string().max(200), z.int().min(-1).max(100))
    .refine((parts) => Object.keys(parts).length <= 200, 'At most 200 parts')
    .optional(),
});

/** By tab id. `at`: ms since 1970. */
export const pagesSchema = z.record(z.string(), pageReportSchema.extend({ at: z.number().int(), url: z.string() }));

export type Pages = z.infer<typeof pagesSchema>;

/** What the open tabs show. Forgotten with the browser's session. */
export const pages: Stored<Pages> = defineStored({
  key: 'pages',
  area: 'session',
  version: 1,
  schema: pagesSchema,
  initial: {},
  migrations: {},
});
