import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { created, oktaUser, TestCompanion } from '../../testing/companion.ts';
import { makeDatabase, type TestDatabase } from '../../testing/database.ts';
import type { Reads, Store } from '../access.ts';
import { directory } from '../migrations/001-directory.ts';
import { counts } from '../migrations/002-counts.ts';
import { fewerKeys } from '../migrations/003-fewer-keys.ts';
import { pagePacks } from '../migrations/004-page-packs.ts';
import { exchanges } from '../migrations/006-exchanges.ts';
import { mappingTables } from '../migrations/007-mapping.ts';
import { relayedColumn } from '../migrations/008-relayed.ts';
import { type Sql, sql } from '../sql.ts';

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

const all = <Row>(query: Sql): Promise<Row[]> => store.read((reads: Reads) => reads.all<Row>(query));

test('the tables and columns are those of SQLite, in their order, and as strict', async () => {
  const sqlite = new DatabaseSync(':memory:');
  for (const step of [directory, counts, fewerKeys, pagePacks, exchanges, mappingTables, relayedColumn]) sqlite.exec(step);
  const expected = sqlite
    .prepare(
      `select m.name || '.' || c.name || case when c."notnull" or c.pk then '' else '?' end as "column", c.type as type
      from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.cid`,
    )
    .all();
  const found = await all<{ column: string; type: string }>(sql`
    select table_name || '.' || column_name || case is_nullable when 'NO' then '' else '?' end as "column",
      case data_type when 'text' then 'TEXT' when 'bigint' then 'INTEGER' else data_type end as type
    from information_schema.columns where table_schema = current_schema() and table_name <> 'sourcemark_version'
    order by table_name collate "C", ordinal_position`);
  expect(found.length).toBeGreaterThan(50);
  expect(found).toEqual(expected.map((row) => ({ ...row })));
});

test('every text is in the order of its code points, whatever the server’s language', async () => {
  const texts = await all<{ collation: string | null }>(sql`
    select distinct collation_name as collation from information_schema.columns
    where table_schema = current_schema() and data_type = 'text'`);
  expect(texts).toEqual([{ collation: 'C' }]);
  const server = await all<{ first: boolean }>(sql`select 'a' < 'B' as first`);
  expect(server).toEqual([{ first: true }]);
});

test('every key begins with the account', async () => {
  const keys = await all<{ index: string; first: string }>(sql`
    select i.indexrelid::regclass::text as index, a.attname::text as first
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    join pg_class c on c.oid = i.indrelid where c.relnamespace = current_schema()::regnamespace and c.relname <> 'accounts'`);
  expect(keys.length).toBeGreaterThan(10);
  for (const { index, first } of keys) expect([index, first]).toEqual([index, 'account']);
});

test('numbers are numbers, and a commit waits for the disk', async () => {
  const [row] = await all(
    sql`select count(*) as count, sum(2) as sum, 4102444800000 as ms, current_setting('synchronous_commit') as commit`,
  );
  expect(row).toEqual({ count: 1, sum: 2, ms: 4102444800000, commit: 'on' });
});

test('statements without end end no connection’s memory: those kept are some hundred', async () => {
  const kept = sql`select count(*) as count from pg_prepared_statements`;
  let most = 0;
  for (let index = 0; index < 1000; index++) {
    await all({ text: `select ${index} as n`, values: [] });
    if (index % 50 === 0) most = Math.max(most, (await all<{ count: number }>(kept))[0]?.count ?? 0);
  }
  expect(most).toBeGreaterThan(50);
  expect(most).toBeLessThanOrEqual(401);
});

test('after a few writes the planner knows that the account tells no user from another', async () => {
  const companion = await TestCompanion.start();
  const beside = await companion.database.open();
  for (let index = 0; index < 10; index++) await created(companion, '/Users', oktaUser(`user${index}@acme.example`));
  const known = sql`select n_distinct as accounts from pg_stats where tablename = 'users' and attname = 'account'`;
  await expect.poll(() => beside.read((reads) => reads.get(known)), { timeout: 10_000 }).toEqual({ accounts: 1 });
  await beside.close();
  await companion.end();
});
