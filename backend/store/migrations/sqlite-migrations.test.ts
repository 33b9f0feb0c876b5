import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkDatabase } from '../../maintenance/check.ts';
import { account } from '../reads/accounts.ts';
import { changesAfter } from '../reads/changes.ts';
import { usersByEmail } from '../reads/subjects.ts';
import { openSqlite } from '../sqlite-store.ts';
import { directory } from './001-directory.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-migrations-'));
  file = join(folder, 'sourcemark.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A database as the first release left it, with somebody in it. */
function first(): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`${directory} pragma application_id = ${0x536f4d6b}; pragma user_version = 1;
    insert into accounts (id, type, connection, created_at, seq) values ('a', 'production', 'connected', 0, 2);`);
  const user = database.prepare(`insert into users (account, id, owner, user_name, user_name_key, display_name, display_name_folded, active,
    pending, invited_by, role, resource, version, created_at, modified_at) values ('a', ?, ?, ?, ?, 'N', 'n', ?, 0, 'idp', 'Viewer', '{}', 1, 0, 0)`);
  user.run('1', 'idp', 'ann', 'ann', 1);
  user.run('2', 'idp', 'ben', 'ben', 0);
  user.run('3', 'spekit', 'cleo', 'cleo', 1);
  const team = database.prepare(`insert into teams (account, id, owner, name, name_key, name_folded, description, all_topics,
    speks_without_topic, resource, version, created_at, modified_at) values ('a', ?, ?, ?, ?, ?, '', 1, 1, '{}', 1, 0, 0)`);
  team.run('4', 'idp', 'Sales', 'sales', 'sales');
  const change = database.prepare(`insert into changes (account, seq, at, source, event, outcome, subject_kind, subject_id, subject_name,
    reason, detail, facts) values ('a', ?, ?, 'okta', 'user.created', ?, 'user', ?, ?, ?, ?, '{"from":"x"}')`);
  change.run(2, 20, 'applied', '2', 'ben', null, null);
  change.run(1, 10, 'refused', null, 'ann', 'no', 'Not so.');
  return database;
}

test('a database of the first release is brought forward with all that is in it, and its counts are right', async () => {
  first().close();
  const store = await openSqlite(file);
  expect(await store.read((reads) => account(reads, 'a'))).toMatchObject({
    idp_users: 2,
    spekit_users: 1,
    inactive_users: 1,
    idp_teams: 1,
    spekit_teams: 0,
  });
  expect(await store.read((reads) => changesAfter(reads, 'a', 0, 10))).toMatchObject([
    { seq: 1, at: 10, outcome: 'refused', subject_id: null, subject_name: 'ann', reason: 'no', detail: 'Not so.', facts: '{"from":"x"}' },
    { seq: 2, at: 20, outcome: 'applied', subject_id: '2', subject_name: 'ben', reason: null, detail: null },
  ]);
  expect((await store.read((reads) => usersByEmail(reads, 'a', 'Cleo'))).map((row) => row.id)).toEqual(['3']);
  await store.close();
  expect((await checkDatabase(`sqlite:${file}`)).faults).toEqual([]);
});

test('a step that fails leaves the database as it was', async () => {
  const database = first();
  // What the next step is about to make is there already.
  database.exec('alter table accounts add column idp_teams integer');
  database.close();
  await expect(openSqlite(file)).rejects.toThrow(/cannot be opened/);
  const after = new DatabaseSync(file);
  expect(after.prepare('pragma user_version').get()).toEqual({ user_version: 1 });
  expect(after.prepare('select * from accounts').get()).not.toHaveProperty('idp_users');
  expect(after.prepare("select count(*) as n from sqlite_schema where type = 'trigger'").get()).toEqual({ n: 0 });
  after.close();
});
