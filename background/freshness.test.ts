import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SessionStart } from '../messages/map.ts';
import { aCompanion, aStatus, type CompanionState, companionHandlers } from '../mocks/handlers/companion.ts';
import { knowledge, nothingKnown } from '../stores/knowledge.ts';
import { settings } from '../stores/settings.ts';
import { unkept } from '../stores/unkept.ts';
import { hurryUp, refresh, refreshAfterChange } from './freshness.ts';
import { startSession } from './session.ts';

const server = setupServer();
let companion: CompanionState;

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
});
afterAll(() => server.close());

beforeEach(async () => {
  companion = aCompanion();
  server.resetHandlers(...companionHandlers(companion));
  await fakeBrowser.storage.local.clear();
  await settings.write((old) => ({ ...old, companionUrl: companion.url, token: companion.token }));
});

function start(): Promise<SessionStart> {
  const url = new URL('https://app.spekit.co/app/settings/teams');
  return startSession('spekit', { from: 'content', app: 'spekit', tabId: 8, frameId: 0, url });
}

/** As time goes by: what was asked may be asked again. */
async function later(ms = 60_000): Promise<void> {
  await knowledge.write((old) => ({ ...old, askedAt: old.askedAt && old.askedAt - ms }));
}

test('the first session after setting up asks the companion; the next one begins from what is known', async () => {
  const first = await start();
  expect(first).toMatchObject({ reach: 'ok', seq: companion.status.seq, oktaHost: null });
  expect(first.account).toEqual({ ...companion.status.account, syncedAt: companion.status.lastSync?.at });
  expect(await start()).toEqual(first);
  expect(companion.asked).toEqual(['GET /status']);
  expect(JSON.stringify(first)).not.toContain(companion.token);
});

test('where the storage is full, a session begins all the same with what the companion says', async () => {
  const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  try {
    expect(await start()).toMatchObject({ reach: 'ok', seq: companion.status.seq, account: companion.status.account });
    expect(full).toHaveBeenCalled();
    expect(await unkept.read()).toEqual({ refused: true });
  } finally {
    full.mockRestore();
  }
  await later();
  await refresh();
  expect(await unkept.read()).toEqual({ refused: false });
});

test('a session that begins with old knowledge does not wait, and has the companion asked', async () => {
  await refresh();
  const older = companion.status.seq;
  companion.status = aStatus({ seq: older + 1 });
  await later(16_000);
  expect((await start()).seq).toBe(older);
  expect((await refresh()).status?.seq).toBe(older + 1);
  expect(companion.asked).toHaveLength(2);
});

test('a session that begins while the companion is lost finds it as soon as it is back', async () => {
  companion.reachable = false;
  expect(await start()).toMatchObject({ reach: 'unreachable', account: null });
  companion.reachable = true;
  await later(2_000);
  expect(await start()).toMatchObject({ reach: 'ok', seq: companion.status.seq });
});

test('where nothing is set up, a session begins all the same and nothing is asked', async () => {
  await settings.write((old) => ({ ...old, token: '' }));
  expect(await start()).toMatchObject({ reach: 'not-set-up', account: null, seq: 0 });
  expect(companion.asked).toEqual([]);
});

test('many who ask at once cost one request, and those who ask again within 1.5 seconds none', async () => {
  const [first, ...others] = await Promise.all([refresh(), refresh(), refresh()]);
  expect(others).toEqual([first, first]);
  expect(await refresh()).toEqual(first);
  await later(1_400);
  await refresh();
  expect(companion.asked).toEqual(['GET /status']);
  await later(200);
  await refresh();
  expect(companion.asked).toHaveLength(2);
});

test('a clock that was set back does not silence the worker', async () => {
  await refresh();
  await later(-3_600_000);
  await refresh();
  expect(companion.asked).toHaveLength(2);
});

test('an unchanged status keeps what is known and says when it was confirmed', async () => {
  const first = await refresh();
  await later();
  const second = await refresh();
  expect(second).toMatchObject({ reach: 'ok', status: companion.status, etag: first.etag });
  expect(second.answeredAt).toBeGreaterThanOrEqual(first.answeredAt ?? Number.POSITIVE_INFINITY);
  expect(await knowledge.read()).toEqual(second);
});

test('a companion that goes away and comes back is told as it is; what was known stays', async () => {
  await refresh();
  companion.reachable = false;
  await later();
  expect(await refresh()).toMatchObject({ reach: 'unreachable', status: companion.status });
  companion.reachable = true;
  companion.status = aStatus({ seq: companion.status.seq + 1 });
  await later();
  expect(await refresh()).toMatchObject({ reach: 'ok', status: companion.status });
});

test('what was learned of another companion or with another token does not count', async () => {
  await refresh();
  await settings.write((old) => ({ ...old, token: 'wrong' }));
  expect(await start()).toMatchObject({ reach: 'unauthorized', account: null, seq: 0 });
  await settings.write((old) => ({ ...old, token: '' }));
  await refresh();
  expect(await knowledge.read()).toEqual(nothingKnown);
});

test('settings that change while the companion is asked are asked about afterwards', async () => {
  const asking = refresh();
  await settings.write((old) => ({ ...old, token: 'wrong' }));
  expect(await refreshAfterChange()).toMatchObject({ reach: 'unauthorized', status: null });
  await asking;
  expect((await knowledge.read()).reach).toBe('unauthorized');
});

test('an act makes pages look more often for a minute, whatever is learned meanwhile', async () => {
  const before = Date.now();
  await hurryUp();
  await refresh();
  expect((await knowledge.read()).hurryUntil).toBeGreaterThanOrEqual(before + 60_000);
});
