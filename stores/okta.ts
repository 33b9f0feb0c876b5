import { z } from 'zod';
import { defineStored, type Stored } from './stored.ts';

/** What an admin's open Okta pages have shown: the Spekit app, and the ids of groups, which SCIM does not tell. */
export const oktaSchema = z.object({
  /** The admin console that the app belongs to, e.g. `acme-admin.okta.com`. */
  host: z.string().nullable(),
  /** The app's name in the console's paths, e.g. `acme_spekit_1`. */
  appName: z.string().nullable(),
  /** `0oa…` */
  instanceId: z.string().nullable(),
  /** The app's name as the page shows it. */
  label: z.string().nullable(),
  /** host → folded group name → `00g…`; the least recently seen first. */
  groups: z.record(z.string(), z.record(z.string(), z.string())),
});

export type Okta = z.infer<typeof oktaSchema>;

export const okta: Stored<Okta> = defineStored({
  key: 'okta',
  area: 'local',
  version: 1,
  schema: oktaSchema,
  initial: { host: null, appName: null, instanceId: null, label: null, groups: {} },
  migrations: {},
});
