import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeApp } from '../admin/apps.ts';
import { assignGroup, convertAssignments, unassignGroup } from '../admin/group-assignments.ts';
import { addMembers, deleteGroup, removeMember } from '../admin/groups.ts';
import { assign } from '../admin/people.ts';
import { changeMany, pushGroup } from '../admin/push-groups.ts';
import type { OktaOrg } from '../org.ts';
import { RecordingApp } from '../testing/recording-app.ts';
import { appId, appOf, mappingOf, smallOrg } from '../testing/small-org.ts';

let app: RecordingApp;
let org: OktaOrg;

beforeEach(async () => {
  app = new RecordingApp();
  await app.start();
  org = smallOrg(app.url);
});

afterEach(async () => {
  org.close();
  await app.close();
});

const assigned = () =>
  appOf(org)
    .assignments.map(({ personId }) => personId)
    .sort();

test('a group that assigns the app gives it to its members, also to those who come later, and takes it from those who leave', async () => {
  assign(org, appId, '00uAnn');
  assignGroup(org, appId, '00gSales');
  expect(assigned()).toEqual(['00uAnn', '00uBen']);
  addMembers(org, '00gSales', ['00uCy']);
  expect(assigned()).toEqual(['00uAnn', '00uBen', '00uCy']);
  // Ann has it in person.
  removeMember(org, '00gSales', '00uAnn');
  removeMember(org, '00gSales', '00uCy');
  expect(assigned()).toEqual(['00uAnn', '00uBen']);
  await org.idle();
});

test('unassigning a group takes the app from those who have it by no other group', async () => {
  addMembers(org, '00gSupport', ['00uBen']);
  assignGroup(org, appId, '00gSales');
  assignGroup(org, appId, '00gSupport');
  await org.idle();
  app.lines();
  unassignGroup(org, appId, '00gSales');
  await org.idle();
  expect(assigned()).toEqual(['00uBen']);
  expect(app.lines()).toEqual(['GET /Users/{id}', 'PUT /Users/{id}']);
  deleteGroup(org, '00gSupport');
  expect(assigned()).toEqual([]);
});

test('with SCIM switched off nothing is sent; switched on again, what waited is', async () => {
  pushGroup(org, appId, '00gSales', true);
  await org.idle();
  app.lines();
  changeApp(org, appId, { provisioning: 'none' });
  addMembers(org, '00gSales', ['00uCy']);
  assign(org, appId, '00uCy');
  await org.idle();
  expect(app.lines()).toEqual([]);
  expect(appOf(org).assignments.map(({ state }) => state)).toEqual(['failed']);
  changeApp(org, appId, { provisioning: 'scim' });
  await org.idle();
  expect(app.lines()).toContain('PUT /Groups/{id}');
});

test('in bulk, each of the groups is changed', async () => {
  for (const id of ['00gSales', '00gSupport']) pushGroup(org, appId, id, true);
  await org.idle();
  const ids = ['00gSales', '00gSupport'].map((id) => mappingOf(org, id).id);
  changeMany(org, appId, ids, 'deactivate', false);
  expect(appOf(org).mappings.map(({ status }) => status)).toEqual(['Inactive', 'Inactive']);
  changeMany(org, appId, ids, 'activate', false);
  await org.idle();
  expect(appOf(org).mappings.map(({ status }) => status)).toEqual(['Active', 'Active']);
  app.lines();
  changeMany(org, appId, ids, 'unlink', true);
  await org.idle();
  expect(app.lines()).toEqual(['DELETE /Groups/{id}', 'DELETE /Groups/{id}']);
  expect(appOf(org).mappings).toEqual([]);
});

test('whose assignment is converted has the app by the group from then on, and loses it with the group; Spekit is sent nothing by it', async () => {
  assign(org, appId, '00uAnn');
  assign(org, appId, '00uCy');
  assignGroup(org, appId, '00gSales');
  await org.idle();
  const before = app.calls.length;
  convertAssignments(org, appId, ['00uAnn', '00uCy']);
  await org.idle();
  expect(app.calls).toHaveLength(before);
  const by = Object.fromEntries(appOf(org).assignments.map(({ personId, groupId }) => [personId, groupId]));
  // Cy is in no group that assigns the app.
  expect(by).toMatchObject({ '00uAnn': '00gSales', '00uCy': undefined });
  unassignGroup(org, appId, '00gSales');
  expect(assigned()).toEqual(['00uCy']);
});
