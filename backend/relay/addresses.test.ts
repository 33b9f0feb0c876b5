import { expect, test } from 'vitest';
import { ourAddress, withOurAddresses } from './addresses.ts';

const [from, to] = ['https://spekit.example/scim/v2', 'https://okta-side.example/scim/v2'];

test.each([
  ['https://spekit.example/scim/v2/Users/1', 'https://okta-side.example/scim/v2/Users/1'],
  ['HTTP://SPEKIT.example/scim/v2/Users/1', 'https://okta-side.example/scim/v2/Users/1'],
  ['https://spekit.example/scim/v2beta/Users/1', null],
  ['https://spekitXexample/scim/v2/Users/1', null],
  ['https://elsewhere.example/?to=https://spekit.example/scim/v2/Users/1', null],
])('%s', (address, ours) => {
  expect(ourAddress(address, from, to)).toBe(ours ?? address);
  const text = (one: string) => JSON.stringify({ meta: { location: one }, $ref: one });
  expect(withOurAddresses(text(address), from, to)).toBe(text(ours ?? address));
});
