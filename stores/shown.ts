import { z } from 'zod';
import { oktaSettingSchema } from '../contract/page-declaration.ts';
import { defineStored, type Stored } from './stored.ts';

const at = z.number();
const appSchema = z.object({
  /** How it was set, and when that was seen. */
  settings: z.partialRecord(oktaSettingSchema, z.object({ on: z.boolean(), at })),
  /** Folded name of a group that assigns the app → when that was seen. */
  assigned: z.record(z.string(), at),
});

/** What open pages of Okta have shown of how the Spekit app is set and used, which SCIM does not tell. Times in ms since 1970. */
export const shownSchema = z.object({
  /** By instance id (`0oa…`). */
  apps: z.record(z.string(), appSchema),
  /** By host and folded name of a group: how many members its page showed, and how many of those Spekit had not got. */
  members: z.record(z.string(), z.record(z.string(), z.object({ seen: z.int(), missing: z.int(), at }))),
});

export type Shown = z.infer<typeof shownSchema>;
export type ShownApp = z.infer<typeof appSchema>;

export const shown: Stored<Shown> = defineStored({
  key: 'shown',
  area: 'local',
  version: 1,
  schema: shownSchema,
  initial: { apps: {}, members: {} },
  migrations: {},
});
