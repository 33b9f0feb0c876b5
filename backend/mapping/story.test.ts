import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../contract/changes.ts';
import { mappingRowsAnswer, mappingStatus } from '../../contract/mapping.ts';
import { forgetImportsAnswer, importAnswer } from '../../contract/mapping-imports.ts';
import { completeAnswer, decisionsAnswer, previewAnswer, undoAnswer } from '../../contract/mapping-work.ts';
import { type Answer, created, idOf, type Json, listOf, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const api = async (method: string, path: string, body?: unknown): Promise<Json> => {
  const answer = await companion.api(method, path, body);
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
};
const history = async (): Promise<Change[]> => listOf(await companion.api('GET', '/changes?limit=1000'), 'changes') as unknown as Change[];
const rowsOf = async (kind: string): Promise<Json[]> => (await api('GET', `/mapping/rows?kind=${kind}`))['rows'] as Json[];
const refused = ({ status, body }: Answer): unknown => [status, (body['error'] as Json)['detail']];

const exported = {
  users: [
    { email: 'maya@acme.example', firstName: 'Maya', lastName: 'Lindqvist', role: 'Expert', teams: ['Sales', 'Book club'] },
    { email: 'noor@old.example', firstName: 'Noor', lastName: 'Haddad', source: 'salesforce', teams: ['Sales'] },
    { email: 'dana@partner.example', firstName: 'Dana', lastName: 'Whitfield', teams: ['Partners', 'All Spekit Users'] },
    { email: 'jon.smith@home.example', firstName: 'Jon', lastName: 'Smith', role: 'Team Admin', teams: ['Sales'] },
  ],
  teams: [{ name: 'Sales', description: 'Everybody who sells' }],
};

/** Spekit's own were there first; then Okta pushed three people and a group. */
async function staged(): Promise<Record<'maya' | 'noor' | 'jon' | 'sales', string>> {
  await api('POST', '/mapping/imports', exported);
  const maya = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const noor = await created(companion, '/Users', oktaUser('noor@acme.example'));
  const jon = await created(companion, '/Users', oktaUser('jonathan.smith@acme.example', { displayName: 'Jon Smith' }));
  const sales = await created(companion, '/Groups', oktaGroup('Sales', [maya]));
  return { maya, noor, jon, sales };
}

test('Spekit’s own come in, are matched with what Okta pushes, decided on, and become one', async () => {
  const { maya, noor, jon, sales } = await staged();
  await api('PUT', '/mapping/rules', { aliases: [], domains: [{ from: '@old.example', to: 'acme.example' }] });
  const status = mappingStatus.strict().parse(await api('GET', '/mapping'));
  expect(status).toMatchObject({
    account: { connection: 'staging' },
    push: { underWay: true },
    okta: { users: 3, teams: 1 },
    spekit: { users: 4, teams: 3, importedUsers: 4, importedTeams: 3 },
    users: {
      total: 4,
      undecided: 1,
      confidence: { certain: 1, likely: 1, possible: 1, none: 1 },
      by: { email: 1, 'domain-rule': 1, 'similar-name': 1 },
    },
    teams: { total: 3, undecided: 0, decisions: { merge: 1, skip: 2 }, conflicts: { 'members-outside-okta': 1 } },
    rules: { domains: [{ from: 'old.example', to: 'acme.example' }] },
    lastCompleted: null,
  });
  const rows = await rowsOf('user');
  expect(rows.map(({ name, decision, decidedBy }) => [name, decision, decidedBy])).toEqual([
    ['Dana Whitfield', 'skip', 'nobody'],
    ['Jon Smith', null, null],
    ['Maya Lindqvist', 'merge', 'match'],
    ['Noor Haddad', 'merge', 'match'],
  ]);
  expect(refused(await companion.api('POST', '/mapping/complete', {}))).toEqual([
    409,
    expect.stringMatching(/^1 row waits for a decision/),
  ]);

  const jonsRow = rows[1] as Json;
  const decided = await api('POST', '/mapping/decisions', {
    decisions: [{ kind: 'user', id: jonsRow['id'], decision: 'merge', with: jon }],
  });
  expect(decisionsAnswer.strict().parse(decided).rows).toMatchObject([{ decision: 'merge', with: jon, decidedBy: 'admin' }]);
  const preview = previewAnswer.strict().parse(await api('GET', '/mapping/preview'));
  expect(preview.numbers).toEqual({
    mergedUsers: 3,
    mergedTeams: 1,
    keptUsers: 1,
    keptTeams: 2,
    newUsers: 0,
    newTeams: 0,
    rolesKept: 2,
    membershipsMoved: 4,
    undecided: 0,
    connects: true,
  });
  expect(preview.lines.map(({ detail }) => detail)).toContain(
    'Jon Smith becomes one account with jonathan.smith@acme.example, signs in through Okta, and keeps the role Team Admin, teams and content.',
  );
  const found = previewAnswer.parse(await api('GET', '/mapping/preview?q=JONATHAN'));
  expect(found.lines.map(({ name }) => name)).toEqual(['Jon Smith']);

  const done = completeAnswer.strict().parse(await api('POST', '/mapping/complete', {}));
  expect(done).toMatchObject({
    account: { connection: 'connected' },
    already: false,
    run: { run: 1, by: 'admin', users: 3, teams: 1, undoneAt: null },
  });
  const after = await api('GET', '/status');
  expect(after).toMatchObject({ counts: { users: { idp: 3, spekit: 1 }, teams: { idp: 1, spekit: 2 } } });
  expect(await api('GET', `/spekit/users/${jon}`)).toMatchObject({
    owner: 'idp',
    role: 'Team Admin',
    pending: false,
    teams: [{ id: sales, owner: 'idp' }],
  });
  expect(await api('GET', `/spekit/users/${maya}`)).toMatchObject({ role: 'Expert', teams: [{ name: 'Book club' }, { id: sales }] });
  expect(await api('GET', `/spekit/teams/${sales}`)).toMatchObject({ description: 'Everybody who sells', memberCount: 3 });
  expect((await companion.scim('GET', `/Groups/${sales}`)).body['members']).toHaveLength(3);
  const told = (await history()).filter(({ event }) => /merged|mapping|account/.test(event));
  expect(told.map(({ event, subject, facts }) => [event, subject.name, facts.from ?? facts.by])).toEqual([
    ['account.staging', 'Okta', 'scim'],
    ['user.merged', 'Jon Smith', 'Jon Smith'],
    ['user.merged', 'maya Doe', 'Maya Lindqvist'],
    ['user.merged', 'noor Doe', 'Noor Haddad'],
    ['team.merged', 'Sales', 'Sales'],
    ['mapping.completed', 'Okta', 'admin'],
    ['account.connected', 'Okta', 'admin'],
  ]);
  // Once more there is nothing that it could do.
  expect(refused(await companion.api('POST', '/mapping/complete', {}))).toEqual([409, expect.stringMatching(/^Nothing is to be merged/)]);
  expect(noor).not.toBe(jon);
});

/** All that Spekit has, apart from versions and times. */
async function everything(): Promise<unknown> {
  const users = listOf(await companion.api('GET', '/spekit/users?limit=1000'), 'users');
  const teams = listOf(await companion.api('GET', '/spekit/teams?limit=1000'), 'teams');
  const plain = ({ sync: _, since: __, ...facts }: Json) => facts;
  return { users: users.map(plain), teams: teams.map(plain), account: (await api('GET', '/status'))['account'] };
}

test('it can be taken back, whole, and completed again', async () => {
  const { sales } = await staged();
  const [dana, jon] = await rowsOf('user');
  await api('POST', '/mapping/decisions', {
    decisions: [
      { kind: 'user', id: dana?.['id'], decision: 'keep-both' },
      { kind: 'user', id: jon?.['id'], decision: 'merge' },
      { kind: 'user', id: (await rowsOf('user')).find(({ name }) => name === 'Noor Haddad')?.['id'], decision: 'skip' },
    ],
  });
  const before = await everything();
  await api('POST', '/mapping/complete', {});
  const between = await everything();
  const file = await companion.api('GET', '/mapping/undo-file');
  expect([file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
    'application/x-ndjson',
    'attachment; filename="mapping-1-before.ndjson"',
  ]);
  const lines = file.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
  expect(lines[0]).toMatchObject({ kind: 'mapping', run: 1, by: 'admin', connectionBefore: 'staging' });
  expect(
    lines
      .filter(({ table }) => table === 'merged_users')
      .map(({ display_name }) => display_name)
      .sort(),
  ).toEqual(['Jon Smith', 'Maya Lindqvist']);

  expect(undoAnswer.strict().parse(await api('POST', '/mapping/undo'))).toMatchObject({
    account: { connection: 'staging' },
    users: 2,
    teams: 1,
  });
  expect(await everything()).toEqual(before);
  expect(refused(await companion.api('POST', '/mapping/undo'))).toEqual([409, 'There is no completed mapping that could be undone.']);
  await api('POST', '/mapping/complete', {});
  expect(await everything()).toEqual(between);
  expect((await companion.scim('GET', `/Groups/${sales}`)).status).toBe(200);
});

test('undoing is refused, and changes nothing, where something later would be lost: each thing is named', async () => {
  const { maya, sales } = await staged();
  const rows = await rowsOf('user');
  const undecided = rows.filter(({ decision }) => decision === null).map(({ id }) => ({ kind: 'user', id, decision: 'skip' }));
  await api('POST', '/mapping/decisions', { decisions: undecided });
  await api('POST', '/mapping/complete', {});
  await api('PUT', `/spekit/users/${maya}/role`, { role: 'Account Admin' });
  await api('PATCH', `/spekit/teams/${sales}`, { description: 'New' });
  const before = await everything();
  expect(refused(await companion.api('POST', '/mapping/undo'))).toEqual([
    409,
    'The role of maya Doe has been changed since: change it back, or leave the mapping as it is. Description or access of Sales has been changed since: change it back, or leave the mapping as it is.',
  ]);
  expect(await everything()).toEqual(before);
  await companion.scim('DELETE', `/Users/${maya}`);
  await companion.scim('DELETE', `/Groups/${sales}`);
  expect(refused(await companion.api('POST', '/mapping/undo'))).toEqual([
    409,
    expect.stringMatching(
      /^1 user is Okta's no longer \(Maya Lindqvist\): assign them in Okta again\..*1 team is gone or no longer Okta's \(Sales\)\./,
    ),
  ]);
});

test('a row that is wrong is told with what to do and left out; the same rows again change nothing; trying takes nothing', async () => {
  const wrong = {
    users: [...exported.users, { email: 'nonsense' }, { email: 'x@y.example', role: 'King' }, exported.users[0], 7],
    teams: [{ name: ' ' }],
    firstRow: 2,
  };
  const tried = importAnswer.strict().parse(await api('POST', '/mapping/imports?try=true', wrong));
  expect((await api('GET', '/mapping'))['spekit']).toMatchObject({ users: 0, importedUsers: 0 });
  const answer = importAnswer.strict().parse(await api('POST', '/mapping/imports', wrong));
  expect(answer).toEqual(tried);
  expect(answer).toMatchObject({ users: { added: 4 }, teams: { added: 3 }, memberships: 5, problemCount: 5 });
  expect(answer.problems.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
    [2, 'name', ' ', 'invalid'],
    [6, 'email', 'nonsense', 'invalid'],
    [7, 'role', 'King', 'invalid'],
    [8, 'email', 'maya@acme.example', 'twice'],
    [9, null, '7', 'invalid'],
  ]);
  const again = importAnswer.parse(await api('POST', '/mapping/imports', exported));
  expect(again).toMatchObject({ users: { added: 0, changed: 0, unchanged: 4 }, teams: { added: 0, changed: 1 }, memberships: 0 });
  const changed = { ...exported.users[0], role: 'Viewer' };
  expect(importAnswer.parse(await api('POST', '/mapping/imports', { users: [changed] })).users).toMatchObject({ changed: 1 });
});

test('imports are taken out again, but not what was changed in Spekit since', async () => {
  await api('POST', '/mapping/imports', exported);
  const [dana] = await rowsOf('user');
  await api('PUT', `/spekit/users/${dana?.['id']}/role`, { role: 'Expert' });
  expect(forgetImportsAnswer.strict().parse(await api('DELETE', '/mapping/imports'))).toEqual({ users: 3, teams: 2, kept: 2 });
  expect((await api('GET', '/status'))['counts']).toMatchObject({ users: { spekit: 1 }, teams: { spekit: 1 } });
});

test('duplicates that come after the connection are a small mapping of their own', async () => {
  const maya = await created(companion, '/Users', oktaUser('maya@acme.example'));
  expect(mappingStatus.parse(await api('GET', '/mapping'))).toMatchObject({ account: { connection: 'connected' }, users: { total: 0 } });
  idOf(await companion.api('POST', '/spekit/users', { email: 'noor@acme.example', givenName: 'Noor', familyName: 'Haddad' }));
  idOf(await companion.api('POST', '/spekit/users', { email: 'dana@partner.example' }));
  idOf(await companion.api('POST', '/spekit/teams', { name: 'sales' }));
  const noor = await created(companion, '/Users', oktaUser('noor@acme.example'));
  await created(companion, '/Groups', oktaGroup('Sales', [maya]));
  expect((await rowsOf('user')).map(({ name, decision, with: other }) => [name, decision, other])).toEqual([
    ['Noor Haddad', 'merge', noor],
  ]);
  expect(
    (await rowsOf('team')).map(({ name, conflicts }) => [
      name,
      mappingRowsAnswer.shape.rows.element.shape.conflicts.parse(conflicts).map(({ kind }) => kind),
    ]),
  ).toEqual([['sales', ['other-case']]]);
  const [team] = await rowsOf('team');
  await api('POST', '/mapping/decisions', { decisions: [{ kind: 'team', id: team?.['id'], decision: 'keep-both' }] });
  expect(await rowsOf('team')).toEqual([]);
  expect(await api('POST', '/mapping/complete', {})).toMatchObject({ account: { connection: 'connected' }, run: { users: 1, teams: 0 } });
  expect(await api('POST', '/mapping/undo')).toMatchObject({ account: { connection: 'connected' }, users: 1 });
  expect((await rowsOf('user')).map(({ name }) => name)).toEqual(['Noor Haddad']);
});
