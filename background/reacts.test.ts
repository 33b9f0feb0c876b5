import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeAllListeners } from '../messages/bus.ts';
import { aStatus } from '../mocks/handlers/facts.ts';
import { messagesOf } from '../scripts/locales/messages.ts';
import { allStored } from '../stores/all.ts';
import { notices } from '../stores/notices.ts';
import { settings } from '../stores/settings.ts';
import { forgetEverything } from './forget.ts';
import { concernsPages } from './reacts.ts';
import { startBackground } from './start.ts';

// What a change of the settings does to pages that are open.

type Injection = { target: { tabId: number }; files?: string[]; func?: (...args: unknown[]) => void; args?: unknown[] };
const executeScript = vi.fn(async (_injection: Injection) => []);
const silent = { addListener: () => undefined };
const fetchSpy = vi.spyOn(globalThis, 'fetch');

beforeEach(() => {
  fakeBrowser.reset();
  removeAllListeners();
  executeScript.mockClear();
  fetchSpy.mockImplementation(async (input) => {
    const language = /_locales\/(\w+)\//.exec(String(input))?.[1];
    if (language === undefined) return Response.json(aStatus());
    return Response.json(Object.fromEntries(Object.entries(messagesOf(language)).map(([name, message]) => [name, { message }])));
  });
  const scripts = [{ matches: ['https://*.okta.com/*'], js: ['okta.js'] }];
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: [], content_scripts: scripts }) });
  Object.assign(fakeBrowser.permissions, { onAdded: silent, onRemoved: silent, contains: async () => true });
  Object.assign(fakeBrowser.scripting, { executeScript });
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 7 }] });
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: async () => undefined });
});
afterEach(() => {
  for (const door of ['words', 'card', 'dialog', 'why']) Reflect.deleteProperty(globalThis, Symbol.for(`sourcemark.${door}`));
});

const begun = () => executeScript.mock.calls.filter(([{ files }]) => files?.includes('okta.js')).length;
const given = () => executeScript.mock.calls.map(([injection]) => injection).filter(({ func }) => func !== undefined);

test('a switch has open pages begin anew; a theme or quiet hours are none of theirs', async () => {
  startBackground();
  await settings.write((old) => ({ ...old, oktaMarks: false }));
  await vi.waitFor(() => expect(begun()).toBe(1));
  await settings.write((old) => ({ ...old, theme: 'dark', quietFrom: '18:00' }));
  await settings.write((old) => ({ ...old, spekitStrips: false }));
  await vi.waitFor(() => expect(begun()).toBe(2));
});

test('a policy that changes concerns pages; what else is stored does not', () => {
  expect(concernsPages({ theme: { newValue: 'dark' } }, 'managed')).toBe(true);
  expect(concernsPages({ knowledge: { newValue: 1 } }, 'local')).toBe(false);
  expect(concernsPages({ settings: { newValue: 1 } }, 'session')).toBe(false);
});

test('a chosen language is given to open pages before their scripts, and what speaks another is brought anew', async () => {
  startBackground();
  await settings.write((old) => ({ ...old, language: 'ja' }));
  await vi.waitFor(() => expect(begun()).toBe(1));
  const [first] = given();
  Reflect.set(globalThis, Symbol.for('sourcemark.card'), {});
  first?.func?.(...(first.args ?? []));
  expect(Reflect.get(globalThis, Symbol.for('sourcemark.words'))).toMatchObject({ language: 'ja' });
  expect(Symbol.for('sourcemark.card') in globalThis).toBe(false);
  await settings.write((old) => ({ ...old, language: 'browser' }));
  await vi.waitFor(() => expect(begun()).toBe(2));
  const last = given().at(-1);
  last?.func?.(...(last.args ?? []));
  expect(Symbol.for('sourcemark.words') in globalThis).toBe(false);
});

test('everything is forgotten: every store is as after an installation, no alarm is left, and open pages begin anew', async () => {
  startBackground();
  for (const { declared } of Object.values(allStored)) {
    const data = JSON.parse(readFileSync(`stores/examples/${declared.key}/${declared.version}.json`, 'utf8'));
    await fakeBrowser.storage[declared.area].set({ [declared.key]: { v: declared.version, data } });
  }
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.getAll()).toHaveLength(1));
  await vi.waitFor(() => expect(begun()).toBeGreaterThan(0));
  const before = begun();
  await fakeBrowser.storage.local.set({ 'settings.backup': { token: 'old' } });
  await forgetEverything();
  expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  await vi.waitFor(() => expect(begun()).toBeGreaterThan(before));
  expect(await settings.read()).toEqual(settings.declared.initial);
  expect(await notices.read()).toEqual({ refusals: false });
  expect(JSON.stringify([await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.session.get(null)])).not.toMatch(/smk_|old/);
});

test('what the browser was allowed later is given back, and nothing that was given at install', async () => {
  const remove = vi.fn(async () => true);
  const installed = 'https://*.okta.com/*';
  const getAll = async () => ({ origins: [installed, 'https://companion.example/*'], permissions: ['storage', 'notifications'] });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: [installed] }) });
  Object.assign(fakeBrowser.permissions, { getAll, remove });
  await forgetEverything();
  expect(remove.mock.calls).toEqual([[{ origins: ['https://companion.example/*'] }], [{ permissions: ['notifications'] }]]);
});
