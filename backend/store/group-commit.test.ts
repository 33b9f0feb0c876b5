import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDatabase, type TestDatabase } from '../testing/database.ts';
import { type Store, StoreUnavailable, type Transaction } from './access.ts';
import { account } from './reads/accounts.ts';
import { sql } from './sql.ts';
import { ensureAccount, takeSequence } from './writes/accounts.ts';

let database: TestDatabase;
let store: Store;
let commits: number[];
beforeEach(async () => {
  database = await makeDatabase({ filled: true });
  commits = [];
  store = await database.open((works) => commits.push(works));
});
afterEach(async () => {
  await store.close();
  await database.remove();
});

const add = (id: string) => (transaction: Transaction) => ensureAccount(transaction, id, 'production', 1);
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const ids = async (from = store): Promise<string[]> =>
  (await from.read((reads) => reads.all<{ id: string }>(sql`select id from accounts order by id`))).map((row) => row.id);

test('the writes of one turn share a commit', async () => {
  await Promise.all(['a', 'b', 'c'].map((id) => store.write(add(id))));
  expect(commits).toEqual([3]);
  await store.write(add('d'));
  expect(commits).toEqual([3, 1]);
  expect(await ids()).toEqual(['a', 'b', 'c', 'd']);
});

test('those that were answered together share the next commit, though they do not come back in one turn', async () => {
  const later = async (turns: number, id: string): Promise<void> => {
    for (let turn = 0; turn < turns; turn++) await nextTurn();
    await store.write(add(id));
  };
  await Promise.all(['a', 'b', 'c'].map((id) => store.write(add(id))));
  await Promise.all([later(0, 'd'), later(1, 'e'), later(2, 'f')]);
  expect(commits).toEqual([3, 3]);
  // Nobody is waited for who does not come.
  await later(0, 'g');
  expect(commits).toEqual([3, 3, 1]);
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
  const other = await database.open();
  let seenInside: string[] = [];
  let seenByOther: string[] = [];
  await store.write(async (transaction) => {
    await add('a')(transaction);
    seenInside = await ids();
    seenByOther = await ids(other);
  });
  expect([seenInside, seenByOther]).toEqual([[], []]);
  expect(await ids()).toEqual(['a']);
  // To another process a request comes in a turn of its own.
  await nextTurn();
  expect(await ids(other)).toEqual(['a']);
  await other.close();
});

test('writes of two that have the database open come one after the other', async () => {
  const other = await database.open();
  await store.write(add('a'));
  const raise = (by: Store) => by.write(async (transaction) => takeSequence(transaction, await account(transaction, 'a'), 1, null));
  const taken = await Promise.all(Array.from({ length: 40 }, (_, index) => raise(index % 3 === 0 ? other : store)));
  expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  await other.close();
});

test.each(['read', 'readThrough'] as const)('a %s sees one state of the database, however much is written meanwhile', async (how) => {
  await store.write(add('a'));
  const [first, second] = await store[how](async (reads) => {
    const before = await reads.all(sql`select id from accounts`);
    await store.write(add('b'));
    return [before, await reads.all(sql`select id from accounts`)];
  });
  expect(second).toEqual(first);
  expect(await ids()).toEqual(['a', 'b']);
});

test('what is read after a write sees it, in the same turn as well', async () => {
  const seen: string[][] = [];
  for (const id of ['a', 'b', 'c']) {
    seen.push(await ids());
    await store.write(add(id));
    const through = await store.readThrough((reads) => reads.all<{ id: string }>(sql`select id from accounts order by id`));
    expect(through.at(-1)).toEqual({ id });
    seen.push(await ids());
  }
  expect(seen).toEqual([[], ['a'], ['a'], ['a', 'b'], ['a', 'b'], ['a', 'b', 'c']]);
});

test.each(['read', 'readThrough'] as const)('a %s that is under way keeps its state to its end, whatever comes meanwhile', async (how) => {
  await store.write(add('a'));
  const before = await store[how](async (reads) => {
    const first = await reads.all(sql`select id from accounts`);
    const written = store.write(add('b'));
    await nextTurn();
    await written;
    await nextTurn();
    return [first, await reads.all(sql`select id from accounts`)];
  });
  expect(before).toEqual([[{ id: 'a' }], [{ id: 'a' }]]);
  expect(await ids()).toEqual(['a', 'b']);
});

test('where the whole transaction is lost, every write in it is told so, and the next ones work', async () => {
  const lost = await Promise.allSettled([
    store.write(add('a')),
    // As SQLite does by itself when the disk is full, and PostgreSQL when it ends.
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
