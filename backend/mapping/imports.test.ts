import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetImportsAnswer, importAnswer } from '../../contract/mapping-imports.ts';
import { type Json, TestCompanion } from '../testing/companion.ts';
import { ask, exported } from '../testing/staged.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const api = (method: string, path: string, body?: unknown): Promise<Json> => ask(companion, method, path, body);
const rowsOf = async (kind: string): Promise<Json[]> => (await api('GET', `/mapping/rows?kind=${kind}`))['rows'] as Json[];

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
