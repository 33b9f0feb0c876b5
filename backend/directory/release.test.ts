import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../contract/changes.ts';
import type { TeamFacts, UserFacts } from '../../contract/subjects.ts';
import { created, listOf, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const team = async (id: string): Promise<TeamFacts> => (await companion.api('GET', `/spekit/teams/${id}`)).body as unknown as TeamFacts;
const user = async (id: string): Promise<UserFacts> => (await companion.api('GET', `/spekit/users/${id}`)).body as unknown as UserFacts;
const history = async (): Promise<Change[]> => listOf(await companion.api('GET', '/changes?limit=1000'), 'changes') as unknown as Change[];

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
