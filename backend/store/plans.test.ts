import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFilter } from '../scim/filter/parse.ts';
import { groupType, type ResourceType, userType } from '../scim/schemas/resource-types.ts';
import type { Reads, Store } from './access.ts';
import { accountAdmins, openRefusals } from './reads/attention.ts';
import { changesAfter, newestChanges } from './reads/changes.ts';
import { usersPage } from './reads/directory-pages.ts';
import { exchangeOfChange } from './reads/exchanges.ts';
import { historyRows } from './reads/history.ts';
import { memberCount, membersOf, teamsOf } from './reads/members.ts';
import { scimPage } from './reads/scim-pages.ts';
import { lastRefusal, refusalsSince } from './reads/status.ts';
import * as subjects from './reads/subjects.ts';
import type { TeamRow } from './rows.ts';
import type { Sql } from './sql.ts';
import { openSqlite } from './sqlite-store.ts';

let folder: string;
let store: Store;
let database: DatabaseSync;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-plans-'));
  store = await openSqlite(join(folder, 'sourcemark.db'));
  database = new DatabaseSync(join(folder, 'sourcemark.db'), { readOnly: true });
  database.function('case_key', { deterministic: true }, (text) => text);
});
afterAll(async () => {
  database.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** How SQLite finds the rows of the statements that a read asks for. */
async function plan(read: (reads: Reads) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  const explain = ({ text, values }: Sql): void => {
    const steps = database.prepare(`explain query plan ${text}`).all(...values);
    found.push(...steps.map((step) => String(step['detail'])).filter((detail) => /^(SEARCH|SCAN)/.test(detail)));
  };
  // A count of one, so that a page looks for its rows as well.
  const one: unknown = { total: 1, count: 1 };
  await read({
    async get<Row>(query: Sql) {
      explain(query);
      return one as Row;
    },
    async all<Row>(query: Sql) {
      explain(query);
      return [] as Row[];
    },
  });
  return found;
}

const account = 'default';
const page = (type: ResourceType, filter: string | null) => (reads: Reads) =>
  scimPage(reads, account, type, {
    filter: filter === null ? null : parseFilter(type, filter),
    sort: null,
    from: { offset: 0 },
    limit: 100,
  });

/** Each key that is used, to its last column: what is found by it is found at once, however large the account. */
test.each<[string, (reads: Reads) => Promise<unknown>, RegExp]>([
  ['a user by id', (reads) => subjects.idpUser(reads, account, 'x'), /account=\? AND id=\?/],
  ['a team by id', (reads) => subjects.teamById(reads, account, 'x'), /account=\? AND id=\?/],
  ['a user by user name', (reads) => subjects.idpUserNamed(reads, account, 'x'), /AND user_name_key=\?/],
  ['a team by display name', (reads) => subjects.idpTeamNamed(reads, account, 'x'), /AND name_key=\?/],
  ['users by Okta’s id', (reads) => subjects.usersByExternalId(reads, account, 'x'), /AND external_id=\?/],
  ['users by email', (reads) => subjects.usersByEmail(reads, account, 'x'), /AND (user_name_key|email_key)=\?/],
  ['users by name', (reads) => subjects.usersByDisplayName(reads, account, 'x'), /AND display_name_folded=\?/],
  ['teams by name', (reads) => subjects.teamsByName(reads, account, 'x'), /AND name_folded=\?/],
  ['teams of the same name', (reads) => subjects.sameNamed(reads, account, { id: 'x', name: 'x' } as TeamRow), /AND name_folded=\?/],
  ['a refused creation', (reads) => subjects.refusedCreation(reads, account, 'team', 'x'), /AND kind=\? AND name_key=\?/],
  ['how many members', (reads) => memberCount(reads, account, 'x'), /AND team_id=\?/],
  ['the members of a team', (reads) => membersOf(reads, account, 'x'), /AND (team_id|id)=\?/],
  ['the teams of a user', (reads) => teamsOf(reads, account, 'x'), /AND (user_id|id)=\?/],
  ['Okta’s look-up of a user', page(userType, 'userName eq "a"'), /AND user_name_key=\?/],
  ['Okta’s look-up of a group', page(groupType, 'displayName eq "a"'), /AND name_key=\?/],
  ['a look-up by externalId', page(userType, 'externalId eq "a"'), /AND external_id=\?/],
  ['a look-up by id', page(userType, 'id eq "a"'), /AND id=\?/],
  ['a page', page(userType, null), /INDEX users_by_owner \(account=\? AND owner=\?\)/],
  ['a page of Manage Users', (reads) => usersPage(reads, account, 0, 10), /INDEX users_by_display_name/],
  ['the last refusal', (reads) => lastRefusal(reads, account), /INDEX changes_refused/],
  ['the refusals of a day', (reads) => refusalsSince(reads, account, 1), /COVERING INDEX changes_refused .*at>/],
  ['Account Admins', (reads) => accountAdmins(reads, account, 2), /INDEX users_with_role \(account=\? AND role=\?\)/],
  [
    'a part of the history',
    (reads) => historyRows(reads, account, { first: 1, last: 9, limit: 5 }, { outcome: 'refused' }),
    /seq>\? AND seq<\?/,
  ],
  [
    'what was refused',
    (reads) => openRefusals(reads, account, 50),
    /users_refused|teams_refused|changes_refused .*at=\?|SEARCH r USING PRIMARY KEY|name_folded=\?|user_name_key=\?|SCAN refusals/,
  ],
  ['what led to a change', (reads) => exchangeOfChange(reads, account, 1), /autoindex_exchanges_1 \(account=\? AND first_seq<\?\)/],
  ['changes', (reads) => changesAfter(reads, account, 1, 1), /AND seq>\?/],
  ['the newest changes', (reads) => newestChanges(reads, account, 1, 1), /AND seq>\?/],
])('%s', async (_, read, expected) => {
  const steps = await plan(read);
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) expect(step).toMatch(expected);
});
