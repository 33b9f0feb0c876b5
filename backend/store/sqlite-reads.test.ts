import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from './access.ts';
import { sql } from './sql.ts';
import { openSqlite } from './sqlite-store.ts';
import { ensureAccount } from './writes/accounts.ts';

let folder: string;
let path: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-reads-'));
  path = join(folder, 'reads.db');
  store = await openSqlite(path);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

test('the log is begun anew although somebody reads in every turn', async () => {
  const megabyte = 1024 * 1024;
  const large = 'x'.repeat(megabyte);
  // Some three times as much as the log holds before it is copied into the database.
  for (let index = 0; index < 50; index++) {
    // The commit comes after all requests of the turn: a read has its state of the database then.
    const written = store.write((transaction) => ensureAccount(transaction, `${index}${large}`, 'production', 1));
    await store.read((reads) => reads.get(sql`select count(*) from accounts`));
    await written;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await stat(path)).size).toBeGreaterThan(25 * megabyte);
  expect((await stat(`${path}-wal`)).size).toBeLessThan(30 * megabyte);
});
