import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, groupUrn, idOf, type Json, listOf, patchUrn, TestCompanion, userUrn } from '../testing/companion.ts';

// The requests of Microsoft Entra, as its reference prints them ("Develop a SCIM endpoint for user provisioning to apps"), in its order.

let companion: TestCompanion;
let user: string;
let manager: string;
let group: string;
beforeAll(async () => {
  companion = await TestCompanion.start();
});
afterAll(() => companion.end());

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const patch = (path: string, ...Operations: Json[]): Promise<Answer> => companion.scim('PATCH', path, { schemas: [patchUrn], Operations });

test('somebody is looked for, not found, and created with the enterprise extension', async () => {
  const probe = await companion.scim('GET', '/Users?filter=userName eq "non-existent_user"');
  expect(probe.body).toMatchObject({ totalResults: 0, Resources: [] });
  const created = await companion.scim('POST', '/Users', {
    schemas: [userUrn, enterprise],
    externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
    userName: 'Test_User_ab6490ee-1e48-479e-a20b-2d77186b5dd1',
    active: true,
    emails: [{ primary: true, type: 'work', value: 'Test_User_fd0ea19b-0777-472c-9f96-4f70d2226f2e@testuser.com' }],
    meta: { resourceType: 'User' },
    name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
    roles: [],
  });
  expect([created.status, created.headers.get('location')]).toEqual([201, expect.stringContaining('/scim/v2/Users/')]);
  user = idOf(created);
  manager = idOf(await companion.scim('POST', '/Users', { schemas: [userUrn], userName: 'manager@example.com', active: 'True' }));
});

test('a look-up by user name and by externalId finds one', async () => {
  for (const filter of [
    'userName eq "TEST_USER_ab6490ee-1e48-479e-a20b-2d77186b5dd1"',
    'externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"',
  ]) {
    const found = await companion.scim('GET', `/Users?filter=${encodeURIComponent(filter)}`);
    expect(listOf(found).map((one) => one['id'])).toEqual([user]);
  }
});

test('attributes are replaced by value paths, added where there is none, and removed', async () => {
  const answer = await patch(
    `/Users/${user}`,
    { op: 'Replace', path: 'emails[type eq "work"].value', value: 'updatedEmail@example.com' },
    { op: 'Replace', path: 'name.familyName', value: 'updatedFamilyName' },
    { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+1 555 0100' },
    { op: 'Add', path: `${enterprise}:department`, value: 'Sales' },
    { op: 'Add', path: `${enterprise}:manager`, value: manager },
  );
  expect(answer.body).toMatchObject({
    emails: [{ value: 'updatedEmail@example.com', type: 'work', primary: true }],
    name: { familyName: 'updatedFamilyName', givenName: 'givenName' },
    phoneNumbers: [{ type: 'mobile', value: '+1 555 0100' }],
    [enterprise]: { department: 'Sales', manager: { value: manager } },
  });
  const removed = await patch(`/Users/${user}`, { op: 'Remove', path: `${enterprise}:manager` }, { op: 'Remove', path: 'phoneNumbers' });
  expect(removed.body).not.toHaveProperty('phoneNumbers');
  expect(removed.body[enterprise]).toEqual({ department: 'Sales' });
});

test('an object without a path names its attributes by dots, URNs and value paths', async () => {
  const answer = await patch(`/Users/${user}`, {
    op: 'Add',
    value: {
      'name.givenName': 'Dotted',
      [`${enterprise}:costCenter`]: '4711',
      'emails[type eq "home"].value': 'home@example.com',
      title: 'Lead',
    },
  });
  expect(answer.body).toMatchObject({
    name: { givenName: 'Dotted' },
    title: 'Lead',
    [enterprise]: { costCenter: '4711', department: 'Sales' },
    emails: [{ type: 'work' }, { type: 'home', value: 'home@example.com' }],
  });
});

test('somebody is disabled by a text, enabled by a boolean, and renamed', async () => {
  expect((await patch(`/Users/${user}`, { op: 'Replace', path: 'active', value: 'False' })).body['active']).toBe(false);
  expect((await patch(`/Users/${user}`, { op: 'replace', path: 'active', value: true })).body['active']).toBe(true);
  const renamed = await patch(`/Users/${user}`, {
    op: 'Replace',
    path: 'userName',
    value: '5b50642d-79fc-4410-9e90-4c077cdd1a59@testuser.com',
  });
  expect(renamed.body['userName']).toBe('5b50642d-79fc-4410-9e90-4c077cdd1a59@testuser.com');
});

test('a group is created without members, read without them, renamed, filled and emptied', async () => {
  const created = await companion.scim('POST', '/Groups', {
    schemas: [groupUrn, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
    externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
    displayName: 'displayName',
    meta: { resourceType: 'Group' },
  });
  expect([created.status, created.body['members']]).toEqual([201, []]);
  group = idOf(created);
  const read = await companion.scim('GET', `/Groups/${group}?excludedAttributes=members`);
  expect(read.body).not.toHaveProperty('members');
  const found = await companion.scim('GET', '/Groups?excludedAttributes=members&filter=displayName eq "displayName"');
  expect(listOf(found).map((one) => one['id'])).toEqual([group]);
  expect((await patch(`/Groups/${group}`, { op: 'Replace', path: 'displayName', value: 'Renamed' })).body['displayName']).toBe('Renamed');
  const filled = await patch(`/Groups/${group}`, { op: 'Add', path: 'members', value: [{ $ref: null, value: user }, { value: manager }] });
  expect((filled.body['members'] as Json[]).map((one) => one['value']).sort()).toEqual([user, manager].sort());
  const one = await patch(`/Groups/${group}`, { op: 'Remove', path: 'members', value: [{ $ref: null, value: user }] });
  expect(one.body['members']).toMatchObject([{ value: manager }]);
  expect((await patch(`/Groups/${group}`, { op: 'Remove', path: `members[value eq "${manager}"]` })).body['members']).toEqual([]);
});

test('group and person are deleted', async () => {
  expect((await companion.scim('DELETE', `/Groups/${group}`)).status).toBe(204);
  expect((await companion.scim('DELETE', `/Users/${user}`)).status).toBe(204);
  expect((await companion.scim('GET', `/Users/${user}`)).status).toBe(404);
});
