import { expect, test } from 'vitest';
import { isReservedName } from '../../ownership/reserved.ts';
import { fullName } from '../okta/state.ts';
import { assignedEmails, pushedGroups, seedState, spekitInvites, spekitTeams } from './company.ts';

const { people, groups, apps } = seedState();
const twice = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

test('some forty people, ids and emails unique, one display name twice, two who left', () => {
  expect(people.length).toBeGreaterThanOrEqual(40);
  expect(twice(people.map((one) => one.id))).toEqual([]);
  expect(twice(people.map((one) => one.email))).toEqual([]);
  expect(twice(people.map(fullName))).toEqual(['Maria Garcia']);
  expect(people.filter((one) => one.title === 'Former employee')).toHaveLength(2);
});

test('each person is in groups that there are, and no group is empty but the reserved one', () => {
  const names = groups.map((one) => one.name);
  expect(twice(names)).toEqual([]);
  expect(groups.filter((one) => one.memberIds.length === 0).map((one) => one.name)).toEqual(['all spekit users']);
  expect(groups.reduce((sum, one) => sum + one.memberIds.length, 0)).toBeGreaterThan(people.length);
});

test('the reserved name is not pushed; a name that Spekit has too is, another waits to be', () => {
  const names = groups.map((one) => one.name);
  expect(pushedGroups.filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter(isReservedName)).toEqual(['all spekit users']);
  expect(pushedGroups.filter(isReservedName)).toEqual([]);
  const own = spekitTeams.map((one) => one.name);
  expect(own.filter((name) => pushedGroups.includes(name))).toEqual(['Enablement']);
  expect(own.filter((name) => names.includes(name) && !pushedGroups.includes(name))).toEqual(['Revenue Operations']);
});

test('a pushed group has a member who is not assigned', () => {
  const assigned = new Set(assignedEmails);
  const members = groups.filter((one) => pushedGroups.includes(one.name)).flatMap((one) => one.memberIds);
  expect(people.filter((one) => members.includes(one.id) && !assigned.has(one.email)).map((one) => one.email)).toEqual([
    'ethan.brooks@acme.example',
    'julia.novak@acme.example',
  ]);
});

test('Spekit’s own people are nobody in Okta by address, and its teams have members among them', () => {
  const emails: string[] = spekitInvites.map((one) => one.email);
  expect(people.filter((one) => emails.includes(one.email))).toEqual([]);
  expect(spekitTeams.flatMap((one) => one.members).filter((email) => !emails.includes(email))).toEqual([]);
});

test('each asking gives a copy: Spekit’s app with nobody in it, and Slack long connected', () => {
  expect(seedState()).toEqual(seedState());
  expect(seedState().apps).not.toBe(apps);
  const [spekit, slack] = apps;
  expect(spekit).toMatchObject({
    name: 'acme_spekit_1',
    label: 'Spekit',
    connector: 'scim',
    flavour: 'put',
    assignments: [],
    mappings: [],
  });
  expect(spekit?.id).toMatch(/^0oa\w{17}$/);
  expect(slack?.assignments.length).toBeGreaterThan(0);
});
