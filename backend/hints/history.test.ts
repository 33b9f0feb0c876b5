import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../contract/changes.ts';
import { historyAnswer, historyReach } from '../../contract/history.ts';
import { databaseAddress } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import { historyRows } from '../store/reads/history.ts';
import { sql } from '../store/sql.ts';
import { created, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const history = async (query: Record<string, string>) =>
  historyAnswer.strict().parse((await companion.api('GET', `/history?${new URLSearchParams(query)}`)).body);

/** All of it, as one who scrolls gets it. */
async function whole(query: Record<string, string>): Promise<Change[]> {
  const all: Change[] = [];
  for (let page = await history(query); ; page = await history({ ...query, before: String(page.next) })) {
    all.push(...page.changes);
    if (page.next === null) return all;
  }
}

async function company(): Promise<{ maya: string; sales: string }> {
  await created(companion, '/Users', oktaUser('Ärmel@acme.example'));
  const maya = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const sales = await created(companion, '/Groups', oktaGroup('Sales', [maya]));
  await companion.scim('POST', '/Groups', oktaGroup('All Spekit Users'));
  await companion.api('POST', '/spekit/teams', { name: 'Partners' });
  return { maya, sales };
}

test('it is told from the newest on, page by page, each row once', async () => {
  await company();
  const all = await whole({ limit: '2' });
  const { changes } = (await companion.api('GET', '/changes?limit=1000')).body as { changes: Change[] };
  expect(all).toEqual(changes.toReversed());
});

test('by who, what, when and outcome', async () => {
  const { maya, sales } = await company();
  const all = await whole({});
  const by = (test: (change: Change) => boolean) => all.filter(test);
  expect(await whole({ subject: maya })).toEqual(by(({ subject }) => subject.id === maya));
  expect(await whole({ outcome: 'refused' })).toEqual(by(({ outcome }) => outcome === 'refused'));
  expect(await whole({ source: 'spekit' })).toEqual(by(({ source }) => source === 'spekit'));
  expect(await whole({ event: 'team.created', source: 'okta' })).toEqual(
    by(({ event, source }) => event === 'team.created' && source === 'okta'),
  );
  expect(await whole({ kind: 'team', subject: sales })).toEqual(by(({ subject }) => subject.id === sales));
  expect((await whole({ q: 'ärmel' })).map(({ subject }) => subject.name)).toEqual(['Ärmel Doe']);
  const from = new Date(Date.now() + 60_000).toISOString();
  expect(await history({ from })).toMatchObject({ changes: [], next: null });
  expect(await whole({ to: from })).toEqual(all);
  expect((await companion.api('GET', '/history?outcome=perhaps')).status).toBe(400);
});

test('of a long log a part is looked through at once, and where it holds nothing the next is asked for', async () => {
  await company();
  const store = await openStore(databaseAddress(companion.database.url));
  const rows = historyReach + 1_000;
  await store.write(async (transaction) => {
    const last = (await transaction.get<{ seq: number }>(sql`select seq from accounts where id = 'default'`))?.seq ?? 0;
    await transaction.run(sql`
      insert into changes (account, seq, at, source, event, outcome, subject_kind, subject_id, subject_name, facts)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${rows})
      select 'default', ${last} + i, (select max(at) from changes) + i, 'spekit', 'team.renamed', 'applied', 'team', 'x', 'Other', '{}' from n`);
    await transaction.run(sql`update accounts set seq = seq + ${rows} where id = 'default'`);
  });
  expect((await store.read((reads) => historyRows(reads, 'default', { first: 1, last: 9, limit: 1 }, {}))).length).toBe(1);
  await store.close();
  const page = await history({ outcome: 'refused' });
  expect(page.changes).toEqual([]);
  expect(page.next).toBe(page.seq - historyReach + 1);
  expect((await whole({ outcome: 'refused' })).map(({ subject }) => subject.name)).toEqual(['All Spekit Users']);
});
