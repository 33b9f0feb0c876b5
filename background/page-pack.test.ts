import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { groups } from '../hosts/okta/groups.ts';
import { people } from '../hosts/okta/people.ts';
import { manageTeams } from '../hosts/spekit/manage-teams.ts';
import type { CompanionState } from '../mocks/handlers/companion.ts';
import { keptPack } from '../stores/page-pack.ts';
import { settings } from '../stores/settings.ts';
import { connectAnew, server } from '../test/parts/companion-of-worker.ts';
import { servedPages } from './page-pack.ts';

let companion: CompanionState;
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(async () => {
  companion = await connectAnew('0.4.0');
});

const pack = { version: '7', extension: { from: '0.1.0', before: '1.0.0' }, pages: [groups, manageTeams] };
const asked = () => companion.asked.filter((one) => one === 'GET /pages').length;
/** As time goes by: what was asked may be asked again. */
const later = () => keptPack.write((old) => ({ ...old, askedAt: old.askedAt && old.askedAt - 120_000 }));

test('each host app is given its own pages of the pack, and the companion is asked once for all', async () => {
  companion.pack = pack;
  const [okta, spekit, again] = await Promise.all([servedPages('okta'), servedPages('spekit'), servedPages('okta')]);
  expect([okta, spekit, again]).toEqual([[groups], [manageTeams], [groups]]);
  expect(await servedPages('okta')).toEqual([groups]);
  expect(asked()).toBe(1);
  expect(await keptPack.read()).toMatchObject({ version: '7', unused: null });
});

test('a newer pack takes its place; where nothing changed, or the companion is away, the one that is known stays', async () => {
  companion.pack = pack;
  await servedPages('okta');
  await later();
  expect(await servedPages('okta')).toEqual([groups]);
  companion.pack = { ...pack, version: '8', pages: [people] };
  companion.status = { ...companion.status, seq: companion.status.seq + 1 };
  await later();
  expect(await servedPages('okta')).toEqual([people]);
  companion.reachable = false;
  await later();
  expect(await servedPages('okta')).toEqual([people]);
  companion.reachable = true;
  companion.pack = null;
  companion.status = { ...companion.status, seq: companion.status.seq + 1 };
  await later();
  expect(await servedPages('okta')).toEqual([]);
  expect(asked()).toBe(5);
});

test.each([
  ['made for later releases', { ...pack, extension: { from: '0.5.0', before: '1.0.0' } }, 'other-release', '7'],
  ['made for earlier releases', { ...pack, extension: { from: '0.1.0', before: '0.4.0' } }, 'other-release', '7'],
  ['of a later form, and for later releases', { version: '9', extension: { from: '5', before: '6' }, sites: [] }, 'other-release', '9'],
  ['that says more than a declaration can', { ...pack, pages: [{ ...groups, script: 'alert(1)' }] }, 'unreadable', '7'],
  ['without releases', { version: '7', pages: [groups] }, 'unreadable', null],
])('a pack %s is not used, and it is kept why', async (_, given, unused, version) => {
  companion.pack = given;
  expect(await servedPages('okta')).toEqual([]);
  expect(await keptPack.read()).toMatchObject({ pack: null, unused, version });
});

test('after an update of the extension the pack is read anew, though the companion has the same', async () => {
  companion.pack = { ...pack, extension: { from: '0.1.0', before: '0.5.0' } };
  expect(await servedPages('okta')).toEqual([groups]);
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.5.0' }) });
  expect(await servedPages('okta')).toEqual([]);
  expect(await keptPack.read()).toMatchObject({ pack: null, unused: 'other-release', release: '0.5.0' });
});

test('what another companion gave is not used', async () => {
  companion.pack = pack;
  expect(await servedPages('okta')).toEqual([groups]);
  await settings.write((old) => ({ ...old, token: 'another' }));
  expect(await servedPages('okta')).toEqual([]);
});

test('without a companion nobody is asked', async () => {
  await settings.write((old) => ({ ...old, companionUrl: '', token: '' }));
  expect(await servedPages('okta')).toEqual([]);
  expect(asked()).toBe(0);
});
