import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { undoAnswer } from '../../contract/mapping-work.ts';
import { type Json, listOf, TestCompanion } from '../testing/companion.ts';
import { ask, refusalOf, staged } from '../testing/staged.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const api = (method: string, path: string, body?: unknown): Promise<Json> => ask(companion, method, path, body);
const rowsOf = async (kind: string): Promise<Json[]> => (await api('GET', `/mapping/rows?kind=${kind}`))['rows'] as Json[];

/** All that Spekit has, apart from versions and times. */
async function everything(): Promise<unknown> {
  const users = listOf(await companion.api('GET', '/spekit/users?limit=1000'), 'users');
  const teams = listOf(await companion.api('GET', '/spekit/teams?limit=1000'), 'teams');
  const plain = ({ sync: _, since: __, ...facts }: Json) => facts;
  return { users: users.map(plain), teams: teams.map(plain), account: (await api('GET', '/status'))['account'] };
}

test('it can be taken back, whole, and completed again', async () => {
  const { sales } = await staged(companion);
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
  expect(refusalOf(await companion.api('POST', '/mapping/undo'))).toEqual([409, 'There is no completed mapping that could be undone.']);
  await api('POST', '/mapping/complete', {});
  expect(await everything()).toEqual(between);
  expect((await companion.scim('GET', `/Groups/${sales}`)).status).toBe(200);
});

test('undoing is refused, and changes nothing, where something later would be lost: each thing is named', async () => {
  const { maya, sales } = await staged(companion);
  const rows = await rowsOf('user');
  const undecided = rows.filter(({ decision }) => decision === null).map(({ id }) => ({ kind: 'user', id, decision: 'skip' }));
  await api('POST', '/mapping/decisions', { decisions: undecided });
  await api('POST', '/mapping/complete', {});
  await api('PUT', `/spekit/users/${maya}/role`, { role: 'Account Admin' });
  await api('PATCH', `/spekit/teams/${sales}`, { description: 'New' });
  const before = await everything();
  expect(refusalOf(await companion.api('POST', '/mapping/undo'))).toEqual([
    409,
    'The role of maya Doe has been changed since: change it back, or leave the mapping as it is. Description or access of Sales has been changed since: change it back, or leave the mapping as it is.',
  ]);
  expect(await everything()).toEqual(before);
  await companion.scim('DELETE', `/Users/${maya}`);
  await companion.scim('DELETE', `/Groups/${sales}`);
  expect(refusalOf(await companion.api('POST', '/mapping/undo'))).toEqual([
    409,
    expect.stringMatching(
      /^1 user is Okta's no longer \(Maya Lindqvist\): assign them in Okta again\..*1 team is gone or no longer Okta's \(Sales\)\./,
    ),
  ]);
});

test('after thirty days what was before is not kept any longer', async () => {
  await staged(companion);
  const undecided = (await rowsOf('user'))
    .filter(({ decision }) => decision === null)
    .map(({ id }) => ({ kind: 'user', id, decision: 'skip' }));
  await api('POST', '/mapping/decisions', { decisions: undecided });
  await api('POST', '/mapping/complete', {});
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 24 * 60 * 60 * 1000 });
  try {
    const tooOld = [409, 'The mapping was completed more than 30 days ago: what was before is not kept any longer.'];
    expect(refusalOf(await companion.api('POST', '/mapping/undo'))).toEqual(tooOld);
    expect(refusalOf(await companion.api('GET', '/mapping/undo-file'))).toEqual(tooOld);
  } finally {
    vi.useRealTimers();
  }
});
