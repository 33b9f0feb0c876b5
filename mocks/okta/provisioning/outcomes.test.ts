import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeApp, testConnector } from '../admin/apps.ts';
import { createGroup, deleteGroup, editGroup } from '../admin/groups.ts';
import { assign, provisionAgain } from '../admin/people.ts';
import { createRule, deleteRule, pushGroup, retryAllGroups } from '../admin/push-groups.ts';
import type { OktaOrg } from '../org.ts';
import { RecordingApp, refusal } from '../testing/recording-app.ts';
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

describe('what a refusal leaves behind', () => {
  test('a refused group has the status Error and Okta’s words around the app’s, and Retry All Groups pushes it again', async () => {
    app.failNext(/POST \/Groups/, refusal(409, 'A team with this slug already exists.'));
    pushGroup(org, appId, '00gSales', true);
    await org.idle();
    expect(mappingOf(org, '00gSales')).toMatchObject({ status: 'Error', pushing: false, scimId: null });
    expect(mappingOf(org, '00gSales').error).toBe(
      'Unable to update Group Push mapping target App group Sales: Error while creating user group Sales: Conflict. ' +
        'Errors reported by remote server: A team with this slug already exists.',
    );
    retryAllGroups(org, appId);
    await org.idle();
    expect(mappingOf(org, '00gSales')).toMatchObject({ status: 'Active', error: null, failedAt: null });
  });

  test('a group that the app has lost is said to be missing', async () => {
    pushGroup(org, appId, '00gSales', true);
    await org.idle();
    app.resources.clear();
    editGroup(org, '00gSales', 'Sellers', '');
    await org.idle();
    expect(mappingOf(org, '00gSales').error).toBe(
      'Linked group is missing in Spekit. Change the linked group to resume pushing group memberships.',
    );
  });

  test('a refused person has the red mark’s words and a task, and Provision User tries again', async () => {
    app.failNext(/POST \/Users/, (response) => void response.writeHead(201).end());
    assign(org, appId, '00uAnn');
    await org.idle();
    const words =
      'Automatic provisioning of user Ann Doe to app Spekit failed: Error while creating user Ann Doe: Create new user returned empty user.';
    expect(appOf(org).assignments).toMatchObject([{ state: 'failed', error: words }]);
    expect(org.state.tasks).toMatchObject([{ text: words }]);
    provisionAgain(org, appId, '00uAnn');
    await org.idle();
    expect(appOf(org).assignments).toMatchObject([{ state: 'provisioned', error: null }]);
  });

  test('with Create Users off a person is assigned and not provisioned, and the words say what to click', async () => {
    changeApp(org, appId, { toApp: { create: false, update: true, deactivate: true } });
    assign(org, appId, '00uAnn');
    await org.idle();
    expect(appOf(org).assignments[0]?.error).toMatch(/Click Provision User\.$/);
    expect(app.lines()).toEqual([]);
  });

  test('a job that meets 429 is put off for Retry-After and then succeeds', async () => {
    app.failNext(/POST \/Users/, refusal(429, 'Slow down.', { 'retry-after': '0' }));
    assign(org, appId, '00uAnn');
    await org.idle();
    expect(appOf(org).assignments).toMatchObject([{ state: 'provisioned' }]);
  });
});

describe('what is pushed', () => {
  test('a group that the app has by that name is linked, not created', async () => {
    app.resources.set('Groups-9', { id: 'Groups-9', displayName: 'Sales', members: [] });
    pushGroup(org, appId, '00gSales', true);
    await org.idle();
    expect(mappingOf(org, '00gSales')).toMatchObject({ scimId: 'Groups-9', action: 'Link Group' });
    expect(app.lines()).not.toContain('POST /Groups');
  });

  test('only members who are provisioned go along; one who is later, follows', async () => {
    assign(org, appId, '00uAnn');
    pushGroup(org, appId, '00gSales', true);
    await org.idle();
    expect(mappingOf(org, '00gSales').sent).toEqual(['Users-1']);
    assign(org, appId, '00uBen');
    await org.idle();
    expect(mappingOf(org, '00gSales').sent).toEqual(['Users-1', 'Users-3']);
  });

  test('several changes before a push begins are one push', async () => {
    pushGroup(org, appId, '00gSales', true);
    await org.idle();
    app.lines();
    for (const name of ['A', 'B', 'C']) editGroup(org, '00gSales', name, '');
    await org.idle();
    expect(app.lines()).toEqual(['GET /Groups/{id}', 'PUT /Groups/{id}']);
    expect(mappingOf(org, '00gSales').appGroupName).toBe('C');
  });

  test('a rename stays in Okta where Group Push Settings say so', async () => {
    pushGroup(org, appId, '00gSales', true);
    await org.idle();
    app.lines();
    changeApp(org, appId, { renameAppGroups: false });
    editGroup(org, '00gSales', 'Sellers', '');
    await org.idle();
    expect(app.lines()).toEqual([]);
    expect(mappingOf(org, '00gSales').appGroupName).toBe('Sales');
  });

  test('a rule pushes the groups that fit, those to come too, and takes them along when it is deleted', async () => {
    createRule(org, appId, { name: 'S', operator: 'STARTS_WITH', value: 'sa' });
    createGroup(org, 'Sales Ops', '');
    await org.idle();
    expect(appOf(org).mappings.map((one) => one.appGroupName)).toEqual(['Sales', 'Sales Ops']);
    deleteRule(org, appId, appOf(org).rules[0]?.id ?? '', true);
    await org.idle();
    expect(appOf(org).mappings).toEqual([]);
    expect(app.lines().filter((line) => line.startsWith('DELETE'))).toHaveLength(2);
  });

  test('an inactive app is sent nothing, and what waited once it is active again', async () => {
    changeApp(org, appId, { status: 'Inactive' });
    assign(org, appId, '00uAnn');
    pushGroup(org, appId, '00gSales', true);
    await org.idle();
    expect(app.lines()).toEqual([]);
    changeApp(org, appId, { status: 'Active' });
    await org.idle();
    expect(mappingOf(org, '00gSales')).toMatchObject({ pushing: false, sent: ['Users-1'] });
  });

  test('deleting a group in Okta tells the app nothing', async () => {
    pushGroup(org, appId, '00gSales', true);
    await org.idle();
    app.lines();
    deleteGroup(org, '00gSales');
    await org.idle();
    expect(app.lines()).toEqual([]);
    expect(appOf(org).mappings).toEqual([]);
  });
});

test('Test Connector Configuration says what the app answered', async () => {
  expect(await testConnector(org)).toEqual({ ok: true, text: 'Connector configured successfully' });
  expect(app.lines()).toEqual(['GET /Users?startIndex=1&count=2']);
  app.failNext(/GET/, refusal(401, 'Invalid SCIM token, please check your configuration'));
  expect(await testConnector(org)).toEqual({
    ok: false,
    text: 'Error authenticating: Unauthorized. Errors reported by remote server: Invalid SCIM token, please check your configuration',
  });
});
