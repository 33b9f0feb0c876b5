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
const connection = async (): Promise<unknown> => (await companion.api('GET', '/status')).body['account'];

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

test.each(['All Spekit Users', ' all  spekit USERS ', 'Spekit Account Admins', 'spekit acct admins', 'ALLSPEKITUSERS', 'All Spekit Users'])(
  'a group named "%s" is refused at creation and at rename, in the words that Okta shows',
  async (name) => {
    const refused = await companion.scim('POST', '/Groups', oktaGroup(name));
    expect([refused.status, refused.body['scimType']]).toEqual([400, 'invalidValue']);
    expect(refused.body['detail']).toMatch(/cannot be added to Spekit\..*Rename the group in Okta first, then push it\.$/);

    const id = await created(companion, '/Groups', oktaGroup('Sales'));
    const put = await companion.scim('PUT', `/Groups/${id}`, oktaGroup(name));
    const patch = await companion.scim('PATCH', `/Groups/${id}`, patchOf({ op: 'replace', value: { id, displayName: name } }));
    const path = await companion.scim('PATCH', `/Groups/${id}`, patchOf({ op: 'Replace', path: 'displayName', value: name }));
    for (const answer of [put, patch, path]) {
      expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidValue']);
      expect(answer.body['detail']).toMatch(/cannot exist in Spekit/);
    }
    expect(await team(id)).toMatchObject({
      name: 'Sales',
      sync: { refusal: { reason: 'group-rename-reserved', detail: path.body['detail'] } },
    });

    const refusals = (await history()).filter((change) => change.outcome === 'refused');
    expect(refusals.map((change) => [change.event, change.reason, change.detail, change.subject.id])).toEqual([
      ['request.refused', 'group-push-reserved', refused.body['detail'], null],
      ...Array(3).fill(['request.refused', 'group-rename-reserved', put.body['detail'], id]),
    ]);
    expect((await companion.api('GET', '/status')).body).toMatchObject({
      refusals: 4,
      lastSync: { outcome: 'refused' },
      lastRefusal: { subject: { name: 'Sales' } },
    });
  },
);

test('a refusal stands until Okta has sent the same thing with success', async () => {
  const id = await created(companion, '/Groups', oktaGroup('Sales'));
  await companion.scim('PUT', `/Groups/${id}`, oktaGroup('All Spekit Users'));
  expect((await team(id)).sync.refusal).not.toBeNull();
  await companion.scim('PUT', `/Groups/${id}`, oktaGroup('Sales'));
  expect((await team(id)).sync.refusal).toBeNull();
});

test('DELETE of a group releases its team: it stays with members, description and access, Spekit’s own, and may be removed there', async () => {
  const maya = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const id = await created(companion, '/Groups', oktaGroup('Sales', [maya]));
  await companion.api('PATCH', `/spekit/teams/${id}`, { description: 'Sells', access: { allTopics: false } });
  expect((await companion.scim('DELETE', `/Groups/${id}`)).status).toBe(204);
  for (const method of ['GET', 'DELETE']) expect((await companion.scim(method, `/Groups/${id}`)).status).toBe(404);
  expect((await companion.scim('PUT', `/Groups/${id}`, oktaGroup('Sales'))).status).toBe(404);
  expect(listOf(await companion.scim('GET', '/Groups?filter=displayName%20eq%20%22Sales%22'))).toEqual([]);
  expect((await companion.scim('GET', `/Users/${maya}`)).body['groups']).toEqual([]);
  expect(await team(id)).toMatchObject({
    owner: 'spekit',
    name: 'Sales',
    description: 'Sells',
    access: { allTopics: false, speksWithoutTopic: true },
    memberCount: 1,
    releasedAt: expect.any(String),
  });
  expect((await history()).at(-1)).toMatchObject({ event: 'request.refused' });
  expect((await companion.api('PATCH', `/spekit/teams/${id}`, { name: 'Sellers' })).body).toMatchObject({ name: 'Sellers' });
  expect((await companion.api('DELETE', `/spekit/teams/${id}`)).status).toBe(204);
  // Pushed again, the group is a new team.
  expect(await created(companion, '/Groups', oktaGroup('Sales', [maya]))).not.toBe(id);
});

test('an admin releases a team by hand, once', async () => {
  const id = await created(companion, '/Groups', oktaGroup('Sales'));
  expect((await companion.api('POST', `/spekit/teams/${id}/release`, {})).body).toMatchObject({ owner: 'spekit' });
  expect((await companion.scim('GET', `/Groups/${id}`)).status).toBe(404);
  expect((await companion.api('POST', `/spekit/teams/${id}/release`, {})).status).toBe(409);
  expect((await history()).at(-1)).toMatchObject({ source: 'spekit', event: 'team.released', subject: { name: 'Sales' } });
});

test('DELETE of a user takes the SCIM resource and leaves the person in Spekit, deactivated and Spekit’s own', async () => {
  const id = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const group = await created(companion, '/Groups', oktaGroup('Sales', [id]));
  expect((await companion.scim('DELETE', `/Users/${id}`)).status).toBe(204);
  expect((await companion.scim('GET', `/Users/${id}`)).status).toBe(404);
  expect((await companion.scim('GET', `/Groups/${group}`)).body['members']).toEqual([]);
  expect(await user(id)).toMatchObject({ owner: 'spekit', active: false, teams: [] });
  expect((await history()).slice(-2).map((change) => change.event)).toEqual(['user.deactivated', 'user.deleted']);
  const again = await created(companion, '/Users', oktaUser('maya@acme.example'));
  expect(again).not.toBe(id);
  // Okta's id means the one that Okta knows now.
  const { body } = await companion.api('POST', '/lookup', { subjects: [{ key: 'k', kind: 'user', externalId: '00umaya' }] });
  expect(body).toMatchObject({ answers: [{ matches: [{ id: again }] }] });
  expect((await companion.api('DELETE', `/spekit/users/${id}`)).status).toBe(204);
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

test('an empty account is connected by Okta’s first write; one with people of its own is staging until an admin finishes that', async () => {
  expect(await connection()).toMatchObject({ type: 'production', connection: 'not-connected' });
  await companion.scim('GET', '/Users');
  await companion.scim('POST', '/Groups', oktaGroup('All Spekit Users'));
  expect(await connection()).toMatchObject({ connection: 'not-connected' });
  await created(companion, '/Users', oktaUser('maya@acme.example'));
  expect(await connection()).toMatchObject({ connection: 'connected' });
  expect((await history()).filter((change) => change.subject.kind === 'account')).toMatchObject([
    { source: 'companion', event: 'account.connected' },
  ]);

  const answer = await companion.api('POST', '/account/connection', { state: 'not-connected' });
  expect(answer.body).toMatchObject({ connection: 'not-connected' });
  expect((await companion.scim('GET', '/Users')).body['totalResults']).toBe(0);
  await created(companion, '/Users', oktaUser('noor@acme.example'));
  expect(await connection()).toMatchObject({ connection: 'staging' });
  expect((await companion.api('POST', '/spekit/users', { email: 's@acme.example', via: 'salesforce' })).body).toMatchObject({
    error: { code: 'owned-elsewhere', reason: 'salesforce-invites-off' },
  });
  await companion.api('POST', '/account/connection', { state: 'connected' });
  expect(await connection()).toMatchObject({ connection: 'connected' });
});

test.each(['sandbox', 'additional'] as const)(
  'a %s account is not connected: every write of Okta is refused in the rule’s words, reads are not',
  async (accountType) => {
    const other = await TestCompanion.start({ accountType });
    const refused = [
      await other.scim('POST', '/Users', oktaUser('maya@acme.example')),
      await other.scim('POST', '/Groups', oktaGroup('Sales')),
      await other.scim('PUT', '/Users/x', oktaUser('maya@acme.example')),
      await other.scim('DELETE', '/Groups/x'),
    ];
    for (const answer of refused) {
      expect(answer.status).toBe(403);
      expect(answer.body['detail']).toMatch(/^Only the production account can be connected\./);
    }
    expect((await other.scim('GET', '/Users')).body['totalResults']).toBe(0);
    expect((await other.api('POST', '/account/connection', { state: 'connected' })).body).toMatchObject({
      error: { code: 'owned-elsewhere', reason: 'connect-production-only' },
    });
    expect((await other.api('GET', '/status')).body).toMatchObject({
      account: { type: accountType, connection: 'not-connected' },
      refusals: 4,
    });
    await other.end();
  },
);

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
