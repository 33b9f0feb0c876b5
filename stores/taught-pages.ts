import { z } from 'zod';
import { pageSchema } from '../contract/page-declaration.ts';
import { defineStored, type Stored } from './stored.ts';

/** By id of the page. `at`: ms since 1970. */
export const taughtPagesSchema = z.record(z.string(), z.object({ page: pageSchema, at: z.number().int().min(0) }));

export type TaughtPages = z.infer<typeof taughtPagesSchema>;

/** What somebody has pointed at on this computer: pages as they are now, in the place of those built in and of a page pack's. */
export const taughtPages: Stored<TaughtPages> = defineStored({
  key: 'taught-pages',
  area: 'local',
  version: 1,
  schema: taughtPagesSchema,
  initial: {},
  migrations: {},
});
