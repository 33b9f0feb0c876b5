import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oktaGroup, oktaUser, scimToken } from '../testing/companion.ts';
import { CompanionProgram, environmentFor } from '../testing/program.ts';

let folder: string;
let database: string;
let program: CompanionProgram;
let url: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-maintenance-'));
  database = join(folder, 'sourcemark.db');
  program = new CompanionProgram(environmentFor(`sqlite:${database}`));
  url = await program.listening();
});
afterEach(async () => {
  await program.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function command(parameters: string[], of = database): Promise<{ code: unknown; output: string; errors: string }> {
  const run = new CompanionProgram(environmentFor(`sqlite:${of}`), parameters);
  const code = await run.ended();
  return { code, output: run.output.trim(), errors: run.errors.trim() };
}

async function send(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { authorization: `Bearer ${scimToken}`, 'content-type': 'application/scim+json' };
  const answer = await fetch(`${url}/scim/v2${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('a backup is taken while the companion writes, and a companion starts on it with all that was acknowledged before', async () => {
  for (let index = 0; index < 20; index++) await send('POST', '/Users', oktaUser(`before${index}@example.com`));
  let writing = true;
  const writer = (async () => {
    for (let index = 0; writing; index++) await send('POST', '/Groups', oktaGroup(`Meanwhile ${index}`));
  })();
  const copy = join(folder, 'copy.db');
  const backup = await command(['backup', copy]);
  writing = false;
  await writer;
  expect([backup.code, backup.errors]).toEqual([0, '']);
  expect(backup.output).toBe(`The database was copied to ${copy} (${(await stat(copy)).size} bytes).`);
  expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);

  expect(await command(['check'], copy)).toMatchObject({ code: 0, output: expect.stringMatching(/^Nothing is wrong: 20 users/) });
  await program.end();
  program = new CompanionProgram(environmentFor(`sqlite:${copy}`));
  url = await program.listening();
  expect((await send('GET', '/Users?count=0')).body['totalResults']).toBe(20);
});

test('a check finds nothing beside a running companion, and names what a hand has changed', async () => {
  await send('POST', '/Users', oktaUser('ann@example.com'));
  expect(await command(['check'])).toEqual({ code: 0, output: 'Nothing is wrong: 1 users, 0 teams, 2 changes.', errors: '' });
  const hand = new DatabaseSync(database);
  hand.exec('pragma foreign_keys = off');
  hand.exec(`update accounts set idp_users = 7; delete from changes where seq = 1;
    insert into members (account, team_id, user_id) values ('default', 'gone', 'gone')`);
  hand.close();
  const { code, output, errors } = await command(['check']);
  expect([code, output]).toEqual([1, expect.stringMatching(/^4 faults among 1 users/)]);
  expect(errors.split('\n')).toEqual([
    expect.stringContaining('A row of members names one of'),
    expect.stringContaining('A row of members names one of'),
    'Account default: the number of users from the identity provider is kept as 7, and 1 is found.',
    'Account default: the number of lines in the history is kept as 2, and 1 is found.',
  ]);
});

test('what cannot be done is one line, and nothing is overwritten', async () => {
  const there = join(folder, 'there.db');
  await writeFile(there, 'something');
  const refused = async (parameters: string[], of?: string): Promise<string> => {
    const { code, output, errors } = await command(parameters, of);
    expect([code, output]).toEqual([1, '']);
    expect(errors.split('\n')).toHaveLength(1);
    return errors;
  };
  expect(await refused(['backup', there])).toContain('is there already');
  expect((await stat(there)).size).toBe(9);
  expect(await refused(['backup', join(folder, 'no', 'copy.db')])).toContain('There is no folder');
  expect(await refused(['backup', join(folder, 'copy.db')], join(folder, 'none.db'))).toContain('There is no database');
  expect(await refused(['check'], there)).toContain('is not a SQLite database');
  for (const parameters of [['backup'], ['check', 'more'], ['nonsense']]) expect(await refused(parameters)).toContain('backup FILE');
});

test('a lost token is made anew beside a running companion, which takes it a moment later', async () => {
  const made = await command(['token', 'viewer']);
  expect([made.code, made.errors]).toEqual([0, '']);
  const token = /^New viewer token, shown this once: (\S{40,})\nThe one before opens nothing any more\.$/.exec(made.output)?.[1] ?? '';
  const status = async () => (await fetch(`${url}/api/v1/status`, { headers: { authorization: `Bearer ${token}` } })).status;
  await expect.poll(status, { timeout: 15_000 }).toBe(200);
  expect(await command(['token', 'owner'])).toEqual({
    code: 1,
    output: '',
    errors: 'There is no token of the role owner. There are: scim, viewer, admin.',
  });
  expect(await command(['token', 'admin'], join(folder, 'none.db'))).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^There is no database/),
  });
});
