import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fromContent, type MessageName } from '../messages/map.ts';
import type { Handlers, RequestOf } from '../messages/receive.ts';
import type { Asker } from '../messages/sender.ts';
import { aCompanion, aRefusal, type CompanionState, companionHandlers } from '../mocks/handlers/companion.ts';
import { writeBackup } from '../stores/backup.ts';
import { settings } from '../stores/settings.ts';
import { handlers } from './handlers.ts';
import { parsers } from './requests.ts';

// A token is the worker's and the options' alone.

const token = 'smk_viewer_top-secret';
const other = 'smk_admin_other-secret';
const secrets = /top-secret|other-secret/;
const server = setupServer();
const said: unknown[] = [];
const executeScript = vi.fn(async (_injection: unknown) => []);
let companion: CompanionState;

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'bypass' });
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, way).mockImplementation((...words) => said.push(words));
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.scripting, { executeScript });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.0.0', host_permissions: [] }) });
});
afterAll(() => {
  server.close();
  vi.restoreAllMocks();
});
beforeEach(async () => {
  said.length = 0;
  for (const area of ['local', 'session'] as const) await fakeBrowser.storage[area].clear();
  companion = aCompanion({ token, role: 'viewer', changes: [aRefusal()] });
  server.resetHandlers(...companionHandlers(companion));
  const profile = { id: 'b', name: 'B', companionUrl: 'https://b.example', token: other, oktaHosts: [], oktaAppInstanceId: '' };
  await settings.write((old) => ({ ...old, companionUrl: companion.url, token, profiles: [profile] }));
});

const inOkta: Asker = { from: 'content', app: 'okta', tabId: 1, frameId: 0, url: new URL('https://acme-admin.okta.com/admin/groups') };
const page = { id: 'okta.x', shows: [], lists: [], controls: [], expects: [] };
const asked: { [Name in (typeof fromContent)[number]]: RequestOf<Name> } = {
  'session.start': { host: 'okta' },
  'pages.served': { host: 'okta' },
  'pages.teach': { page },
  'subjects.lookup': { subjects: [{ key: 'a', kind: 'team', name: 'Account Executives' }] },
  'freshness.ask': { after: 0 },
  'freshness.hurry': {},
  'session.inject': {},
  'dialog.inject': {},
  'card.inject': {},
  'why.inject': {},
  'changes.of': { id: '1' },
  'subject.pointed': { kind: 'user', id: 'u-1', name: 'Ana' },
  'subjects.why': { user: 'a@b.example', team: 'Sales' },
  'okta.learn-groups': { host: 'x', groups: {} },
  'okta.app-seen': { host: 'x', appName: 'a', instanceId: '0oa12345', label: 'Spekit' },
  'okta.app-shows': { instanceId: '0oa12345', settings: {}, assigned: {} },
  'okta.members-seen': { group: 'Sales', seen: 1, missing: 0 },
  'page.report': { page: 'okta.x', managed: { idp: 0, spekit: 0, unknown: 0 }, missing: [] },
};

function tell<Name extends MessageName>(name: Name, request: RequestOf<Name>): unknown {
  return (handlers as Handlers)[name](request, inOkta);
}

test.each([true, false])('nothing that a page may ask tells a token (the companion answers: %s)', async (reachable) => {
  companion.reachable = reachable;
  const answers = await Promise.allSettled(fromContent.map(async (name) => tell(name, asked[name] as never)));
  const told = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)));
  expect(JSON.stringify([told, executeScript.mock.calls, said])).not.toMatch(secrets);
});

test('of all that is stored the settings alone hold tokens', async () => {
  await Promise.allSettled(fromContent.map(async (name) => tell(name, asked[name] as never)));
  const { settings: _, ...others } = await fakeBrowser.storage.local.get(null);
  expect(JSON.stringify([others, await fakeBrowser.storage.session.get(null)])).not.toMatch(secrets);
});

test('no error repeats a token, whatever it is refused for', async () => {
  const long = `${token}${'x'.repeat(2_000)}`;
  expect(() => parsers['connection.test']({ companionUrl: companion.url, token: long })).toThrow(/token/);
  expect(() => parsers['connection.test']({ companionUrl: companion.url, token: long })).not.toThrow(secrets);
  const wrong = { ...(await settings.read()), token: long };
  await expect(settings.write(() => wrong)).rejects.not.toThrow(secrets);
  expect(
    JSON.stringify(await handlers['connection.test']({ companionUrl: companion.url, token: other }, { from: 'own-page' })),
  ).not.toMatch(secrets);
  expect(JSON.stringify(said)).not.toMatch(secrets);
});

test('an export has none', async () => {
  expect(writeBackup(await settings.read(), { refusals: false })).not.toMatch(secrets);
});
