import { afterEach, beforeEach, expect, test } from 'vitest';
import { mappingRowsAnswer, mappingStatus } from '../../contract/mapping.ts';
import { created, idOf, type Json, listOf, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';
import { ask, staged } from '../testing/staged.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const api = (method: string, path: string, body?: unknown): Promise<Json> => ask(companion, method, path, body);
const rowsOf = async (kind: string): Promise<Json[]> => (await api('GET', `/mapping/rows?kind=${kind}`))['rows'] as Json[];

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

test('a team that stayed for members whom Okta does not send is no duplicate, until Okta sends them', async () => {
  const { noor, jon, sales } = await staged(companion);
  const own = new Map((await rowsOf('user')).map(({ name, id }) => [name, id]));
  const decide = (name: string, decided: Json) => ({ kind: 'user', id: own.get(name), ...decided });
  const salesTeams = async () => listOf(await companion.api('GET', '/spekit/teams'), 'teams').filter(({ name }) => name === 'Sales');
  await api('POST', '/mapping/decisions', {
    decisions: [decide('Jon Smith', { decision: 'keep-both' }), decide('Noor Haddad', { decision: 'keep-both' })],
  });
  await api('POST', '/mapping/complete', {});
  expect((await salesTeams()).map(({ owner, memberCount }) => [owner, memberCount]).sort()).toEqual([
    ['idp', 1],
    ['spekit', 2],
  ]);
  expect(await rowsOf('team')).toEqual([]);

  await api('POST', '/mapping/decisions', { decisions: [decide('Jon Smith', { decision: 'merge', with: jon })] });
  expect(await rowsOf('team')).toEqual([]);
  await api('POST', '/mapping/decisions', { decisions: [decide('Noor Haddad', { decision: 'merge', with: noor })] });
  expect((await rowsOf('team')).map(({ name, with: other, decision }) => [name, other, decision])).toEqual([['Sales', sales, 'merge']]);
  await api('POST', '/mapping/complete', {});
  expect(await salesTeams()).toMatchObject([{ id: sales, owner: 'idp', memberCount: 3 }]);
});
