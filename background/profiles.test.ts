import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Asker } from '../messages/sender.ts';
import { aCompanion, aStatus, aTeam, type CompanionState, companionHandlers } from '../mocks/handlers/companion.ts';
import { knowledge } from '../stores/knowledge.ts';
import { okta } from '../stores/okta.ts';
import { settings } from '../stores/settings.ts';
import { refreshAfterChange } from './freshness.ts';
import { handlers } from './handlers.ts';

// Two organisations in one browser: what one page asks never reaches the other's companion.

const server = setupServer();
let acme: CompanionState;
let beta: CompanionState;

const content = (app: 'okta' | 'spekit', address: string): Asker => ({ from: 'content', app, tabId: 1, frameId: 0, url: new URL(address) });
const inAcme = content('okta', 'https://acme-admin.okta.com/admin/groups');
const inBeta = content('okta', 'https://beta-admin.okta.com/admin/groups');
const inStranger = content('okta', 'https://stranger-admin.okta.com/admin/groups');
const inSpekit = content('spekit', 'https://app.spekit.co/app/settings/teams');
const popup: Asker = { from: 'own-page' };

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.scripting, { executeScript: vi.fn() });
});
afterAll(() => server.close());
beforeEach(async () => {
  for (const area of ['local', 'session', 'managed'] as const) await fakeBrowser.storage[area].clear();
  acme = aCompanion({ url: 'https://acme.example', token: 'acme-token', status: aStatus({ seq: 10 }) });
  beta = aCompanion({
    url: 'https://beta.example',
    token: 'beta-token',
    status: aStatus({ seq: 20 }),
    subjects: [aTeam({ name: 'Beta' })],
  });
  server.resetHandlers(...companionHandlers(acme), ...companionHandlers(beta));
  const other = {
    id: 'beta',
    name: 'Beta',
    companionUrl: beta.url,
    token: beta.token,
    oktaHosts: ['beta-admin.okta.com'],
    oktaAppInstanceId: '',
  };
  const first = { companionUrl: acme.url, token: acme.token, oktaHosts: ['acme-admin.okta.com'] };
  await settings.write((old) => ({ ...old, ...first, profiles: [other] }));
});

test('the console that is open decides which companion is asked', async () => {
  expect(await handlers['session.start']({ host: 'okta' }, inAcme)).toMatchObject({ reach: 'ok', seq: 10 });
  expect(beta.asked).toEqual([]);
  expect(await handlers['session.start']({ host: 'okta' }, inBeta)).toMatchObject({ reach: 'ok', seq: 20 });
  const subjects = [{ key: 'a', kind: 'team' as const, name: 'Beta' }];
  const [ofAcme, ofBeta] = await Promise.all([
    handlers['subjects.lookup']({ subjects }, inAcme),
    handlers['subjects.lookup']({ subjects }, inBeta),
  ]);
  expect([ofAcme.answers[0]?.matches.length, ofBeta.answers[0]?.matches.length]).toEqual([0, 1]);
});

test('a console of an organisation that no profile names is told nothing', async () => {
  expect(await handlers['session.start']({ host: 'okta' }, inStranger)).toMatchObject({ reach: 'not-set-up', account: null });
  const subjects = [{ key: 'a', kind: 'team' as const, name: 'Beta' }];
  expect(await handlers['subjects.lookup']({ subjects }, inStranger)).toMatchObject({ reach: 'not-set-up', answers: [] });
  expect([acme.asked, beta.asked]).toEqual([[], []]);
});

test('Spekit’s pages and our own use the profile chosen last; what the other one is asked is no news there', async () => {
  await handlers['freshness.ask']({ after: 0 }, popup);
  expect(await handlers['session.start']({ host: 'spekit' }, inSpekit)).toMatchObject({ seq: 10 });
  await handlers['freshness.ask']({ after: 0 }, inBeta);
  expect(await knowledge.read()).toMatchObject({ reach: 'ok', status: { seq: 10 } });
  await settings.write((old) => ({ ...old, profile: 'beta' }));
  beta.reachable = false;
  const asked = refreshAfterChange();
  await vi.waitFor(async () => expect((await knowledge.read()).status?.seq).toBe(20));
  await asked;
  beta.reachable = true;
  expect(await handlers['session.start']({ host: 'spekit' }, inSpekit)).toMatchObject({ seq: 20 });
});

test('a console of one that is not in use keeps its tag: an unchanged status is not sent twice', async () => {
  await handlers['freshness.ask']({ after: 0 }, inBeta);
  const before = beta.asked.length;
  await handlers['freshness.ask']({ after: 20 }, inBeta);
  expect(beta.asked.length).toBe(before);
  await handlers['freshness.hurry']({}, inBeta);
  expect((await knowledge.read()).hurryUntil).toBe(0);
});

test('out of Spekit a link leads to the console of the profile in use', async () => {
  const app = (host: string) => ({ host, appName: 'spekit_1', instanceId: `0oa${host.slice(0, 4)}12345`, label: 'Spekit' });
  const [ofAcme, ofBeta] = [app('acme-admin.okta.com'), app('beta-admin.okta.com')];
  await okta.write((old) => ({ ...old, ...ofBeta, apps: [ofAcme, ofBeta] }));
  expect(await handlers['session.start']({ host: 'spekit' }, inSpekit)).toMatchObject({
    ...{ oktaHost: ofAcme.host, oktaAppName: 'spekit_1', oktaAppInstanceId: ofAcme.instanceId },
  });
  await settings.write((old) => ({ ...old, profile: 'beta' }));
  expect(await handlers['session.start']({ host: 'spekit' }, inSpekit)).toMatchObject({ oktaHost: ofBeta.host });
});

test('what is switched off for one host app’s pages is told to those alone', async () => {
  await settings.write((old) => ({ ...old, oktaMarks: false, oktaNotices: false }));
  expect((await handlers['session.start']({ host: 'okta' }, inAcme)).hides).toEqual(['marks', 'notices']);
  expect((await handlers['session.start']({ host: 'spekit' }, inSpekit)).hides).toBeUndefined();
});
