import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { adminToken, oktaUser, scimToken } from './testing/companion.ts';
import { CompanionProgram, environmentFor } from './testing/program.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let database: string;
const programs: CompanionProgram[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-start-'));
  database = join(folder, 'sourcemark.db');
});
afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function start(environment: Record<string, string>): CompanionProgram {
  const program = new CompanionProgram(environment, folder);
  programs.push(program);
  return program;
}

const users = (url: string, token: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/scim/v2/Users`, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' } });

describe('what is wrong at the start is one line that says what to do, and exit code 1', () => {
  async function refused(environment: Record<string, string>): Promise<string> {
    const program = start({ ...environmentFor(database), ...environment });
    expect(await program.ended()).toBe(1);
    expect(program.output).toBe('');
    expect(program.errors.trim().split('\n')).toHaveLength(1);
    return program.errors.trim();
  }

  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is a word', { SOURCEMARK_PORT: 'http' }, /^SOURCEMARK_PORT must be a whole number from 0 to 65535, not http\.$/],
    ['a port too large', { SOURCEMARK_PORT: '65536' }, /^SOURCEMARK_PORT must be/],
    ['a port below none', { SOURCEMARK_PORT: '-1' }, /^SOURCEMARK_PORT must be/],
    ['a body limit too small', { SOURCEMARK_BODY_LIMIT: '10' }, /^SOURCEMARK_BODY_LIMIT must be a whole number from 1024/],
    ['an unknown log level', { SOURCEMARK_LOG_LEVEL: 'loud' }, /^SOURCEMARK_LOG_LEVEL must be one of fatal, .*, not loud\.$/],
    ['a token with a space', { SOURCEMARK_SCIM_TOKEN: 'two words' }, /^SOURCEMARK_SCIM_TOKEN must be made of/],
    [
      'PostgreSQL',
      { DATABASE_URL: 'postgres://localhost/sourcemark' },
      /^DATABASE_URL names PostgreSQL, which this release does not support yet/,
    ],
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

  test('a database that is a folder, no database, another program’s, or of a newer companion', async () => {
    await mkdir(join(folder, 'folder.db'));
    expect(await refused({ DATABASE_URL: `sqlite:${join(folder, 'folder.db')}` })).toMatch(/is a folder\. Set DATABASE_URL/);
    await writeFile(join(folder, 'text.db'), 'This is no database, however long one looks at it. '.repeat(50));
    expect(await refused({ DATABASE_URL: `sqlite:${join(folder, 'text.db')}` })).toMatch(/is not a SQLite database/);
    await writeFile(join(folder, 'file'), '');
    expect(await refused({ DATABASE_URL: `sqlite:${join(folder, 'file', 'x.db')}` })).toMatch(
      /cannot be opened: .*Set DATABASE_URL|Check the folder/,
    );
    const foreign = new DatabaseSync(join(folder, 'foreign.db'));
    foreign.exec('create table songs (title text)');
    foreign.close();
    expect(await refused({ DATABASE_URL: `sqlite:${join(folder, 'foreign.db')}` })).toMatch(/belongs to another program/);
    const newer = start(environmentFor(database));
    await newer.listening();
    await newer.end();
    const raised = new DatabaseSync(database);
    raised.exec('pragma user_version = 99');
    raised.close();
    expect(await refused({})).toMatch(/^The database has version 99, this companion knows \d+\. Start the newer companion/);
  });
});

test('the folder of the database is made, and the address said', async () => {
  const program = start(environmentFor(join(folder, 'new', 'deep', 'sourcemark.db')));
  const url = await program.listening();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await stat(join(folder, 'new', 'deep', 'sourcemark.db'))).isFile()).toBe(true);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('tokens are made at the first start, shown once, and kept as hashes alone', async () => {
  const first = start({ SOURCEMARK_PORT: '0', DATABASE_URL: `sqlite:${database}` });
  const url = await first.listening();
  await expect.poll(() => first.output).toMatch(/shown this once/);
  const scim = /SCIM token for Okta: +(\S+)/.exec(first.output)?.[1] ?? '';
  const admin = /Admin token for the extension: +(\S+)/.exec(first.output)?.[1] ?? '';
  expect(scim.length).toBeGreaterThan(40);
  expect((await users(url, scim)).status).toBe(200);
  expect((await users(url, admin)).status).toBe(401);
  expect((await fetch(`${url}/api/v1/status`, { headers: { authorization: `Bearer ${admin}` } })).status).toBe(200);
  expect(await first.end()).toBe(0);

  const second = start({ SOURCEMARK_PORT: '0', DATABASE_URL: `sqlite:${database}` });
  expect((await users(await second.listening(), scim)).status).toBe(200);
  expect(second.output).not.toMatch(/token/i);
  await second.end();

  const third = start(environmentFor(database));
  const again = await third.listening();
  expect((await users(again, scim)).status).toBe(401);
  expect((await users(again, scimToken)).status).toBe(200);
  expect(third.output).not.toContain(adminToken);
  await third.end();
  const rows = new DatabaseSync(database).prepare('select * from tokens').all();
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${scim}|${admin}|${scimToken}|${adminToken}`));
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s finishes what was begun, and what was answered is there afterwards', async (signal) => {
  const program = start(environmentFor(database));
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
  const count = new DatabaseSync(database).prepare('select count(*) as count from users').get();
  expect(count?.['count']).toBeGreaterThanOrEqual(kept);
  expect(kept).toBeGreaterThan(0);
});
