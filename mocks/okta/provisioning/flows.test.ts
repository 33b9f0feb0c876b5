import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMembers, editGroup, removeMember } from '../admin/groups.ts';
import { assign, deactivatePerson, editPerson, unassign } from '../admin/people.ts';
import { activatePush, deactivatePush, pushGroup, pushNow, unlink } from '../admin/push-groups.ts';
import type { OktaOrg } from '../org.ts';
import type { Flavour } from '../state.ts';
import { RecordingApp } from '../testing/recording-app.ts';
import { appId, mappingOf, smallOrg } from '../testing/small-org.ts';

// The order of calls as recorded from real orgs (App Integration Wizard) and documented by Okta (catalog apps).

let app: RecordingApp;
let org: OktaOrg;

beforeEach(async () => {
  app = new RecordingApp();
  await app.start();
});

afterEach(async () => {
  org.close();
  await app.close();
});

async function begin(flavour: Flavour): Promise<void> {
  org = smallOrg(app.url, flavour);
  for (const id of ['00uAnn', '00uBen']) assign(org, appId, id);
  await org.idle();
  pushGroup(org, appId, '00gSales', true);
  await org.idle();
}

async function calls(act: () => void): Promise<string[]> {
  app.lines();
  act();
  await org.idle();
  return app.lines();
}

const annFilter = 'GET /Users?filter=userName eq "ann@acme.example"&startIndex=1&count=100';
const person = { firstName: 'Ann', lastName: 'Lee', email: 'ann@acme.example', title: '', department: '' };

describe('an app that updates with PUT', () => {
  test('is sent a new user after a look-up, and a new group by look-up, create, read and put with all members', async () => {
    await begin('put');
    const sent = app.calls.slice();
    expect(app.lines()).toEqual([
      annFilter,
      'POST /Users',
      'GET /Users?filter=userName eq "ben@acme.example"&startIndex=1&count=100',
      'POST /Users',
      'GET /Groups?filter=displayName eq "Sales"',
      'POST /Groups',
      'GET /Groups/{id}',
      'PUT /Groups/{id}',
    ]);
    expect(sent[5]?.body).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'Sales',
      members: [
        { value: 'Users-1', display: 'ann@acme.example' },
        { value: 'Users-2', display: 'ben@acme.example' },
      ],
    });
    expect(sent[7]?.body).toEqual(sent[5]?.body);
  });

  test('is sent a changed profile as what it answered with Okta’s values merged in', async () => {
    await begin('put');
    app.lines();
    editPerson(org, '00uAnn', person);
    await org.idle();
    const put = app.calls[1];
    expect(app.lines()).toEqual(['GET /Users/{id}', 'PUT /Users/{id}']);
    expect(put?.body).toMatchObject({ meta: { version: 'W/"1"' }, displayName: 'Ann Lee', externalId: '00uAnn' });
  });

  test('is told of a deactivation by the very body that it answered, with active false', async () => {
    await begin('put');
    app.lines();
    deactivatePerson(org, '00uAnn');
    await org.idle();
    const put = app.calls.find((call) => call.line === 'PUT /Users/{id}');
    expect(app.lines().slice(0, 2)).toEqual(['GET /Users/{id}', 'PUT /Users/{id}']);
    expect(put?.body).toMatchObject({ userName: 'ann@acme.example', active: false });
  });

  test('is sent a reassigned user by look-up and put, active again', async () => {
    await begin('put');
    unassign(org, appId, '00uAnn');
    await org.idle();
    expect(await calls(() => assign(org, appId, '00uAnn'))).toEqual([annFilter, 'PUT /Users/{id}', 'GET /Groups/{id}', 'PUT /Groups/{id}']);
    expect(app.resources.get('Users-1')).toMatchObject({ active: true });
  });

  test('is sent the whole group for a member, a rename and Push now alike', async () => {
    await begin('put');
    const whole = ['GET /Groups/{id}', 'PUT /Groups/{id}'];
    expect(await calls(() => removeMember(org, '00gSales', '00uAnn'))).toEqual(whole);
    expect(await calls(() => editGroup(org, '00gSales', 'Sellers', ''))).toEqual(whole);
    expect(await calls(() => pushNow(org, appId, mappingOf(org, '00gSales').id))).toEqual(whole);
    expect(app.resources.get('Groups-3')).toMatchObject({ displayName: 'Sellers', members: [{ value: 'Users-2' }] });
  });
});

describe('an app that updates with PATCH', () => {
  test('is sent a new group empty, then its members', async () => {
    await begin('patch');
    const sent = app.calls.slice(4);
    expect(app.lines().slice(4)).toEqual(['POST /Groups', 'PATCH /Groups/{id}']);
    expect(sent[0]?.body).toMatchObject({ members: [] });
    expect(sent[1]?.body).toMatchObject({
      Operations: [{ op: 'add', path: 'members', value: [{ value: 'Users-1' }, { value: 'Users-2' }] }],
    });
  });

  test('is told of a deactivation and a reactivation without a path', async () => {
    await begin('patch');
    app.lines();
    unassign(org, appId, '00uAnn');
    await org.idle();
    expect(app.calls[0]).toMatchObject({
      line: 'PATCH /Users/{id}',
      body: { Operations: [{ op: 'replace', value: { active: false } }] },
    });
    Object.assign(app.resources.get('Users-1') ?? {}, { active: false });
    const lines = await calls(() => assign(org, appId, '00uAnn'));
    expect(lines.slice(0, 2)).toEqual([annFilter, 'PATCH /Users/{id}']);
  });

  test('is sent a changed profile with PUT all the same', async () => {
    await begin('patch');
    expect(await calls(() => editPerson(org, '00uAnn', person))).toEqual(['GET /Users/{id}', 'PUT /Users/{id}']);
  });

  test('is sent the name with every change of members, and the change as removals by filter and one addition', async () => {
    await begin('patch');
    app.lines();
    assign(org, appId, '00uCy');
    await org.idle();
    app.lines();
    removeMember(org, '00gSales', '00uAnn');
    addMembers(org, '00gSales', ['00uCy']);
    await org.idle();
    expect(app.calls.map((call) => call.body)).toMatchObject([
      { Operations: [{ op: 'replace', value: { id: 'Groups-3', displayName: 'Sales' } }] },
      {
        Operations: [
          { op: 'remove', path: 'members[value eq "Users-1"]' },
          { op: 'add', path: 'members', value: [{ value: 'Users-4', display: 'cy@acme.example' }] },
        ],
      },
    ]);
  });

  test('is sent the name alone for a rename, and all members for Push now', async () => {
    await begin('patch');
    app.lines();
    editGroup(org, '00gSales', 'Sellers', '');
    await org.idle();
    pushNow(org, appId, mappingOf(org, '00gSales').id);
    await org.idle();
    expect(app.calls.map((call) => call.body)).toMatchObject([
      { Operations: [{ op: 'replace', value: { displayName: 'Sellers' } }] },
      { Operations: [{ op: 'replace', path: 'members', value: [{ value: 'Users-1' }, { value: 'Users-2' }] }] },
    ]);
  });
});

describe.each(['put', 'patch'] as const)('an app that updates with %s', (flavour) => {
  test('is sent a DELETE for an unlink that deletes, and nothing for one that leaves', async () => {
    await begin(flavour);
    pushGroup(org, appId, '00gSupport', true);
    await org.idle();
    expect(await calls(() => unlink(org, appId, mappingOf(org, '00gSupport').id, false))).toEqual([]);
    expect(await calls(() => unlink(org, appId, mappingOf(org, '00gSales').id, true))).toEqual(['DELETE /Groups/{id}']);
    expect(org.app(appId).mappings).toEqual([]);
  });

  test('is sent nothing while a group’s push is deactivated, and the group when it is activated', async () => {
    await begin(flavour);
    const { id } = mappingOf(org, '00gSales');
    expect(await calls(() => deactivatePush(org, appId, id))).toEqual([]);
    expect(await calls(() => removeMember(org, '00gSales', '00uAnn'))).toEqual([]);
    expect(await calls(() => activatePush(org, appId, id))).not.toEqual([]);
  });
});
