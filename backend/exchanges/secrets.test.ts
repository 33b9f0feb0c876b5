import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressWithoutSecrets, textWithoutSecrets, veil, withoutSecrets } from './secrets.ts';
import { toldBody } from './told-body.ts';

const secret = 'Hunter2!x';
const told = (value: unknown) => toldBody({ text: JSON.stringify(value) }).body ?? '';

test.each<[string, unknown]>([
  ['a password', { userName: 'maya', password: secret }],
  ['in other case', { PassWord: secret, PASSWORD2: secret }],
  ['nested', { a: [{ b: { newPassword: { value: secret, list: [secret] } } }] }],
  ['under a URN', { 'urn:ietf:params:scim:schemas:core:2.0:User:password': secret }],
  ['tokens and keys', { access_token: secret, refreshToken: secret, 'api-key': secret, clientSecret: secret, privateKey: [secret] }],
  ['headers', { headers: { Authorization: `Basic ${secret}`, Cookie: secret } }],
  ['a PATCH’s path', { Operations: [{ op: 'replace', path: 'password', value: secret }] }],
  ['a path in other case, after its value', { Operations: [{ value: secret, Path: 'PASSWORD' }] }],
  ['a path with a URN', { Operations: [{ op: 'add', path: 'urn:x:User:password', value: { value: secret } }] }],
  ['a PATCH’s value without a path', { Operations: [{ op: 'replace', value: { password: secret } }] }],
  ['a path’s filter', { Operations: [{ op: 'remove', path: `emails[password eq "${secret}"]` }] }],
  ['brackets behind a password', { Operations: [{ op: 'remove', path: `password[value eq "a]${secret}"]` }] }],
  ['a path that is no text', { Operations: [{ op: 'replace', path: ['password'], value: secret }] }],
  ['a filter that does not end', { path: `not (password  eq "${secret}` }],
  ['JSON in a text', { blob: JSON.stringify({ password: secret }) }],
  ['JSON in JSON in a text', { blob: JSON.stringify([JSON.stringify({ token: secret })]) }],
  ['a bearer token in words', { displayName: `use Bearer ${secret}abc` }],
  ['a JSON web token', { note: `eyJhbGciOi.eyJzdWIi${'x'}.${'Hunter2-sig'}` }],
  ['an invisible character in the name', { 'pass\u200bword': secret }],
  ['wide letters', { ｐａｓｓｗｏｒｄ: secret }],
  ['an attribute by its name', { attributes: [{ name: 'password', value: secret }] }],
])('nothing of it is left: %s', (_, value) => {
  expect(told(value)).not.toMatch(/Hunter2/);
  expect(JSON.stringify(withoutSecrets(value))).not.toMatch(/Hunter2/);
});

test('a name that is written with escapes, and one that stands twice', () => {
  for (const text of [`{"p\\u0061ssword":"${secret}"}`, `{"password":"${secret}","password":null}`, `{"a":{"pwd":"${secret}"},"a":1}`]) {
    expect(toldBody({ text }).body).not.toContain(secret);
  }
});

test('deep nesting ends nothing', () => {
  const text = `${'['.repeat(20_000)}{"password":"${secret}"}${']'.repeat(20_000)}`;
  expect(toldBody({ text }).body).not.toContain(secret);
});

test('what is no secret stays as it was written', () => {
  for (const text of [
    '{ "displayName" : "Sales" }',
    '{"displayName":"Ärzte \\"A\\""}',
    '{"Operations":[{"op":"add","path":"members","value":[{"value":"1"}]}]}',
    '{"title":"Secretary","active":true,"members":[{"display":"Compass"}]}',
  ]) {
    expect(toldBody({ text })).toEqual({ body: text, remark: null });
  }
  expect(withoutSecrets({ changePassword: { supported: false }, password: null, title: 'x' })).toEqual({
    changePassword: veil,
    password: null,
    title: 'x',
  });
});

test.each([
  ['/scim/v2/Users?filter=password%20eq%20%22Hunter2%22', '/scim/v2/Users?filter=password%20eq%20%22%E2%80%A2%E2%80%A2%E2%80%A2%22'],
  ['/scim/v2/Users?access_token=Hunter2&count=1', '/scim/v2/Users?access_token=%E2%80%A2%E2%80%A2%E2%80%A2&count=1'],
  ['/scim/v2/Users?filter=userName+eq+%22maya%22', '/scim/v2/Users?filter=userName+eq+%22maya%22'],
  ['/scim/v2/Users?%61ccess_token=Hunter2', '/scim/v2/Users?%61ccess_token=%E2%80%A2%E2%80%A2%E2%80%A2'],
  ['/scim/v2/Users?a=password%zzHunter2', '/scim/v2/Users?a=%E2%80%A2%E2%80%A2%E2%80%A2'],
  ['/scim/v2/Users/1?attributes=a?b', '/scim/v2/Users/1?attributes=a?b'],
])('an address: %s', (address, expected) => {
  expect(addressWithoutSecrets(address)).toBe(expected);
});

test('long texts of a stranger cost no longer than their length', () => {
  for (const text of [
    'password'.repeat(50_000),
    `password[${'"'.repeat(100_001)}`,
    `password eq ${'"\\'.repeat(100_000)}`,
    'eyJ'.repeat(60_000),
  ]) {
    const begun = performance.now();
    textWithoutSecrets(text);
    expect(performance.now() - begun).toBeLessThan(2_000);
  }
});

test('whatever JSON a password stands in, it is not told', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('password', 'Token', 'authorization'), (around, name) => {
      const value = { around, [name]: `${secret}-${name}` };
      expect(told([value, { deeper: value }])).not.toContain(secret);
    }),
  );
});
