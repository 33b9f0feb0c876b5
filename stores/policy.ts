import browser from 'webextension-polyfill';
import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { profileSchema, settingsSchema } from './settings-schema.ts';

/** As an administrator writes them: what is left out of a profile is not set, and each without an id is known by its place. */
const { id, token, oktaHosts, oktaAppInstanceId } = profileSchema.shape;
const managedProfile = profileSchema.extend({
  id: id.optional(),
  token: token.default(''),
  oktaHosts: oktaHosts.default([]),
  oktaAppInstanceId: oktaAppInstanceId.default(''),
});
const managedProfiles = z
  .array(managedProfile)
  .max(20)
  .transform((all) => all.map((one, index) => ({ ...one, id: one.id ?? `policy-${index + 1}` })));

/** Every setting, as policy may set it. */
export const managedSchema = settingsSchema.extend({ profiles: managedProfiles, notifyRefusals: z.boolean() });

/** What policy sets: exactly these fields are locked. */
export type ManagedSettings = Partial<z.infer<typeof managedSchema>>;
export type ManagedName = keyof ManagedSettings;

export const managedNames: readonly ManagedName[] = managedSchema.keyof().options;

interface Managed {
  store: StoreApi<{ ready: boolean; value: ManagedSettings }>;
  read(): Promise<ManagedSettings>;
}

/** What an administrator has set by policy (`storage.managed`). Read-only. A field that is empty or of the wrong form is left out. */
export const managedSettings: Managed = defineManaged();

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
    return await browser.storage.managed.get([...managedNames]);
  } catch {
    return {};
  }
}

function parseManaged(policy: Record<string, unknown>): ManagedSettings {
  const found = managedNames.flatMap((name) => {
    const parsed = managedSchema.shape[name].safeParse(policy[name]);
    return parsed.success && !isEmpty(parsed.data) ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(found);
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}
