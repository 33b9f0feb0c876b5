import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeDatabase, type TestDatabase } from '../../testing/database.ts';
import { CompanionProgram, environmentFor, refusedStart } from '../../testing/program.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: TestDatabase;
beforeEach(async () => {
  database = await makeDatabase();
});
afterEach(() => database.remove());

/** The address of the test's database, changed in a part. */
function but(change: Partial<Pick<URL, 'host' | 'port' | 'username' | 'password' | 'pathname'>>): string {
  return Object.assign(new URL(database.url), change).href;
}

async function change(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** What a companion says that cannot start, which is never the password. */
async function refused(url: string): Promise<string> {
  const words = await refusedStart(environmentFor(url));
  expect(words).not.toContain(new URL(database.url).password);
  expect(words).not.toContain('secret');
  return words;
}

test('a server that is not there, does not let us in, or has no such database', async () => {
  expect(await refused(but({ port: '1' }))).toMatch(/^PostgreSQL at 127\.0\.0\.1:1 cannot be reached: .+\. Start it, or correct/);
  expect(await refused(but({ host: 'nowhere.invalid:5432' }))).toMatch(/^PostgreSQL at nowhere\.invalid:5432 cannot be reached: .+\./);
  expect(await refused(but({ password: 'secret' }))).toMatch(
    /does not let sourcemark in: .+\. Correct user and password in DATABASE_URL\.$/,
  );
  expect(await refused(but({ username: 'stranger', password: 'secret' }))).toMatch(/does not let stranger in: /);
  expect(await refused(but({ pathname: '/missing' }))).toMatch(/has no database missing\. Create it \(createdb missing\), or/);
});

test('an address that cannot be read is not repeated', async () => {
  expect(await refused('postgres://user:secret@127.0.0.1:port/x')).toMatch(/^DATABASE_URL must be sqlite:/);
  expect(await refused('postgres:user:secret')).toMatch(/^DATABASE_URL must be sqlite:/);
});

test('another program’s database, and that of a newer companion, are left as they are', async () => {
  await change('create table songs (title text)');
  expect(await refused(database.url)).toMatch(/^The database belongs to another program\. Set DATABASE_URL/);
  await change('drop table songs', 'create view words as select 1');
  expect(await refused(database.url)).toMatch(/belongs to another program/);
  await change('drop view words');
  const newer = new CompanionProgram(environmentFor(database.url));
  await newer.listening();
  expect(await newer.end()).toBe(0);
  await change('update sourcemark_version set version = 99');
  expect(await refused(database.url)).toMatch(/^The database has version 99, this companion knows \d+\. Start the newer companion/);
});

test('a user who may not make tables, and a database that cannot hold every name', async () => {
  await change('drop role if exists guest', "create role guest login password 'secret'", 'revoke create on schema public from public');
  expect(await refused(but({ username: 'guest', password: 'secret' }))).toMatch(/forbids guest what the companion needs in test_\w+: .+\./);
  await change('drop role guest', "create database latin encoding 'LATIN1' locale 'C' locale_provider libc template template0");
  expect(await refused(but({ pathname: '/latin' }))).toMatch(/^The database is encoded in LATIN1\. Create one in UTF8/);
  await change('drop database latin');
});

test('two that start at once on an empty database make its tables once, and both serve', async () => {
  const programs = [1, 2].map(() => new CompanionProgram(environmentFor(database.url)));
  for (const program of programs) {
    const url = await program.listening();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  }
  for (const program of programs) expect([await program.end(), program.errors]).toEqual([0, '']);
});
