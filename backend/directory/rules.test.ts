import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../contract/changes.ts';
import type { TeamFacts, UserFacts } from '../../contract/subjects.ts';
import { created, idOf, listOf, oktaGroup, oktaUser, patchOf, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const team = async (id: string): Promise<TeamFacts> => (await companion.api('GET', `/spekit/teams/${id}`)).body as unknown as TeamFacts;
const user = async (id: string): Promise<UserFacts> => (await companion.api('GET', `/spekit/users/${id}`)).body as unknown as UserFacts;
const history = async (): Promise<Change[]> => listOf(await companion.api('GET', '/changes?limit=1000'), 'changes') as unknown as Change[];

test('a person from Okta is a Viewer, invited and pending, whatever groups they are in', async () => {
  const id = await created(companion, '/Users', oktaUser('maya@acme.example', { roles: [{ value: 'Account Admin' }] }));
  await created(companion, '/Groups', oktaGroup('Spekit Experts', [id]));
  await created(companion, '/Groups', oktaGroup('Sales', [id]));
  expect(await user(id)).toMatchObject({
    owner: 'idp',
    role: 'Viewer',
    pending: true,
    active: true,
    invitedBy: 'idp',
    externalId: '00umaya',
    teams: [{ name: 'Sales' }, { name: 'Spekit Experts' }],
  });
});

test('active:false deactivates, silence reactivates nobody, active:true brings back', async () => {
  const id = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const { active: _, ...silent } = oktaUser('maya@acme.example', { active: false });
  await companion.scim('PUT', `/Users/${id}`, oktaUser('maya@acme.example', { active: false }));
  expect(await user(id)).toMatchObject({ active: false, owner: 'idp' });
  await companion.scim('PUT', `/Users/${id}`, { ...silent, title: 'New' });
  expect(await user(id)).toMatchObject({ active: false });
  await companion.scim('PATCH', `/Users/${id}`, patchOf({ op: 'Replace', path: 'active', value: 'True' }));
  expect(await user(id)).toMatchObject({ active: true });
  expect((await history()).slice(-3).map((change) => change.event)).toEqual(['user.deactivated', 'user.updated', 'user.reactivated']);
});

test('members must be people whom Okta has sent: unknown ids are named, groups and Spekit’s own users are refused', async () => {
  const maya = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const group = await created(companion, '/Groups', oktaGroup('Sales', [maya]));
  const own = idOf(await companion.api('POST', '/spekit/users', { email: 'own@acme.example' }));
  for (const [id, why] of [
    ['nobody-7', 'no user'],
    [own, 'no user'],
    [group, 'do not nest'],
  ] as const) {
    for (const answer of [
      await companion.scim('POST', '/Groups', oktaGroup(`With ${id}`, [maya, id])),
      await companion.scim('PUT', `/Groups/${group}`, oktaGroup('Sales', [id])),
      await companion.scim(
        'PATCH',
        `/Groups/${group}`,
        patchOf({ op: 'remove', path: 'members' }, { op: 'add', path: 'members', value: [{ value: id }] }),
      ),
    ]) {
      expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidValue']);
      expect(answer.body['detail']).toContain(id);
      expect(answer.body['detail']).toContain(why);
    }
  }
  expect((await companion.scim('GET', `/Groups/${group}`)).body['members']).toMatchObject([
    { value: maya, type: 'User', display: 'maya Doe' },
  ]);
  expect(listOf(await companion.scim('GET', '/Groups'))).toHaveLength(1);
});

test('a group keeps its own name in a PUT, and may not take that of another pushed group, in any case', async () => {
  const sales = await created(companion, '/Groups', oktaGroup('Sales'));
  const support = await created(companion, '/Groups', oktaGroup('Support'));
  expect((await companion.scim('PUT', `/Groups/${sales}`, oktaGroup('Sales'))).status).toBe(200);
  expect((await companion.scim('PUT', `/Groups/${sales}`, oktaGroup('SALES'))).body['displayName']).toBe('SALES');
  for (const answer of [
    await companion.scim('POST', '/Groups', oktaGroup('sales')),
    await companion.scim('PUT', `/Groups/${support}`, oktaGroup('Sales')),
  ]) {
    expect([answer.status, answer.body['scimType']]).toEqual([409, 'uniqueness']);
  }
});

test('a team of Okta’s beside one of Spekit’s own of the same name: both are there, each knows of the other', async () => {
  const own = idOf(await companion.api('POST', '/spekit/teams', { name: 'Sales' }));
  const pushed = await created(companion, '/Groups', oktaGroup('Sales'));
  expect(await team(own)).toMatchObject({ owner: 'spekit', sameName: { idp: 1, spekit: 0 } });
  expect(await team(pushed)).toMatchObject({ owner: 'idp', sameName: { idp: 0, spekit: 1 } });
  expect(listOf(await companion.scim('GET', '/Groups?filter=displayName%20eq%20%22sales%22')).map((one) => one['id'])).toEqual([pushed]);
});

test('a person invited in Spekit stays unconnected beside the one whom Okta sends', async () => {
  const own = idOf(await companion.api('POST', '/spekit/users', { email: 'maya@acme.example', givenName: 'Maya' }));
  expect((await companion.scim('GET', '/Users')).body['totalResults']).toBe(0);
  expect((await companion.scim('GET', `/Users/${own}`)).status).toBe(404);
  const pushed = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const { body } = await companion.api('POST', '/lookup', { subjects: [{ key: 'k', kind: 'user', email: 'MAYA@acme.example' }] });
  expect(body).toMatchObject({
    answers: [
      {
        matches: [
          { id: pushed, owner: 'idp' },
          { id: own, owner: 'spekit' },
        ],
      },
    ],
  });
});

test('an echoed PUT, and one with Okta’s password, change nothing: no version, no history, only the time of the sync', async () => {
  const id = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const group = await created(companion, '/Groups', oktaGroup('Sales', [id]));
  const before = { changes: await history(), user: await user(id), team: await team(group) };
  const read = await companion.scim('GET', `/Users/${id}`);
  const readGroup = await companion.scim('GET', `/Groups/${group}`);
  await companion.scim('PUT', `/Users/${id}`, { ...read.body, password: 'again' });
  await companion.scim('PUT', `/Groups/${group}`, readGroup.body);
  expect((await companion.scim('GET', `/Users/${id}`)).body).toEqual(read.body);
  expect((await companion.scim('GET', `/Groups/${group}`)).body).toEqual(readGroup.body);
  expect(await history()).toEqual(before.changes);
  const after = { user: await user(id), team: await team(group) };
  expect(after.user.sync.lastChangedAt).toBe(before.user.sync.lastChangedAt);
  expect(Date.parse(after.user.sync.lastSyncedAt ?? '')).toBeGreaterThan(Date.parse(before.user.sync.lastSyncedAt ?? ''));
  expect(Date.parse(after.team.sync.lastSyncedAt ?? '')).toBeGreaterThan(Date.parse(before.team.sync.lastSyncedAt ?? ''));
  expect((await companion.api('GET', '/status')).body).toMatchObject({ lastSync: { outcome: 'unchanged' } });
});

test('a PUT that does not speak of members leaves them; an empty list, or null, takes them all', async () => {
  const id = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const group = await created(companion, '/Groups', oktaGroup('Sales', [id]));
  const { members: _, ...silent } = oktaGroup('Sellers');
  await companion.scim('PUT', `/Groups/${group}`, silent);
  expect(await team(group)).toMatchObject({ name: 'Sellers', memberCount: 1 });
  await companion.scim('PUT', `/Groups/${group}`, { ...silent, members: [] });
  expect(await team(group)).toMatchObject({ memberCount: 0 });
  await companion.scim('PUT', `/Groups/${group}`, oktaGroup('Sellers', [id]));
  await companion.scim('PUT', `/Groups/${group}`, { ...silent, members: null });
  expect(await team(group)).toMatchObject({ memberCount: 0 });
});
