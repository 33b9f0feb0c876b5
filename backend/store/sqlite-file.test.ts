import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store, Transaction } from './access.ts';
import { sql } from './sql.ts';
import { openSqlite } from './sqlite-store.ts';
import { ensureAccount } from './writes/accounts.ts';

let folder: string;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-store-'));
  file = join(folder, 'sourcemark.db');
  store = await openSqlite(file);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const add = (id: string) => (transaction: Transaction) => ensureAccount(transaction, id, 'production', 1);

test('in memory, writes and reads are the same', async () => {
  const memory = await openSqlite(':memory:');
  await memory.write(add('a'));
  await expect(memory.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await memory.read((reads) => reads.all(sql`select id from accounts`))).toHaveLength(1);
  await memory.close();
});

test('it is durable as asked: WAL, and a commit waits for the disk', async () => {
  const modes = await store.write(async (transaction) => [
    await transaction.get(sql`pragma journal_mode`),
    await transaction.get(sql`pragma synchronous`),
    await transaction.get(sql`pragma foreign_keys`),
  ]);
  expect(modes).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]);
});

test('of the pages that are written, or looked through, few are kept: those that are often read stand in memory already', async () => {
  const kept = [
    await store.write((transaction) => transaction.get(sql`pragma cache_size`)),
    await store.readThrough((reads) => reads.get(sql`pragma cache_size`)),
    await store.read((reads) => reads.get(sql`pragma cache_size`)),
  ];
  // Below 0: KiB.
  expect(kept).toEqual([{ cache_size: -2_000 }, { cache_size: -2_000 }, { cache_size: -16_000 }]);
});

test('every key begins with the account', async () => {
  const keys = new DatabaseSync(file, { readOnly: true });
  const tables = keys
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'accounts'")
    .all();
  expect(tables.length).toBeGreaterThan(5);
  for (const { name } of tables) {
    for (const index of keys.prepare(`pragma index_list(${name})`).all()) {
      const [first] = keys.prepare(`pragma index_info(${index['name']})`).all();
      expect([name, index['name'], first?.['name']]).toEqual([name, index['name'], 'account']);
    }
  }
  keys.close();
});
