import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Store, StoreUnavailable, type Transaction } from './access.ts';
import { sql } from './sql.ts';
import { openSqlite } from './sqlite-store.ts';
import { ensureAccount } from './writes/accounts.ts';

let folder: string;
let file: string;
let store: Store;
let commits: number[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-store-'));
  file = join(folder, 'sourcemark.db');
  commits = [];
  store = await openSqlite(file, (works) => commits.push(works));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const add = (id: string) => (transaction: Transaction) => ensureAccount(transaction, id, 'production', 1);
const ids = async (): Promise<string[]> =>
  (await store.read((reads) => reads.all<{ id: string }>(sql`select id from accounts order by id`))).map((row) => row.id);

test('the writes of one turn share a commit', async () => {
  await Promise.all(['a', 'b', 'c'].map((id) => store.write(add(id))));
  expect(commits).toEqual([3]);
  await store.write(add('d'));
  expect(commits).toEqual([3, 1]);
  expect(await ids()).toEqual(['a', 'b', 'c', 'd']);
});

test('a write that throws is undone alone, whatever it had done', async () => {
  const results = await Promise.allSettled([
    store.write(add('a')),
    store.write(async (transaction) => {
      await add('half')(transaction);
      throw new Error('no');
    }),
    store.write(async (transaction) => {
      await add('wrong')(transaction);
      await transaction.run(sql`insert into accounts (id) values (${'no type'})`);
    }),
    store.write(add('b')),
  ]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(await ids()).toEqual(['a', 'b']);
});

test('a write is answered after its commit, and read by nobody before', async () => {
  const other = new DatabaseSync(file, { readOnly: true });
  let seenInside: string[] = [];
  let seenByOther: unknown[] = [];
  const written = store.write(async (transaction) => {
    await add('a')(transaction);
    seenInside = await ids();
    seenByOther = other.prepare('select id from accounts').all();
  });
  await written;
  expect([seenInside, seenByOther]).toEqual([[], []]);
  expect(other.prepare('select id from accounts').all()).toHaveLength(1);
  other.close();
});

test('a read sees one state of the database, however much is written meanwhile', async () => {
  await store.write(add('a'));
  const [first, second] = await store.read(async (reads) => {
    const before = await reads.all(sql`select id from accounts`);
    await store.write(add('b'));
    return [before, await reads.all(sql`select id from accounts`)];
  });
  expect(second).toEqual(first);
  expect(await ids()).toEqual(['a', 'b']);
});

test('where the whole transaction is lost, every write in it is told so, and the next ones work', async () => {
  const lost = await Promise.allSettled([
    store.write(add('a')),
    // As SQLite does by itself when the disk is full.
    store.write(async (transaction) => {
      await transaction.run(sql`rollback`);
      throw new Error('disk full');
    }),
  ]);
  for (const result of lost) expect(result).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
  await store.write(add('b'));
  expect(await ids()).toEqual(['b']);
});

test('a read that throws leaves the next ones alone', async () => {
  await expect(store.read(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(store.read((reads) => reads.get(sql`select nothing from nowhere`))).rejects.toThrow();
  expect(await ids()).toEqual([]);
});

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
