import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeAllListeners } from '../messages/bus.ts';
import { aStatus } from '../mocks/handlers/facts.ts';
import { knowledge } from '../stores/knowledge.ts';
import { pages } from '../stores/pages.ts';
import { settings } from '../stores/settings.ts';
import { startBackground } from './start.ts';

const manifest = {
  host_permissions: ['https://*.okta.com/*', 'https://app.spekit.co/*', 'http://127.0.0.1/*'],
  content_scripts: [
    { matches: ['https://*.okta.com/*'], js: ['content-scripts/okta.js'] },
    { matches: ['https://app.spekit.co/*'], js: ['content-scripts/spekit.js'] },
  ],
};
const silentEvent = { addListener: () => undefined };
const openOptionsPage = vi.fn(async () => undefined);
const executeScript = vi.fn(async ({ target }: { target: { tabId: number } }) => {
  if (target.tabId === 2) throw new Error('Frame with ID 0 is showing error page');
  return [];
});
const query = vi.fn(async ({ url }: { url: string[] }) => (url[0]?.includes('okta') ? [{ id: 1 }, { id: 2 }, {}] : [{ id: 3 }]));
const setAccessLevel = vi.fn(async () => undefined);
const setPolicyLevel = vi.fn(async () => undefined);
const fetchSpy = vi.spyOn(globalThis, 'fetch');

beforeEach(() => {
  fakeBrowser.reset();
  removeAllListeners();
  vi.clearAllMocks();
  fetchSpy.mockImplementation(async () => Response.json(aStatus({ refusals: 3 })));
  Object.assign(fakeBrowser.runtime, { getManifest: () => manifest, openOptionsPage });
  Object.assign(fakeBrowser.permissions, { onAdded: silentEvent, onRemoved: silentEvent, contains: async () => true });
  Object.assign(fakeBrowser.scripting, { executeScript });
  Object.assign(fakeBrowser.tabs, { query });
  Object.assign(fakeBrowser.storage.local, { setAccessLevel });
  Object.assign(fakeBrowser.storage.managed, { setAccessLevel: setPolicyLevel });
});

function setUp(): Promise<void> {
  return settings.write((old) => ({ ...old, companionUrl: 'http://127.0.0.1:4680', token: 't' }));
}

function badge(): Promise<string> {
  return fakeBrowser.action.getBadgeText({});
}

test('every listener is there before the first turn of the loop ends', () => {
  startBackground();
  const { runtime, alarms, storage, tabs } = fakeBrowser;
  for (const event of [
    runtime.onMessage,
    runtime.onInstalled,
    runtime.onStartup,
    alarms.onAlarm,
    storage.onChanged,
    tabs.onRemoved,
    tabs.onUpdated,
  ])
    expect(event.hasListeners()).toBe(true);
});

test('storage, and what policy says, is closed to content scripts at each start', async () => {
  startBackground();
  for (const area of [setAccessLevel, setPolicyLevel])
    await vi.waitFor(() => expect(area).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' }));
});

test('after installing, pages that are open get their script, and the options open once', async () => {
  startBackground();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
  await vi.waitFor(() => expect(openOptionsPage).toHaveBeenCalledOnce());
  expect(query).toHaveBeenCalledWith({ url: ['https://*.okta.com/*'], discarded: false });
  expect(executeScript.mock.calls.map(([call]) => call)).toEqual([
    { target: { tabId: 1 }, files: ['content-scripts/okta.js'] },
    { target: { tabId: 2 }, files: ['content-scripts/okta.js'] },
    { target: { tabId: 3 }, files: ['content-scripts/spekit.js'] },
  ]);
});

test.each([
  ['an update', { reason: 'update', previousVersion: '0.0.9' }, {}],
  ['an installation that policy has set up', { reason: 'install' }, { companionUrl: 'https://sourcemark.acme.example', token: 't' }],
] as const)('after %s, no page opens by itself', async (_what, details, policy) => {
  await fakeBrowser.storage.managed.set(policy);
  startBackground();
  await fakeBrowser.runtime.onInstalled.trigger(details);
  await vi.waitFor(() => expect(executeScript).toHaveBeenCalledTimes(3));
  expect(openOptionsPage).not.toHaveBeenCalled();
});

test('where policy has set a part only, the options open for the rest', async () => {
  await fakeBrowser.storage.managed.set({ companionUrl: 'https://sourcemark.acme.example' });
  startBackground();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
  await vi.waitFor(() => expect(openOptionsPage).toHaveBeenCalledOnce());
});

test('after an update of the browser alone, pages are left alone', async () => {
  startBackground();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'chrome_update' });
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('toolbar')).toBeDefined());
  expect(executeScript).not.toHaveBeenCalled();
});

test('new settings are asked about at once, and the toolbar tells refusals', async () => {
  startBackground();
  await setUp();
  await vi.waitFor(async () => expect(await badge()).toBe('3'));
  expect(await knowledge.read()).toMatchObject({ reach: 'ok', status: { refusals: 3 } });
});

test('settings that were saved while the worker was dead are asked about when it starts', async () => {
  await setUp();
  startBackground();
  await vi.waitFor(async () => expect(await badge()).toBe('3'));
});

test('the alarm finds out that the companion is gone, and that it is back', async () => {
  startBackground();
  await setUp();
  await vi.waitFor(async () => expect(await badge()).toBe('3'));
  for (const [answer, text] of [
    [async () => Promise.reject(new TypeError('fetch failed')), '!'],
    [async () => Response.json({}, { status: 401 }), '!'],
    [async () => Response.json(aStatus({ refusals: 0 })), ''],
  ] as const) {
    fetchSpy.mockImplementation(answer);
    await knowledge.write((old) => ({ ...old, askedAt: 0 }));
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'toolbar', scheduledTime: 0, persistAcrossSessions: true });
    await vi.waitFor(async () => expect(await badge()).toBe(text));
  }
});

test('one alarm, however often the worker starts', async () => {
  startBackground();
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('toolbar')).toMatchObject({ periodInMinutes: 1 }));
  const [first] = await fakeBrowser.alarms.getAll();
  removeAllListeners();
  startBackground();
  await vi.waitFor(() => expect(setAccessLevel).toHaveBeenCalledTimes(2));
  expect(await fakeBrowser.alarms.getAll()).toEqual([first]);
});

const url = 'https://app.spekit.co/app/settings/teams';
const report = { page: 'spekit.manage-teams', managed: { idp: 1, spekit: 0, unknown: 0 }, missing: [], at: 1, url };

test.each([
  ['is closed', () => fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false })],
  ['has left the host apps', () => updated({ status: 'loading' }, undefined)],
  ['shows another page', () => updated({ url: 'https://app.spekit.co/app' }, 'https://app.spekit.co/app')],
])('the report of a tab that %s is forgotten', async (_what, happens) => {
  startBackground();
  await pages.write(() => ({ 7: report, 8: report }));
  await happens();
  await vi.waitFor(async () => expect(await pages.read()).toEqual({ 8: report }));
});

test('a tab that stays on its page keeps its report', async () => {
  startBackground();
  await pages.write(() => ({ 7: report }));
  await updated({ status: 'loading' }, `${url}?page=2#top`);
  await updated({ status: 'complete' }, undefined);
  await fakeBrowser.tabs.onRemoved.trigger(6, { windowId: 1, isWindowClosing: false });
  await pages.write((old) => ({ ...old, 9: report }));
  expect(await pages.read()).toEqual({ 7: report, 9: report });
});

type Change = Parameters<typeof fakeBrowser.tabs.onUpdated.trigger>[1];

async function updated(change: Change, address: string | undefined): Promise<void> {
  const { url: _any, ...tab } = await fakeBrowser.tabs.create({});
  await fakeBrowser.tabs.onUpdated.trigger(7, change, { ...tab, ...(address !== undefined && { url: address }) });
}
