import { expect, test } from 'vitest';
import { aCount, aMappingStatus, aRun } from '../../mocks/handlers/mapping.ts';
import { standingOf, stepOf, steps } from './steps.ts';

const none = { users: 0, teams: 0, importedUsers: 0, importedTeams: 0 };
const account = (connection: 'not-connected' | 'staging' | 'connected', type: 'production' | 'sandbox' | 'additional' = 'production') => ({
  account: { id: 'acme', type, connection },
});
const nothingYet = { ...account('not-connected'), okta: { users: 0, teams: 0 }, spekit: none, users: aCount(), teams: aCount() };

test.each([
  ['an account that cannot be connected', { ...nothingYet, ...account('not-connected', 'sandbox') }, 'account'],
  ['a new account', nothingYet, 'import'],
  ['one whose users are there', { ...nothingYet, spekit: { ...none, users: 4 } }, 'push'],
  ['one to which Okta is pushing', { push: { lastAt: null, underWay: true } }, 'push'],
  ['one with rows that wait', {}, 'workbook'],
  ['one with a team that waits', { users: aCount(), teams: aCount({ undecided: 1 }) }, 'workbook'],
  ['one on whose rows all is decided', { users: aCount({ total: 4 }) }, 'complete'],
  ['a completed one', { ...account('connected'), users: aCount(), lastCompleted: aRun() }, 'done'],
  ['a connected one with a duplicate that waits', { ...account('connected'), users: aCount({ total: 1, undecided: 1 }) }, 'workbook'],
  ['one that was undone', { users: aCount({ undecided: 1 }), lastCompleted: aRun({ undoneAt: aRun().at }) }, 'workbook'],
] as const)('%s opens where the work is: %s', (_which, facts, step) => {
  expect(stepOf(aMappingStatus(facts))).toBe(step);
});

test('what is before the work is done, what is after it is later', () => {
  expect(steps.map((step) => standingOf(aMappingStatus())[step])).toEqual(['done', 'done', 'done', 'now', 'later', 'later']);
  const sandbox = aMappingStatus(account('staging', 'sandbox'));
  expect(steps.map((step) => standingOf(sandbox)[step])).toEqual(['now', 'later', 'later', 'later', 'later', 'later']);
});
