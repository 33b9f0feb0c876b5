import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sql, sql } from './store/sql.ts';
import { adminToken, oktaUser, scimToken } from './testing/companion.ts';
import { makeDatabase, type TestDatabase } from './testing/database.ts';
import { CompanionProgram, environmentFor, refusedStart } from './testing/program.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: TestDatabase;
const programs: CompanionProgram[] = [];
beforeEach(async () => {
  database = await makeDatabase();
});
afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGKILL');
  await database.remove();
});

function start(environment: Record<string, string>): CompanionProgram {
  const program = new CompanionProgram(environment);
  programs.push(program);
  return program;
}

/** What a statement finds in the database, asked from beside the companion. */
async function found(statement: Sql): Promise<Record<string, unknown>[]> {
  const store = await database.open();
  const rows = await store.read((reads) => reads.all<Record<string, unknown>>(statement));
  await store.close();
  return rows;
}

const users = (url: string, token: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/scim/v2/Users`, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' } });

describe('what is wrong at the start is one line that says what to do, and exit code 1', () => {
  const refused = (environment: Record<string, string>): Promise<string> =>
    refusedStart({ ...environmentFor(database.url), ...environment });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is a word', { SOURCEMARK_PORT: 'http' }, /^SOURCEMARK_PORT must be a whole number from 0 to 65535, not http\.$/],
    ['a port too large', { SOURCEMARK_PORT: '65536' }, /^SOURCEMARK_PORT must be/],
    ['a port below none', { SOURCEMARK_PORT: '-1' }, /^SOURCEMARK_PORT must be/],
    ['too many raw requests', { SOURCEMARK_RAW_REQUESTS: 'all' }, /^SOURCEMARK_RAW_REQUESTS must be a whole number from 0 to 1000000/],
    ['raw requests for no day', { SOURCEMARK_RAW_DAYS: '0' }, /^SOURCEMARK_RAW_DAYS must be a whole number from 1 to 3650/],
    ['a body limit too small', { SOURCEMARK_BODY_LIMIT: '10' }, /^SOURCEMARK_BODY_LIMIT must be a whole number from 1024/],
    ['an unknown log level', { SOURCEMARK_LOG_LEVEL: 'loud' }, /^SOURCEMARK_LOG_LEVEL must be one of fatal, .*, not loud\.$/],
    [
      'an address of Spekit without its token',
      { SOURCEMARK_RELAY_URL: 'https://spekit.example/scim/v2' },
      /^SOURCEMARK_RELAY_URL and SOURCEMARK_RELAY_TOKEN belong together/,
    ],
    [
      'a token of Spekit without its address',
      { SOURCEMARK_RELAY_TOKEN: 'token' },
      /^SOURCEMARK_RELAY_URL and SOURCEMARK_RELAY_TOKEN belong together/,
    ],
    ...[
      'http://spekit.example/scim/v2',
      'https://user:secret@spekit.example/',
      'https://spekit.example/?a=b',
      'ftp://spekit.example',
      'spekit',
    ].map((url): [string, Record<string, string>, RegExp] => [
      `${url} as Spekit's address`,
      { SOURCEMARK_RELAY_URL: url, SOURCEMARK_RELAY_TOKEN: 'token' },
      /^SOURCEMARK_RELAY_URL must be the base URL of Spekit's SCIM(?!.*secret)/,
    ]),
    ['deletes that are neither', { SOURCEMARK_RELAY_DELETES: 'yes' }, /^SOURCEMARK_RELAY_DELETES must be refuse or pass, not yes\.$/],
    ['a token with a space', { SOURCEMARK_SCIM_TOKEN: 'two words' }, /^SOURCEMARK_SCIM_TOKEN must be made of/],
    ['another database', { DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL must be sqlite:/],
    ['a database without a name', { DATABASE_URL: 'sqlite:' }, /^DATABASE_URL must be sqlite:/],
    ['a host that is none of ours', { SOURCEMARK_HOST: '192.0.2.7' }, /^192\.0\.2\.7 is no address of this machine\. Set SOURCEMARK_HOST/],
  ])('%s', async (_, environment, words) => {
    expect(await refused(environment)).toMatch(words);
  });

  test('a port in use', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await refused({ SOURCEMARK_PORT: String(port) })).toMatch(/^Port \d+ is in use\. Set SOURCEMARK_PORT to another one/);
    await new Promise((closed) => taken.close(closed));
  });
});

test('it starts by the name that its entry had before as well', async () => {
  const program = new CompanionProgram(environmentFor(database.url), [], 'main.ts');
  programs.push(program);
  expect((await fetch(`${await program.listening()}/healthz`)).status).toBe(200);
  expect(await program.end()).toBe(0);
});

test('tokens are made at the first start, shown once, and kept as hashes alone', async () => {
  const first = start({ SOURCEMARK_PORT: '0', DATABASE_URL: database.url });
  const url = await first.listening();
  await expect.poll(() => first.output).toMatch(/shown this once/);
  const scim = /SCIM token for Okta: +(\S+)/.exec(first.output)?.[1] ?? '';
  const viewer = /Viewer token \(reads only\): +(\S+)/.exec(first.output)?.[1] ?? '';
  const admin = /Admin token for the extension: +(\S+)/.exec(first.output)?.[1] ?? '';
  expect(scim.length).toBeGreaterThan(40);
  expect((await users(url, scim)).status).toBe(200);
  expect((await users(url, admin)).status).toBe(401);
  expect((await fetch(`${url}/api/v1/status`, { headers: { authorization: `Bearer ${admin}` } })).status).toBe(200);
  expect((await fetch(`${url}/api/v1/status`, { headers: { authorization: `Bearer ${viewer}` } })).status).toBe(200);
  expect((await fetch(`${url}/api/v1/tokens`, { headers: { authorization: `Bearer ${viewer}` } })).status).toBe(403);
  expect(await first.end()).toBe(0);

  const second = start({ SOURCEMARK_PORT: '0', DATABASE_URL: database.url });
  expect((await users(await second.listening(), scim)).status).toBe(200);
  expect(second.output).not.toMatch(/token/i);
  await second.end();

  const third = start(environmentFor(database.url));
  const again = await third.listening();
  expect((await users(again, scim)).status).toBe(401);
  expect((await users(again, scimToken)).status).toBe(200);
  expect(third.output).not.toContain(adminToken);
  await third.end();
  const rows = await found(sql`select * from tokens`);
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${scim}|${viewer}|${admin}|${scimToken}|${adminToken}`));
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s finishes what was begun, and what was answered is there afterwards', async (signal) => {
  const program = start(environmentFor(database.url));
  const url = await program.listening();
  const writes = Array.from({ length: 50 }, (_, index) =>
    users(url, scimToken, { method: 'POST', body: JSON.stringify(oktaUser(`u${index}@acme.example`)) }).then(
      (answer) => answer.status,
      () => 0,
    ),
  );
  await Promise.race(writes);
  const ended = program.end(signal);
  const kept = (await Promise.all(writes)).filter((status) => status === 201).length;
  expect(await ended).toBe(0);
  expect(program.errors).toBe('');
  const [count] = await found(sql`select count(*) as count from users`);
  expect(count?.['count']).toBeGreaterThanOrEqual(kept);
  expect(kept).toBeGreaterThan(0);
});
