import { expect, test } from 'vitest';
import { fill } from './fill.ts';

test('facts go into their places', () => {
  expect(fill('{count} of this name: {idp} from Okta', { count: 2, idp: 1 })).toBe('2 of this name: 1 from Okta');
});

test('a place without a fact leaves no hole', () => {
  expect(fill('{name} is managed by Okta', {})).toBe('is managed by Okta');
  expect(fill('The profile of {name} comes from Okta', { name: undefined })).toBe('The profile of comes from Okta');
});

test('nothing in a fact is interpreted', () => {
  expect(fill('{name}', { name: '<b>{count}</b> $& $1' })).toBe('<b>{count}</b> $& $1');
  expect(fill('{count, plural, one {{name}} other {# × {name}}}', { count: 2, name: '# {count} $&' })).toBe('2 × # {count} $&');
});

test('only facts that were given are looked for', () => {
  expect(fill('{constructor}{__proto__}{toString}', {})).toBe('');
});

const members = 'Spekit: {count, plural, =0 {no members} one {# member} other {# members}}, as {name}';
test.each([
  [0, 'Spekit: no members, as Sales'],
  [1, 'Spekit: 1 member, as Sales'],
  [12, 'Spekit: 12 members, as Sales'],
])('of %i the form is chosen', (count, said) => {
  expect(fill(members, { count, name: 'Sales' })).toBe(said);
});

test('the forms and numbers are those of the language; where it has no form of its own, the other one', () => {
  const polish = { number: (value: number) => `<${value}>`, pluralOf: (value: number) => new Intl.PluralRules('pl').select(value) };
  const teams = '{count, plural, one {# zespół} few {# zespoły} many {# zespołów} other {# zespołu}}';
  expect([1, 3, 12].map((count) => fill(teams, { count }, polish))).toEqual(['<1> zespół', '<3> zespoły', '<12> zespołów']);
  expect(fill('{count, plural, other {# anders}}', { count: 1 }, polish)).toBe('<1> anders');
});
