import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import managedSchema from '../public/managed-schema.json' with { type: 'json' };
import { effectiveSettings, lockedFields, managedSettings, settingNames, settings } from './settings.ts';

beforeEach(() => fakeBrowser.reset());

test('policy wins over what was saved, and locks exactly its fields', async () => {
  await settings.write((old) => ({ ...old, companionUrl: 'http://127.0.0.1:4680', token: 'mine' }));
  await fakeBrowser.storage.managed.set({ companionUrl: 'https://sourcemark.acme.example' });
  expect(await effectiveSettings()).toEqual({ companionUrl: 'https://sourcemark.acme.example', token: 'mine', oktaAppInstanceId: '' });
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

test('the schema that administrators fill in has every setting, and no other', () => {
  expect(Object.keys(managedSchema.properties).sort()).toEqual([...settingNames].sort());
  for (const property of Object.values(managedSchema.properties)) expect(property.type).toBe('string');
});
