import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDatabase, type TestDatabase } from '../testing/database.ts';
import { CompanionProgram, environmentFor } from '../testing/program.ts';
import { expectKept, expectWhole, type SteadyWriter, writeAWhile } from '../testing/steady-writer.ts';
import { sql } from './sql.ts';

const rounds = 4;
const clients = 12;

let database: TestDatabase;
beforeEach(async () => {
  database = await makeDatabase();
});
afterEach(() => database.remove());

test('killed at random moments under load, the companion comes back with every acknowledged write and no half one', {
  timeout: 180_000,
}, async () => {
  const all: SteadyWriter[] = [];
  for (let round = 0; round < rounds; round++) {
    const program = new CompanionProgram(environmentFor(database.url));
    const names = Array.from({ length: clients }, (_, index) => `r${round}w${index}`);
    const { writers, ended } = await writeAWhile(await program.listening(), names);
    all.push(...writers);
    expect(await program.end('SIGKILL')).toBe('SIGKILL');
    await ended;
  }

  // It starts again on what the kills left, and the database is whole.
  const program = new CompanionProgram(environmentFor(database.url));
  expect(await expectKept(await program.listening(), all)).toBeGreaterThan(rounds * clients);
  expect(await program.end()).toBe(0);

  const store = await database.open();
  await expectWhole(store);
  if (database.url.startsWith('sqlite:')) {
    expect(await store.read((reads) => reads.get(sql`pragma integrity_check`))).toEqual({ integrity_check: 'ok' });
    expect(await store.read((reads) => reads.all(sql`pragma foreign_key_check`))).toEqual([]);
  }
  await store.close();
});
