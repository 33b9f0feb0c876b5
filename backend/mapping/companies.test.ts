import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { MappingRow } from '../../contract/mapping.ts';
import { type Role, rankOfRole } from '../../ownership/actions.ts';
import { Directory } from '../directory/act.ts';
import { Freshness } from '../directory/freshness.ts';
import type { Store } from '../store/access.ts';
import { mergedTeams, mergedUsers } from '../store/reads/mapping.ts';
import { ensureAccount } from '../store/writes/accounts.ts';
import { makeDatabase, type TestDatabase } from '../testing/database.ts';
import { type Company, company, type Everything, everything, settle, withoutIds } from '../testing/random-company.ts';
import { Mapping } from './mapping.ts';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await makeDatabase({ filled: true });
  store = await database.open();
});
afterAll(async () => {
  await store.close();
  await database.remove();
});

let accounts = 0;

/** A company in an account of its own, staged, with every row decided. */
async function decided(given: Company, reversed = false): Promise<{ id: string; mapping: Mapping }> {
  const id = `company-${accounts++}`;
  await store.write((transaction) => ensureAccount(transaction, id, 'production', 1));
  const directory = new Directory(store, id, new Freshness(store, id));
  await settle(directory, given, reversed);
  const mapping = new Mapping(directory);
  for (const kind of ['user', 'team'] as const) {
    const { rows } = await mapping.rows({ kind, decided: 'false', offset: 0, limit: 500 });
    if (rows.length > 0)
      await mapping.decide(
        rows.map((row) => choice(row, given)),
        'admin',
      );
  }
  return { id, mapping };
}

/** What the admin says of a row, by what is seen of it. */
function choice({ kind, id, userName, source, candidates }: MappingRow, { choices }: Company) {
  const decision = choices[(userName.length + (source ?? '').length) % choices.length] ?? 'skip';
  return { kind, id, decision, with: decision === 'merge' ? (candidates[0]?.id ?? null) : null };
}

/** Every membership of before, as it must be after. */
function expectKept(before: Everything, after: Everything, users: ReadonlyMap<string, string>, teams: ReadonlyMap<string, string>): void {
  const there = new Set(after.members.map(({ team_id, user_id }) => `${team_id} ${user_id}`));
  const expected = new Set<string>();
  for (const { team_id, user_id } of before.members) {
    const user = users.get(user_id) ?? user_id;
    const [one, other] = [`${team_id} ${user}`, `${teams.get(team_id) ?? team_id} ${user}`];
    expect([...new Set([one, other])].filter((membership) => there.has(membership))).toHaveLength(1);
    expected.add(one).add(other);
  }
  expect([...there].filter((membership) => !expected.has(membership))).toEqual([]);
}

/** The statements are the same on both databases; over a wire each company takes ten times as long. */
const runs = { numRuns: inject('postgres') === undefined ? 25 : 4 };

test('nobody is lost, nobody is there twice, every membership and every role is kept, and undoing brings all of it back', async () => {
  await fc.assert(
    fc.asyncProperty(company, async (given) => {
      const { id, mapping } = await decided(given);
      const state = (): Promise<Everything> => store.read((reads) => everything(reads, id));
      const before = await state();
      if (given.okta.length + given.groups.length === 0 || given.spekit.length === 0) return;
      const { numbers } = await mapping.preview({ offset: 0, limit: 1 });
      const done = await mapping.complete(undefined, 'admin');
      expect(done.numbers).toEqual(numbers);
      const after = await state();
      const merged = await store.read(async (reads) => ({
        users: await mergedUsers(reads, id, 1),
        teams: await mergedTeams(reads, id, 1),
      }));
      const users = new Map(merged.users.map((one) => [one.id, one.okta_id]));
      const teams = new Map(merged.teams.map((one) => [one.id, one.okta_id]));
      expect([users.size, teams.size]).toEqual([numbers.mergedUsers, numbers.mergedTeams]);
      expect(after.users.map((one) => one.id)).toEqual(before.users.map((one) => one.id).filter((one) => !users.has(one)));
      expect(after.users.filter(({ owner }) => owner === 'spekit')).toHaveLength(numbers.keptUsers);
      for (const user of before.users) {
        const now = after.users.find((one) => one.id === (users.get(user.id) ?? user.id));
        expect(rankOfRole((now?.role ?? 'none') as Role)).toBeGreaterThanOrEqual(rankOfRole(user.role as Role));
      }
      expectKept(before, after, users, teams);
      await mapping.undo('admin');
      expect(await state()).toEqual(before);
    }),
    runs,
  );
});

test('whatever the order in which Okta pushed, the company comes out the same', async () => {
  await fc.assert(
    fc.asyncProperty(company, async (given) => {
      const results = [];
      for (const reversed of [false, true]) {
        const { id, mapping } = await decided(given, reversed);
        if (given.okta.length + given.groups.length > 0 && given.spekit.length > 0) await mapping.complete(undefined, 'admin');
        results.push(withoutIds(await store.read((reads) => everything(reads, id))));
      }
      expect(results[1]).toEqual(results[0]);
    }),
    runs,
  );
});
