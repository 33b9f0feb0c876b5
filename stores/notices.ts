import { z } from 'zod';
import { defineStored, type Stored } from './stored.ts';

/** Which of what happens is told by a notification of the system's. Nothing, unless somebody has switched it on. */
export const noticesSchema = z.object({ refusals: z.boolean() });

export type Notices = z.infer<typeof noticesSchema>;

export const notices: Stored<Notices> = defineStored({
  key: 'notices',
  area: 'local',
  version: 1,
  schema: noticesSchema,
  initial: { refusals: false },
  migrations: {},
});
