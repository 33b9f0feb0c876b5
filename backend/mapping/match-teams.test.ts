import { expect, test } from 'vitest';
import { matchTeams } from './match-teams.ts';

const spekit = (...names: string[]) => names.map((name, index) => ({ id: `s${index}`, name, members: 0 }));
const okta = (...names: string[]) => names.map((name, index) => ({ id: `o${index}`, name }));

const told = (one: ReturnType<typeof spekit>, other: ReturnType<typeof okta>) =>
  matchTeams(one, other).map(({ spekit: { name }, candidates, conflicts }) => [
    name,
    ...candidates.map(({ okta: { name: its }, confidence }) => `${its} ${confidence}`),
    ...conflicts.map(({ kind }) => kind),
  ]);

test('teams are the same by name, in any case and spacing; alike but for punctuation and “team” they are proposed', () => {
  expect(told(spekit('Sales', 'R&D', 'Partners', 'Field  Marketing Team', 'sa​les'), okta('Sales', 'R and D', 'field-marketing'))).toEqual([
    ['Field  Marketing Team', 'field-marketing possible'],
    ['Partners'],
    ['R&D', 'R and D possible'],
    ['Sales', 'Sales certain', 'shared-candidate'],
    ['sa​les', 'Sales certain', 'other-case', 'shared-candidate'],
  ]);
});

test('a reserved name is nobody’s of Okta’s, and names of punctuation alone are not alike', () => {
  expect(told(spekit('All Spekit Users', '***'), okta('AllSpekitUsers', '---'))).toEqual([['***'], ['All Spekit Users', 'reserved-name']]);
});

test('two of Okta’s that differ in spacing alone are a conflict, whichever came first', () => {
  const expected = [['Sales', 'Sales certain', 'sales certain', 'several-candidates']];
  expect(told(spekit('Sales'), okta('Sales', 'sales'))).toEqual(expected);
  expect(told(spekit('Sales'), okta('sales', 'Sales'))).toEqual(expected);
});
