import { z } from 'zod';
import { defineStored, type Stored } from './stored.ts';

/** Whether the browser has refused to keep what the worker learned last (the disk or the extension's share of it is full). Kept for the
 *  browser's session alone, in memory: there is room for it where there is none on the disk. */
export const unkept: Stored<{ refused: boolean }> = defineStored({
  key: 'unkept',
  area: 'session',
  version: 1,
  schema: z.object({ refused: z.boolean() }),
  initial: { refused: false },
  migrations: {},
});
