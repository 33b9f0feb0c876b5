import { z } from 'zod';
import type { Connected } from './settings-schema.ts';
import { defineStored, type Stored } from './stored.ts';

/** An app whose page was open in Okta's admin console. */
export const seenAppSchema = z.object({
  /** The console, e.g. `acme-admin.okta.com`. */
  host: z.string(),
  /** The app's name in the console's paths, e.g. `acme_spekit_1`. */
  appName: z.string(),
  /** `0oa…` */
  instanceId: z.string(),
  /** The app's name as the page shows it. */
  label: z.string(),
});

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
  /** Every app whose page was open, Spekit's or not, for an admin to say which one is; the least recently seen first. */
  apps: z.array(seenAppSchema),
});

export type SeenApp = z.infer<typeof seenAppSchema>;
export type Okta = z.infer<typeof oktaSchema>;

/** Null: not known. */
export type RecognisedApp = Pick<Okta, 'host' | 'appName' | 'instanceId'>;

const first = z.looseObject({
  host: z.string().nullable(),
  appName: z.string().nullable(),
  instanceId: z.string().nullable(),
  label: z.string().nullable(),
});

export const okta: Stored<Okta> = defineStored({
  key: 'okta',
  area: 'local',
  version: 2,
  schema: oktaSchema,
  initial: { host: null, appName: null, instanceId: null, label: null, groups: {}, apps: [] },
  migrations: {
    2(older) {
      const known = first.parse(older);
      const { host, appName, instanceId, label } = known;
      const apps = host && appName && instanceId ? [{ host, appName, instanceId, label: label ?? '' }] : [];
      return { ...known, apps };
    },
  },
});

/** The app of Okta's that is Spekit's for a profile: the one that is set, else the one recognised on one of its consoles. */
export function appOf(seen: Okta, { oktaAppInstanceId, oktaHosts }: Pick<Connected, 'oktaAppInstanceId' | 'oktaHosts'>): RecognisedApp {
  const isIts = (host: string | null) => oktaHosts.length === 0 || (host !== null && oktaHosts.includes(host));
  const apps = seen.apps.filter(({ host }) => isIts(host));
  const set = apps.findLast(({ instanceId }) => instanceId === oktaAppInstanceId);
  if (set) return set;
  const { host, appName, instanceId } = seen;
  const recognised = isIts(host) ? { host, appName, instanceId } : apps.findLast((app) => /spekit/i.test(`${app.label} ${app.appName}`));
  const known = recognised ?? { host: oktaHosts[0] ?? null, appName: null, instanceId: null };
  return oktaAppInstanceId === '' ? known : { ...known, instanceId: oktaAppInstanceId };
}
