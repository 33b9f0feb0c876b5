import { z } from 'zod';
import { defineStored, type Stored } from './stored.ts';

/** Whom an admin has pointed at on a page of a host app, in a window whose side panel follows the page. */
export const pointedSubject = z.object({ kind: z.enum(['user', 'team']), id: z.string().min(1).max(200), name: z.string().max(500) });

/** `at`: ms since 1970. Null: nobody yet. */
const pointedSchema = z.object({ windowId: z.int(), at: z.int(), subject: pointedSubject }).nullable();

export type Pointed = z.infer<typeof pointedSchema>;

/** The last of them, for the panel to show. Forgotten with the browser's session. */
export const pointed: Stored<Pointed> = defineStored<Pointed>({
  key: 'pointed',
  area: 'session',
  version: 1,
  schema: pointedSchema,
  initial: null,
  migrations: {},
});
