import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { z } from 'zod';
import managedJson from '../public/managed-schema.json' with { type: 'json' };
import { languages } from '../scripts/locales/catalogs.ts';
import { type ManagedSettings, managedSchema } from './policy.ts';
import { withProfile } from './profiles.ts';
import { effectiveSettings, lockedFields, managedSettings, settingNames, settings, withPolicy } from './settings.ts';
import { chosenLanguages, nothingSet } from './settings-schema.ts';

beforeEach(() => fakeBrowser.reset());

test('policy wins over what was saved, and locks exactly its fields', async () => {
  await settings.write((old) => ({ ...old, companionUrl: 'http://127.0.0.1:4680', token: 'mine' }));
  await fakeBrowser.storage.managed.set({ companionUrl: 'https://sourcemark.acme.example' });
  expect(await effectiveSettings()).toEqual({ ...nothingSet, companionUrl: 'https://sourcemark.acme.example', token: 'mine' });
  expect(lockedFields(await managedSettings.read())).toEqual(['companionUrl']);
  expect((await settings.read()).companionUrl).toBe('http://127.0.0.1:4680');
});

test('a policy field that is empty or of the wrong form locks nothing', async () => {
  await fakeBrowser.storage.managed.set({ companionUrl: '', token: 12, other: 'x' });
  expect(await managedSettings.read()).toEqual({});
});

test('without any policy, as Firefox says by rejecting, nothing is managed', async () => {
  const get = vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
  expect(await managedSettings.read()).toEqual({});
  get.mockRestore();
});

test('a policy that changes is followed', async () => {
  await managedSettings.read();
  await fakeBrowser.storage.managed.set({ oktaAppInstanceId: '0oa1' });
  await vi.waitFor(() => expect(managedSettings.store.getState()).toEqual({ ready: true, value: { oktaAppInstanceId: '0oa1' } }));
});

test('every setting can be set by policy: it holds, and is locked', async () => {
  const policy: Required<ManagedSettings> = {
    ...{ companionUrl: 'https://a.example', token: 't', oktaAppInstanceId: '0oa12345', name: 'Acme', oktaHosts: ['acme-admin.okta.com'] },
    ...{ profiles: [{ id: 'b', name: 'B', companionUrl: 'https://b.example', token: 'u', oktaHosts: [], oktaAppInstanceId: '' }] },
    ...{ profile: 'b', oktaMarks: false, oktaStrips: false, oktaNotices: false, spekitMarks: false, spekitStrips: false },
    ...{ spekitNotices: false, quietFrom: '18:00', quietTo: '08:00', theme: 'dark', language: 'ja', notifyRefusals: true },
  };
  await fakeBrowser.storage.managed.set(policy);
  expect(await managedSettings.read()).toEqual(policy);
  expect(lockedFields(policy)).toEqual([...settingNames]);
  const { notifyRefusals: _, ...set } = policy;
  expect(withPolicy(nothingSet, policy)).toEqual(set);
});

test('a profile that policy leaves short is known by its place, and its token is the one that was entered for it', async () => {
  await fakeBrowser.storage.managed.set({ profiles: [{ name: 'EU', companionUrl: 'https://eu.example' }], profile: 'policy-1' });
  await settings.write((old) => withProfile(old, 'policy-1', { token: 'entered', companionUrl: 'https://elsewhere.example' }));
  expect(await effectiveSettings()).toMatchObject({ name: 'EU', companionUrl: 'https://eu.example', token: 'entered' });
});

test('the schema that administrators fill in has every setting in its form, and no other', () => {
  const { properties } = z.toJSONSchema(managedSchema, { io: 'input' });
  expect(formOf(managedJson.properties)).toEqual(formOf(properties));
});

/** What may stand there: names, types and choices, without the rest. */
function formOf(properties: unknown): unknown {
  return Object.fromEntries(
    Object.entries(Object(properties)).map(([name, value]): [string, unknown] => {
      const { type, items, enum: choices } = Object(value);
      const parts = items === undefined ? undefined : items.properties === undefined ? items.type : formOf(items.properties);
      return [name, { type, choices, parts }];
    }),
  );
}

test('every language that there are words in can be chosen', () => {
  expect(chosenLanguages.slice(1).toSorted()).toEqual(languages);
});
