import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { scimToken, TestCompanion } from '../../../backend/testing/companion.ts';
import type { TeamFacts, UserFacts } from '../../../contract/subjects.ts';
import { addMembers, createGroup, editGroup, removeMember } from '../admin/groups.ts';
import { activatePerson, assign, deactivatePerson, editPerson } from '../admin/people.ts';
import { pushGroup, pushNow, unlink } from '../admin/push-groups.ts';
import type { OktaOrg } from '../org.ts';
import { appId, appOf, mappingOf, smallOrg } from '../testing/small-org.ts';

// Every act goes through to a real companion, in both flavours, and comes out as the same facts.

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let companion: TestCompanion;
let org: OktaOrg;

const teams = async () => (await companion.api('GET', '/spekit/teams')).body['teams'] as TeamFacts[];
const users = async () => (await companion.api('GET', '/spekit/users')).body['users'] as UserFacts[];
const membersOf = async (team: string): Promise<string[]> =>
  (await users())
    .filter((one) => one.teams.some((its) => its.name === team))
    .map((one) => one.userName)
    .sort();

describe.each(['put', 'patch'] as const)('with %s', (flavour) => {
  beforeEach(async () => {
    companion = await TestCompanion.start();
    org = smallOrg(companion.url, flavour, scimToken);
    for (const id of ['00uAnn', '00uBen', '00uCy']) assign(org, appId, id);
    pushGroup(org, appId, '00gSales', true);
    await org.idle();
  });

  afterEach(async () => {
    org.close();
    await companion.end();
  });

  test('a group comes with its members, and follows them', async () => {
    expect(await membersOf('Sales')).toEqual(['ann@acme.example', 'ben@acme.example']);
    removeMember(org, '00gSales', '00uAnn');
    addMembers(org, '00gSales', ['00uCy']);
    await org.idle();
    expect(await membersOf('Sales')).toEqual(['ben@acme.example', 'cy@acme.example']);
    pushNow(org, appId, mappingOf(org, '00gSales').id);
    await org.idle();
    expect(await membersOf('Sales')).toEqual(['ben@acme.example', 'cy@acme.example']);
    expect(mappingOf(org, '00gSales')).toMatchObject({ status: 'Active', error: null });
  });

  test('a rename arrives; a reserved one is refused, in the companion’s words, and the team keeps its name', async () => {
    editGroup(org, '00gSales', 'Sellers', '');
    await org.idle();
    expect((await teams()).map((one) => one.name)).toEqual(['Sellers']);
    editGroup(org, '00gSales', 'All Spekit Users', '');
    await org.idle();
    expect((await teams()).map((one) => one.name)).toEqual(['Sellers']);
    expect(mappingOf(org, '00gSales')).toMatchObject({ status: 'Error', appGroupName: 'Sellers' });
    expect(mappingOf(org, '00gSales').error).toMatch(/ Errors reported by remote server: .*All Spekit Users/);
  });

  test('a group with a reserved name is not created', async () => {
    const { id } = createGroup(org, 'spekit account admins', '');
    pushGroup(org, appId, id, true);
    await org.idle();
    expect(mappingOf(org, id)).toMatchObject({ status: 'Error', scimId: null });
    expect((await teams()).map((one) => one.name)).toEqual(['Sales']);
  });

  test('unlinking with the delete leaves the team to Spekit; without it, to Okta', async () => {
    unlink(org, appId, mappingOf(org, '00gSales').id, true);
    await org.idle();
    expect(appOf(org).mappings).toEqual([]);
    expect(await teams()).toMatchObject([{ name: 'Sales', owner: 'spekit', memberCount: 2 }]);
  });

  test('a person is deactivated and comes back by assignment; a new name arrives', async () => {
    deactivatePerson(org, '00uAnn');
    await org.idle();
    const ann = async () => (await users()).find((one) => one.userName === 'ann@acme.example');
    expect(await ann()).toMatchObject({ active: false, externalId: '00uAnn' });
    activatePerson(org, '00uAnn');
    assign(org, appId, '00uAnn');
    editPerson(org, '00uAnn', { firstName: 'Anne', lastName: 'Doe', email: 'ann@acme.example', title: '', department: '' });
    await org.idle();
    expect(await ann()).toMatchObject({ active: true, displayName: 'Anne Doe' });
    expect(org.state.tasks).toEqual([]);
  });
});
