import { expect, test } from 'vitest';
import { aTeam, aUser } from '../../../handlers/companion.ts';
import { accessWords, anyUser, countOf, filterTeams, filterUsers, initialsOf, membersOf, namesOf, statusOf } from './people.ts';

const inTeam = { teams: [{ id: 't1', name: 'Sales', owner: 'idp', role: 'Viewer' }] } as const;
const maya = aUser({ id: 'maya', displayName: 'Maya van der Berg', teams: [...inTeam.teams] });
const noor = aUser({ id: 'noor', owner: 'spekit', displayName: 'Noor', email: 'noor@partner.example', pending: true, role: 'Expert' });
const left = aUser({ id: 'left', displayName: 'Left Long', active: false, pending: true });
const ids = (filter: object): string[] => filterUsers([maya, noor, left], { ...anyUser, ...filter }).map(({ id }) => id);

test('a status has one word, and deactivated wins', () => {
  expect([maya, noor, left].map(statusOf)).toEqual(['Active', 'Pending', 'Deactivated']);
});

test('filters narrow by text, status, role, team and connection', () => {
  expect(ids({})).toEqual(['maya', 'noor', 'left']);
  expect(ids({ text: ' PARTNER.example ' })).toEqual(['noor']);
  expect(ids({ status: 'Pending' })).toEqual(['noor']);
  expect(ids({ role: 'Expert' })).toEqual(['noor']);
  expect(ids({ teamId: 't1' })).toEqual(['maya']);
  expect(ids({ sso: 'yes' })).toEqual(['maya', 'left']);
  expect(ids({ sso: 'no', status: 'Active' })).toEqual([]);
});

test('teams are found by name or description', () => {
  const teams = [aTeam({ name: 'Finance', description: '' }), aTeam({ name: 'Sales', description: 'Closes deals' })];
  expect(filterTeams(teams, 'deals').map(({ name }) => name)).toEqual(['Sales']);
  expect(filterTeams(teams, '')).toHaveLength(2);
});

test('members, names and words', () => {
  expect(membersOf([maya, noor], 't1')).toEqual([maya]);
  expect(namesOf(maya)).toEqual({ givenName: 'Maya', familyName: 'van der Berg' });
  expect([initialsOf(maya), initialsOf(noor), initialsOf(aUser({ displayName: '' }))]).toEqual(['MV', 'N', '?']);
  expect(accessWords(aTeam())).toBe('All Topics, Speks without a Topic');
  expect(accessWords(aTeam({ access: { allTopics: false, speksWithoutTopic: false } }))).toBe('No Topics yet');
  expect([countOf(1, 'user'), countOf(2, 'user')]).toEqual(['1 user', '2 users']);
});
