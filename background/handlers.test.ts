import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { MessageName } from '../messages/map.ts';
import { type AnswerOf, type RequestOf, receive } from '../messages/receive.ts';
import { aCompanion, type CompanionState, companionHandlers } from '../mocks/handlers/companion.ts';
import { knowledge } from '../stores/knowledge.ts';
import { okta } from '../stores/okta.ts';
import { pages } from '../stores/pages.ts';
import { settings } from '../stores/settings.ts';
import { handlers } from './handlers.ts';
import { parsers } from './requests.ts';

const id = 'test-extension-id';
const base = `chrome-extension://${id}/`;
const popup = { id, url: `${base}popup.html`, origin: `chrome-extension://${id}` };
const inOkta = contentScript('https://acme-admin.okta.com/admin/groups', 7);
const inSpekit = contentScript('https://app.spekit.co/app/settings/teams', 8);
const server = setupServer();
const executeScript = vi.fn<() => Promise<unknown[]>>();
let companion: CompanionState;

function contentScript(url: string, tabId: number) {
  return { id, url, origin: new URL(url).origin, frameId: 0, tab: { id: tabId, url } };
}

/** Sends as that sender would, through the browser's own event. */
async function tell<Name extends MessageName>(sender: object, name: Name, data: RequestOf<Name>): Promise<AnswerOf<Name>> {
  const answered = Promise.withResolvers<{ res: AnswerOf<Name>; err?: { message: string } }>();
  const message = { id: 1, type: name, data, timestamp: 1 };
  const heard: unknown[] = await fakeBrowser.runtime.onMessage.trigger(message, sender, answered.resolve);
  if (!heard.includes(true)) throw new Error('Nobody has answered.');
  const { res, err } = await answered.promise;
  if (err) throw new Error(err.message);
  return res;
}

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.scripting, { executeScript });
  receive({ id, base, hostPages: ['https://*.okta.com/*', 'https://app.spekit.co/*'] }, parsers, handlers);
});
afterAll(() => server.close());

beforeEach(async () => {
  companion = aCompanion();
  server.resetHandlers(...companionHandlers(companion));
  for (const area of ['local', 'session', 'managed'] as const) await fakeBrowser.storage[area].clear();
  await settings.write((old) => ({ ...old, companionUrl: companion.url, token: companion.token }));
});

/** As time goes by: what was asked may be asked again. */
async function later(): Promise<void> {
  await knowledge.write((old) => ({ ...old, askedAt: old.askedAt && old.askedAt - 60_000 }));
}

test('what is meant for our own pages alone is refused to a content script, and everything to strangers', async () => {
  await expect(tell(inOkta, 'connection.test', { companionUrl: companion.url, token: 'x' })).rejects.toThrow('Refused');
  await expect(tell({ ...popup, id: 'stranger' }, 'session.start', { host: 'okta' })).rejects.toThrow('Refused');
  await expect(tell(contentScript('https://evil.example/', 9), 'session.start', { host: 'okta' })).rejects.toThrow('Refused');
  await expect(tell(popup, 'token.give' as MessageName, {})).rejects.toThrow('Nobody has answered');
  expect(companion.asked).toEqual([]);
});

test('a request of the wrong form is refused in words', async () => {
  await expect(tell(inOkta, 'freshness.ask', { after: -1 })).rejects.toThrow('Not a request of "freshness.ask"');
});

test('freshness says whether there is anything else than what the page has', async () => {
  const { seq, account: told, lastSync } = companion.status;
  const account = { ...told, syncedAt: lastSync?.at };
  expect(await tell(inSpekit, 'freshness.ask', { after: seq - 1 })).toEqual({ reach: 'ok', seq, changed: true, account });
  expect(await tell(inSpekit, 'freshness.ask', { after: seq })).toMatchObject({ changed: false });
  // A companion that began anew counts from below.
  expect(await tell(popup, 'freshness.ask', { after: seq + 9 })).toMatchObject({ changed: true });
  companion.reachable = false;
  await later();
  expect(await tell(popup, 'freshness.ask', { after: 0 })).toMatchObject({ reach: 'unreachable', seq, changed: false });
});

test('an act is hurried', async () => {
  await tell(inOkta, 'freshness.hurry', {});
  expect((await knowledge.read()).hurryUntil).toBeGreaterThan(Date.now());
});

test('a look-up that ends otherwise than the last status has the status asked', async () => {
  await tell(popup, 'freshness.ask', { after: 0 });
  await later();
  companion.reachable = false;
  const subjects = [{ key: 'a', kind: 'team' as const, name: 'Sales' }];
  expect(await tell(inSpekit, 'subjects.lookup', { subjects })).toEqual({ reach: 'unreachable', seq: 0, answers: [] });
  await vi.waitFor(async () => expect((await knowledge.read()).reach).toBe('unreachable'));
});

test('groups and the app are learned under the host that the browser names', async () => {
  const app = { appName: 'acme_spekit_1', instanceId: '0oa1gjh63g214q0Hq0g4', label: 'Spekit' };
  await tell(inOkta, 'okta.learn-groups', { host: 'evil.example', groups: { 'Customer Success': '00g1emaKYZTWRYYRRTSK' } });
  await tell(inOkta, 'okta.app-seen', { host: 'evil.example', ...app });
  expect(await okta.read()).toEqual({
    host: 'acme-admin.okta.com',
    ...app,
    groups: { 'acme-admin.okta.com': { 'customer success': '00g1emaKYZTWRYYRRTSK' } },
    apps: [{ host: 'acme-admin.okta.com', ...app }],
  });
  expect(await tell(inSpekit, 'session.start', { host: 'spekit' })).toMatchObject({
    oktaHost: 'acme-admin.okta.com',
    oktaAppName: 'acme_spekit_1',
    oktaAppInstanceId: app.instanceId,
    oktaGroups: { 'customer success': '00g1emaKYZTWRYYRRTSK' },
  });
  const other = contentScript('https://other-admin.okta.com/admin/groups', 9);
  expect(await tell(other, 'session.start', { host: 'okta' })).toMatchObject({
    oktaHost: 'other-admin.okta.com',
    oktaAppName: null,
    oktaGroups: {},
  });
  await expect(tell(inSpekit, 'okta.app-seen', { host: 'acme-admin.okta.com', ...app })).rejects.toThrow('Only a page of Okta');
});

test('a page’s report stands under its tab', async () => {
  const report = { page: 'spekit.manage-teams', managed: { idp: 2, spekit: 1, unknown: 0 }, missing: ['menu'] };
  await tell(inSpekit, 'page.report', report);
  expect(await pages.read()).toEqual({ 8: { ...report, url: 'https://app.spekit.co/app/settings/teams', at: expect.any(Number) } });
  await expect(tell(popup, 'page.report', report)).rejects.toThrow('Only a page of a host app');
});

test('the dialog is injected into the frame that asks', async () => {
  await tell(inSpekit, 'dialog.inject', {});
  expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 8, frameIds: [0] }, files: ['/dialog.js'] });
});

test('the cards are injected into the frame that asks', async () => {
  await tell(inOkta, 'card.inject', {});
  expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 7, frameIds: [0] }, files: ['/card.js'] });
});

test('a page of a host app may ask why somebody is not in a team, and gets what tells it into its own frame', async () => {
  await tell(inOkta, 'why.inject', {});
  expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 7, frameIds: [0] }, files: ['/why.js'] });
  expect(await tell(inOkta, 'subjects.why', { user: 'jo@acme.example', team: 'Sales' })).toMatchObject({
    reach: 'ok',
    why: { next: 'add-to-group' },
  });
});

test('the last change of a subject is that subject’s: an older companion, which answers with any, is not believed', async () => {
  const [refused, created] = companion.changes;
  const id = created?.subject.id ?? '';
  expect(await tell(inSpekit, 'changes.of', { id })).toEqual({ reach: 'ok', change: created, followed: false });
  expect(await tell(inSpekit, 'changes.of', { id: 'nobody' })).toEqual({ reach: 'ok', change: null, followed: false });
  const answer = { changes: [refused], seq: 42, more: false };
  server.use(http.get(`${companion.url}/api/v1/changes`, () => HttpResponse.json(answer)));
  expect(await tell(inSpekit, 'changes.of', { id })).toEqual({ reach: 'ok', change: null, followed: false });
  companion.reachable = false;
  server.resetHandlers(...companionHandlers(companion));
  expect(await tell(inSpekit, 'changes.of', { id })).toEqual({ reach: 'unreachable', change: null, followed: false });
});

test('a connection is tested with what is given, not with what is saved', async () => {
  const good = { companionUrl: companion.url, token: companion.token };
  expect(await tell(popup, 'connection.test', good)).toMatchObject({ reach: 'ok', status: companion.status, httpStatus: 200 });
  expect(await tell(popup, 'connection.test', { ...good, token: 'wrong' })).toMatchObject({
    reach: 'unauthorized',
    status: null,
    httpStatus: 401,
  });
});

test('the history comes newest first, and a search finds', async () => {
  const { reach, changes } = await tell(popup, 'changes.newest', { limit: 2 });
  expect([reach, changes.map(({ seq }) => seq)]).toEqual(['ok', [42, 41]]);
  expect((await tell(popup, 'subjects.search', { q: ' executives ' })).subjects).toHaveLength(1);
  expect(await tell(popup, 'subjects.search', { q: '  ' })).toMatchObject({ subjects: [] });
  await expect(tell(inOkta, 'subjects.search', { q: 'a' })).rejects.toThrow('Refused');
});
