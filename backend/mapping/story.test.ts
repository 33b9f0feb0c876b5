import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../contract/changes.ts';
import { mappingStatus } from '../../contract/mapping.ts';
import { completeAnswer, decisionsAnswer, previewAnswer } from '../../contract/mapping-work.ts';
import { type Json, listOf, TestCompanion } from '../testing/companion.ts';
import { ask, refusalOf, staged } from '../testing/staged.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const api = (method: string, path: string, body?: unknown): Promise<Json> => ask(companion, method, path, body);
const rowsOf = async (kind: string): Promise<Json[]> => (await api('GET', `/mapping/rows?kind=${kind}`))['rows'] as Json[];
const history = async (): Promise<Change[]> => listOf(await companion.api('GET', '/changes?limit=1000'), 'changes') as unknown as Change[];

test('Spekit’s own come in, are matched with what Okta pushes, decided on, and become one', async () => {
  const { maya, noor, jon, sales } = await staged(companion);
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
  expect(refusalOf(await companion.api('POST', '/mapping/complete', {}))).toEqual([
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
  expect(refusalOf(await companion.api('POST', '/mapping/complete', {}))).toEqual([409, expect.stringMatching(/^Nothing is to be merged/)]);
  expect(noor).not.toBe(jon);
});

test('a decision that cannot be is refused in words, and nothing of the request is kept', async () => {
  await staged(companion);
  await api('POST', '/spekit/teams', { name: 'All Spekit Users' });
  const [dana, jon] = await rowsOf('user');
  const reserved = (await rowsOf('team')).find(({ name }) => name === 'All Spekit Users');
  const decide = async (...decisions: Json[]) => refusalOf(await companion.api('POST', '/mapping/decisions', { decisions }));
  const skip = { kind: 'user', id: jon?.['id'], decision: 'skip' };
  expect(await decide(skip, { kind: 'user', id: dana?.['id'], decision: 'merge' })).toEqual([
    400,
    expect.stringMatching(/^Dana Whitfield fits several/),
  ]);
  expect(await decide(skip, { kind: 'user', id: dana?.['id'], decision: 'merge', with: 'nobody' })).toEqual([
    404,
    expect.stringMatching(/of Okta's with the id nobody/),
  ]);
  expect(await decide(skip, { kind: 'user', id: 'nobody', decision: 'skip' })).toEqual([
    404,
    expect.stringMatching(/of Spekit's own with the id nobody/),
  ]);
  expect(await decide(skip, { kind: 'team', id: reserved?.['id'], decision: 'merge', with: null })).toEqual([
    400,
    expect.stringMatching(/All Spekit Users/),
  ]);
  expect((await rowsOf('user')).map(({ decidedBy }) => decidedBy)).toEqual(['nobody', null, 'match', null]);
  const domains = async (from: string) =>
    refusalOf(await companion.api('PUT', '/mapping/rules', { aliases: [], domains: [{ from, to: 'acme.example' }] }));
  expect(await domains('@nonsense')).toEqual([400, '@nonsense is no domain. Write it as old.example, or @old.example.']);
});

test('a viewer looks and changes nothing; nobody without a token does either', async () => {
  const { token } = await api('POST', '/tokens/viewer');
  const as = async (authorization: string, method: string, path: string) =>
    (
      await companion.send(method, `/api/v1${path}`, method === 'GET' ? undefined : {}, {
        authorization,
        'content-type': 'application/json',
      })
    ).status;
  const viewer = `Bearer ${String(token)}`;
  for (const path of ['/mapping', '/mapping/rows', '/mapping/preview']) expect([path, await as(viewer, 'GET', path)]).toEqual([path, 200]);
  for (const path of ['/mapping/workbook', '/mapping/undo-file']) expect([path, await as(viewer, 'GET', path)]).toEqual([path, 403]);
  const acts = ['/mapping/check', '/mapping/imports', '/mapping/complete', '/mapping/undo', '/mapping/decisions'];
  for (const path of [...acts, '/mapping/sheet/check', '/mapping/sheet/fill']) {
    expect([path, await as(viewer, 'POST', path), await as('Bearer no', 'POST', path)]).toEqual([path, 403, 401]);
  }
});

test('an empty file is no request without one, and a sandbox is not connected by a mapping either', async () => {
  await staged(companion);
  await api('PUT', '/mapping/rules', {
    aliases: [{ from: 'jon.smith@home.example', to: 'jonathan.smith@acme.example' }],
    domains: [{ from: 'old.example', to: 'acme.example' }],
  });
  expect((await api('GET', '/mapping'))['users']).toMatchObject({ undecided: 0 });
  const before = (await api('GET', '/status'))['seq'];
  const empty = await companion.file('POST', '/mapping/complete', new Uint8Array());
  expect([empty.status, Buffer.from(empty.bytes).toString()]).toEqual([
    409,
    expect.stringMatching(/Nothing was changed: 1 thing is wrong with the workbook/),
  ]);
  expect((await api('GET', '/status'))['seq']).toBe(before);
  const other = await TestCompanion.start({ accountType: 'sandbox' });
  expect((await other.api('POST', '/mapping/complete', {})).body).toMatchObject({
    error: { code: 'owned-elsewhere', reason: 'connect-production-only' },
  });
  await other.end();
});
