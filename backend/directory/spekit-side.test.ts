import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from '../../contract/changes.ts';
import { created, idOf, type Json, listOf, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
let maya = '';
let sales = '';
let dana = '';
let partners = '';

beforeAll(async () => {
  companion = await TestCompanion.start();
  maya = await created(companion, '/Users', oktaUser('maya@acme.example'));
  sales = await created(companion, '/Groups', oktaGroup('Sales', [maya]));
  dana = idOf(await companion.api('POST', '/spekit/users', { email: 'dana@partner.example', givenName: 'Dana', familyName: 'Whitfield' }));
  partners = idOf(await companion.api('POST', '/spekit/teams', { name: 'Partners' }));
});
afterAll(() => companion.end());

const state = async (): Promise<unknown> => [
  (await companion.api('GET', '/spekit/users')).body,
  (await companion.api('GET', '/spekit/teams')).body,
  (await companion.api('GET', '/changes?limit=1000')).body,
];
const history = async (count: number): Promise<Change[]> =>
  listOf(await companion.api('GET', `/changes?newest=true&limit=${count}`), 'changes') as unknown as Change[];

test.each<[string, string, () => string, Json | undefined]>([
  ['idp-user-delete', 'DELETE', () => `/spekit/users/${maya}`, undefined],
  ['idp-user-deactivate', 'POST', () => `/spekit/users/${maya}/deactivate`, {}],
  ['idp-user-deactivate', 'POST', () => `/spekit/users/${maya}/reactivate`, {}],
  ['idp-user-profile', 'PATCH', () => `/spekit/users/${maya}`, { givenName: 'Other' }],
  ['idp-user-profile', 'PATCH', () => `/spekit/users/${maya}`, { email: 'other@acme.example' }],
  ['salesforce-invites-off', 'POST', () => '/spekit/users', { email: 'new@acme.example', via: 'salesforce' }],
  ['idp-team-rename', 'PATCH', () => `/spekit/teams/${sales}`, { name: 'Sellers' }],
  ['idp-team-rename', 'PATCH', () => `/spekit/teams/${sales}`, { name: 'Sellers', description: 'goes with it' }],
  ['idp-team-delete', 'DELETE', () => `/spekit/teams/${sales}`, undefined],
  ['idp-team-members', 'POST', () => `/spekit/teams/${sales}/members`, { userId: dana }],
  ['idp-team-members', 'DELETE', () => `/spekit/teams/${sales}/members/${maya}`, undefined],
])('%s: %s is 409 with the rule’s id and words, and nothing changes', async (reason, method, path, body) => {
  const before = await state();
  const answer = await companion.api(method, path(), body);
  expect(answer.status).toBe(409);
  expect(answer.body).toEqual({
    error: { code: 'owned-elsewhere', reason, remedy: expect.any(String), detail: expect.stringMatching(/Okta/) },
  });
  expect(await state()).toEqual(before);
});

test('description, access and role of what Okta owns are Spekit’s own', async () => {
  // A form sends the name that the team has; that is no rename.
  const edited = await companion.api('PATCH', `/spekit/teams/${sales}`, {
    name: 'Sales',
    description: 'Sells',
    access: { allTopics: false },
  });
  expect(edited.body).toMatchObject({
    owner: 'idp',
    name: 'Sales',
    description: 'Sells',
    access: { allTopics: false, speksWithoutTopic: true },
  });
  const user = await companion.api('PUT', `/spekit/users/${maya}/role`, { role: 'Account Admin' });
  expect(user.body).toMatchObject({ owner: 'idp', role: 'Account Admin', teams: [{ name: 'Sales', role: 'Account Admin' }] });
  expect((await history(3)).map(({ source, event, facts }) => [source, event, facts])).toEqual([
    ['spekit', 'team.description-changed', {}],
    ['spekit', 'team.access-changed', {}],
    ['spekit', 'user.role-changed', { from: 'Viewer', to: 'Account Admin' }],
  ]);
});

test('what Spekit added is shown to Okta, and Okta’s next PUT does not disturb it', async () => {
  const user = await companion.scim('GET', `/Users/${maya}`);
  const role = 'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:User';
  expect(user.body[role]).toMatchObject({ role: 'Account Admin' });
  expect(user.body['schemas']).toContain(role);
  await companion.scim('PUT', `/Users/${maya}`, { ...user.body, title: 'Lead', [role]: { role: 'Viewer' } });
  expect((await companion.api('GET', `/spekit/users/${maya}`)).body).toMatchObject({ role: 'Account Admin' });
  const group = await companion.scim('GET', `/Groups/${sales}`);
  await companion.scim('PUT', `/Groups/${sales}`, { ...group.body, displayName: 'Sales EMEA' });
  expect((await companion.api('GET', `/spekit/teams/${sales}`)).body).toMatchObject({
    name: 'Sales EMEA',
    description: 'Sells',
    access: { allTopics: false },
  });
});

test('the same act twice is one line of history', async () => {
  const { seq } = (await companion.api('GET', '/status')).body;
  await companion.api('PUT', `/spekit/users/${maya}/role`, { role: 'Account Admin' });
  await companion.api('PATCH', `/spekit/teams/${sales}`, { description: 'Sells' });
  await companion.api('PATCH', `/spekit/users/${dana}`, { givenName: 'Dana' });
  expect((await companion.api('GET', '/status')).body['seq']).toBe(seq);
});

test('a user of Spekit’s own is edited, deactivated, brought back and deleted', async () => {
  const invited = await companion.api('POST', '/spekit/users', { email: 'omar@partner.example' });
  expect(invited.status).toBe(201);
  expect(invited.body).toMatchObject({
    owner: 'spekit',
    displayName: 'omar@partner.example',
    invitedBy: 'direct',
    pending: true,
    role: 'Viewer',
    externalId: null,
  });
  const path = `/spekit/users/${idOf(invited)}`;
  expect((await companion.api('PATCH', path, { givenName: 'Omar', familyName: 'S', email: 'o@partner.example' })).body).toMatchObject({
    displayName: 'Omar S',
    email: 'o@partner.example',
    userName: 'o@partner.example',
  });
  expect((await companion.api('PATCH', path, { email: 'DANA@partner.example' })).status).toBe(409);
  expect((await companion.api('POST', `${path}/deactivate`, {})).body).toMatchObject({ active: false });
  expect((await companion.api('POST', `${path}/reactivate`)).body).toMatchObject({ active: true });
  expect((await companion.api('DELETE', path)).status).toBe(204);
  expect((await companion.api('GET', path)).status).toBe(404);
  expect((await companion.api('DELETE', path)).status).toBe(404);
});

test('nobody is invited who has an account already, whoever owns it', async () => {
  for (const email of ['MAYA@acme.example', 'dana@partner.example']) {
    expect((await companion.api('POST', '/spekit/users', { email })).body).toMatchObject({ error: { code: 'conflict' } });
  }
});

test('a team of Spekit’s own takes members of both kinds, is renamed and deleted', async () => {
  const add = (userId: string) => companion.api('POST', `/spekit/teams/${partners}/members`, { userId });
  expect((await add(dana)).body).toMatchObject({ memberCount: 1 });
  expect((await add(maya)).body).toMatchObject({ memberCount: 2 });
  expect((await add(maya)).body).toMatchObject({ memberCount: 2 });
  expect((await add('nobody')).status).toBe(404);
  const members = listOf(await companion.api('GET', `/spekit/teams/${partners}/members`), 'members');
  expect(members.map((member) => member['id'])).toEqual([dana, maya]);
  // Okta is told of its own groups alone.
  expect((await companion.scim('GET', `/Users/${maya}`)).body['groups']).toMatchObject([{ display: 'Sales EMEA' }]);
  expect((await companion.api('DELETE', `/spekit/teams/${partners}/members/${maya}`)).body).toMatchObject({ memberCount: 1 });
  expect((await companion.api('DELETE', `/spekit/teams/${partners}/members/${maya}`)).status).toBe(404);
  expect((await companion.api('PATCH', `/spekit/teams/${partners}`, { name: 'Partner Managers' })).body).toMatchObject({
    name: 'Partner Managers',
  });
  expect((await companion.api('DELETE', `/spekit/teams/${partners}`)).status).toBe(204);
  expect((await companion.api('GET', `/spekit/users/${dana}`)).body).toMatchObject({ teams: [] });
  expect((await history(1))[0]).toMatchObject({ event: 'team.deleted', source: 'spekit', subject: { name: 'Partner Managers' } });
});

test('lists have pages, by name', async () => {
  const page = await companion.api('GET', '/spekit/users?offset=1&limit=1');
  expect(page.body).toMatchObject({ total: 2, users: [{ displayName: 'maya Doe' }] });
  expect((await companion.api('GET', '/spekit/teams?offset=5')).body).toMatchObject({ teams: [], total: 1 });
});
