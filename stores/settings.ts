import { z } from 'zod';
import { type ManagedSettings, managedSettings } from './policy.ts';
import { asIn, profileInUse, profileOfHost } from './profiles.ts';
import { nothingSet, type SettingName, type Settings, settingNames, settingsSchema, settingsVersion } from './settings-schema.ts';
import { defineStored, type Stored } from './stored.ts';

export { managedSettings, type SettingName, type Settings, settingNames };

const first = z.object({ companionUrl: z.string(), token: z.string(), oktaAppInstanceId: z.string() });

export const settings: Stored<Settings> = defineStored({
  key: 'settings',
  area: 'local',
  version: settingsVersion,
  schema: settingsSchema,
  initial: nothingSet,
  migrations: {
    2: (older) => ({
      ...first.parse(older),
      ...{ name: '', oktaHosts: [], profiles: [], profile: '' },
      ...{ oktaMarks: true, oktaStrips: true, oktaNotices: true, spekitMarks: true, spekitStrips: true, spekitNotices: true },
      ...{ quietFrom: '', quietTo: '', theme: 'system', language: 'browser' },
    }),
  },
});

/** What was saved with what policy says in its place. Tokens that policy leaves out of its profiles are those that were entered for them. */
export function withPolicy(saved: Settings, managed: ManagedSettings): Settings {
  const { notifyRefusals: _, profiles, ...others } = managed;
  const filled = profiles?.map((one) => ({ ...one, token: one.token || (saved.profiles.find(({ id }) => id === one.id)?.token ?? '') }));
  return { ...saved, ...others, ...(filled && { profiles: filled }) };
}

/** What holds: policy where it says something, else what was saved, with the connection of the profile in use. */
export function overlay(saved: Settings, managed: ManagedSettings): Settings {
  const all = withPolicy(saved, managed);
  return asIn(all, profileInUse(all));
}

/** The fields that cannot be changed here, since policy sets them. */
export function lockedFields(managed: ManagedSettings): SettingName[] {
  return settingNames.filter((name) => managed[name] !== undefined);
}

/** The settings that hold now: with the connection of the profile that a console of Okta's asks, where one is named (none: that host belongs
 *  to no profile), else of the one in use. */
export async function effectiveSettings(oktaHost?: string): Promise<Settings> {
  const [saved, managed] = await Promise.all([settings.read(), managedSettings.read()]);
  const all = withPolicy(saved, managed);
  return asIn(all, oktaHost === undefined ? profileInUse(all) : profileOfHost(all, oktaHost));
}
