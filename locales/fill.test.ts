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
});

test('only facts that were given are looked for', () => {
  expect(fill('{constructor}{__proto__}{toString}', {})).toBe('');
});
