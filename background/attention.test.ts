import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAttention, aStatus, type CompanionState } from '../mocks/handlers/companion.ts';
import { attention, countOf } from '../stores/attention.ts';
import { knowledge } from '../stores/knowledge.ts';
import { settings } from '../stores/settings.ts';
import { connectAnew, server } from '../test/parts/companion-of-worker.ts';
import { currentAttention, refreshAttention } from './attention.ts';
import { refresh } from './freshness.ts';

let companion: CompanionState;
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(async () => {
  companion = await connectAnew('0.4.0');
  await attention.write(() => attention.declared.initial);
});

const asked = () => companion.asked.filter((one) => one === 'GET /attention').length;
/** As after a pause: the companion may be asked how it stands again. */
async function look(): Promise<void> {
  await knowledge.write((old) => ({ ...old, askedAt: 0 }));
  await refresh();
  await refreshAttention();
}

test('what needs attention is asked once a state of the directory', async () => {
  companion.attention = anAttention();
  await Promise.all([look(), look()]);
  expect((await currentAttention()).found).toEqual(anAttention());
  expect((await currentAttention()).hours).toHaveLength(24);
  await look();
  expect(asked()).toBe(1);
  companion.status = aStatus({ seq: 43 });
  companion.attention = anAttention({ seq: 43, refused: [] });
  await look();
  expect((await currentAttention()).found?.refused).toEqual([]);
  expect(asked()).toBe(2);
});

test('a companion that does not know the question is asked again when something has happened, and not before', async () => {
  await look();
  await look();
  expect(asked()).toBe(1);
  companion.status = aStatus({ seq: 43 });
  await look();
  expect(asked()).toBe(2);
  expect((await currentAttention()).found).toBeNull();
});

test('what was found stays while the companion is away, and counts for no other companion', async () => {
  companion.attention = anAttention();
  await look();
  companion.reachable = false;
  await look();
  expect((await currentAttention()).found).toEqual(anAttention());
  await settings.write((old) => ({ ...old, token: 'of another' }));
  expect((await currentAttention()).found).toBeNull();
});

test('what is counted: each refused thing, each name, each team, and the last admin where Okta can take the account away', () => {
  expect(countOf(anAttention())).toBe(4);
  const twice = anAttention().refused.map((cause) => ({ ...cause, subjects: [...cause.subjects, ...cause.subjects] }));
  expect(countOf(anAttention({ refused: twice }))).toBe(5);
  expect(countOf(anAttention({ lastAdmin: { active: [{ id: 'u', name: 'Ann', owner: 'spekit' }] } }))).toBe(3);
  expect(countOf(anAttention({ lastAdmin: { active: [] } }))).toBe(4);
  expect(countOf(anAttention({ lastAdmin: null, refused: [], sameName: [], leftAlone: [] }))).toBe(0);
});
