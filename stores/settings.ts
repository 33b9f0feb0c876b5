import browser from 'webextension-polyfill';
import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { defineStored, type Stored } from './stored.ts';

/** Every setting, `''` where not set. An administrator may set each of them by policy under the same name (`public/managed-schema.json`). */
export const settingsSchema = z.object({
  /** The companion's origin, e.g. `http://127.0.0.1:4680`. */
  companionUrl: z.string().max(2048),
  /** The companion's admin token. Never leaves the worker and our own pages. */
  token: z.string().max(1024),
  /** Which app of Okta is Spekit's (`0oa…`), where it is to be another than the one recognised. */
  oktaAppInstanceId: z.string().max(64),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

export const settings: Stored<Settings> = defineStored({
  key: 'settings',
  area: 'local',
  version: 1,
  schema: settingsSchema,
  initial: { companionUrl: '', token: '', oktaAppInstanceId: '' },
  migrations: {},
});

/** What policy sets: exactly these fields are locked. */
export type ManagedSettings = Partial<Settings>;

interface Managed {
  store: StoreApi<{ ready: boolean; value: ManagedSettings }>;
  read(): Promise<ManagedSettings>;
}

/** What an administrator has set by policy (`storage.managed`). Read-only. A field of the wrong form is left out. */
export const managedSettings: Managed = defineManaged();

/** What holds: policy where it says something, else what was saved. */
export function overlay(saved: Settings, managed: ManagedSettings): Settings {
  return { ...saved, ...managed };
}

/** The fields that cannot be changed here, since policy sets them. */
export function lockedFields(managed: ManagedSettings): SettingName[] {
  return settingNames.filter((name) => managed[name] !== undefined);
}

/** The settings that hold now. */
export async function effectiveSettings(): Promise<Settings> {
  const [saved, managed] = await Promise.all([settings.read(), managedSettings.read()]);
  return overlay(saved, managed);
}

export const settingNames: readonly SettingName[] = settingsSchema.keyof().options;

function defineManaged(): Managed {
  const store = createStore<{ ready: boolean; value: ManagedSettings }>(() => ({ ready: false, value: {} }));

  async function read(): Promise<ManagedSettings> {
    if (!browser.storage.onChanged.hasListener(onChanged)) browser.storage.onChanged.addListener(onChanged);
    const value = parseManaged(await readPolicy());
    if (!store.getState().ready) store.setState({ ready: true, value });
    return value;
  }

  function onChanged(_changes: unknown, area: string): void {
    if (area === 'managed') void read().then((value) => store.setState({ ready: true, value }));
  }

  void read();
  return { store, read };
}

/** Where no administrator has written a policy, Firefox rejects and Chrome gives nothing: both mean that nothing is managed. */
async function readPolicy(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get([...settingNames]);
  } catch {
    return {};
  }
}

function parseManaged(policy: Record<string, unknown>): ManagedSettings {
  const value: ManagedSettings = {};
  for (const name of settingNames) {
    const parsed = settingsSchema.shape[name].min(1).safeParse(policy[name]);
    if (parsed.success) value[name] = parsed.data;
  }
  return value;
}
