import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from '../../../contract/exchange.ts';
import { completed } from './completed.ts';
import { shownExchange } from './masked-exchange.ts';
import { Masks } from './masks.ts';

const user = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: '8c8a8d3e-1111',
  externalId: '00umaya',
  userName: 'maya@acme.example',
  name: { givenName: 'Maya', familyName: 'Lindqvist', formatted: 'Maya Lindqvist' },
  displayName: 'Maya Lindqvist',
  emails: [{ value: 'Maya@acme.example', type: 'work', primary: true }],
  phoneNumbers: [{ value: '+46 70 123 45 67', type: 'mobile' }],
  addresses: [{ streetAddress: 'Storgatan 1', locality: 'Lund', type: 'home' }],
  active: true,
  title: 'Engineer',
  groups: [{ value: 'team-id-1', display: 'Sales', $ref: 'http://c/scim/v2/Groups/team-id-1' }],
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
    employeeNumber: '4711',
    manager: { value: 'boss-id', displayName: 'Bo Ek' },
  },
  meta: { location: 'http://c/scim/v2/Users/8c8a8d3e-1111', resourceType: 'User' },
};

function exchange(path: string, body: unknown, answer: unknown = null, method = 'POST'): Exchange {
  const text = (value: unknown) => (value === null ? null : typeof value === 'string' ? value : JSON.stringify(value));
  return {
    at: '2026-11-24T16:20:12.000Z',
    changes: { first: 1, last: 1 },
    bulk: false,
    request: { method, path, body: text(body), remark: null },
    answer: { status: 200, body: text(answer), remark: null },
  };
}
const shown = (one: Exchange, masks: Masks | null = new Masks()): string => {
  const { request, answer } = shownExchange(one, masks);
  return [request.head, request.body, answer.head, answer.body].join('\n');
};
const persons = /maya|lindqvist|acme|70 123|storgatan|lund\b|4711|boss|bo ek|8c8a|team-id/i;

test('unmasked, it is all there, set out in lines', () => {
  const { request } = shownExchange(exchange('/scim/v2/Users', user), null);
  expect(request).toEqual({ head: 'POST /scim/v2/Users', body: JSON.stringify(user, null, 2), unmaskable: false });
});

test('a user is masked by attribute, and what tells of nobody stays', () => {
  const text = shown(exchange('/scim/v2/Users', user, user));
  expect(text).not.toMatch(persons);
  const masked = JSON.parse(shownExchange(exchange('/scim/v2/Users', user), new Masks()).request.body ?? '');
  expect(masked).toMatchObject({ active: true, title: 'Engineer', schemas: user.schemas, meta: { resourceType: 'User' } });
  expect(masked.emails[0]).toMatchObject({ type: 'work', primary: true });
  expect(masked.groups[0].display).toBe('Sales');
});

test('the same value has the same mask wherever it stands, another one another', () => {
  const masks = new Masks();
  const masked = JSON.parse(shownExchange(exchange('/scim/v2/Users', user), masks).request.body ?? '');
  expect(masked.userName).toBe('*email-1*');
  expect(masked.emails[0].value).toBe(masked.userName);
  expect(masked.name.formatted).toBe(masked.displayName);
  expect(masked.name.givenName).not.toBe(masked.name.familyName);
  expect(masked.meta.location).toBe(`http://c/scim/v2/Users/${masked.id}`);
  const path = encodeURI('/scim/v2/Users?filter=userName eq "maya@acme.example"');
  expect(decodeURI(shown(exchange(path, null), masks))).toContain('userName eq "*email-1*"');
  expect(shown(exchange('/scim/v2/Users', { userName: 'noor@acme.example' }), masks)).toContain('*email-2*');
});

test.each<[string, unknown, string?]>([
  ['a path and its value', { Operations: [{ op: 'replace', path: 'name.givenName', value: 'Maya' }] }],
  ['a value before its path', { Operations: [{ value: 'Maya', PATH: 'urn:ietf:params:scim:schemas:core:2.0:User:displayName' }] }],
  ['a value without a path', { Operations: [{ op: 'replace', value: { 'name.familyName': 'Lindqvist', displayName: 'Maya' } }] }],
  ['brackets', { Operations: [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'maya' }] }],
  ['brackets that name a person', { Operations: [{ op: 'remove', path: 'emails[type eq "work" and value eq "maya"]' }] }],
  ['telephones', { Operations: [{ op: 'add', path: 'phoneNumbers', value: [{ type: 'work', value: '70 123' }] }] }],
  ['a name as Entra writes it', { Operations: [{ op: 'Add', value: { 'phoneNumbers[type eq "work"].value': '70 123' } }] }],
  [
    'the manager',
    { Operations: [{ op: 'add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', value: 'boss-id' }] },
  ],
  ['numbers', { employeeNumber: 4711 }],
  ['other case', { USERNAME: 'maya', Name: { GIVENNAME: 'Maya' } }],
  ['mail in words', { title: 'ask maya@acme.example' }],
  ['mail as a name', { 'maya@acme.example': true }],
  ['JSON in a text', { profile: JSON.stringify({ displayName: 'Maya' }) }],
  ['a bulk’s data', { Operations: [{ method: 'POST', path: '/Users', data: user }] }],
  [
    'members',
    {
      Operations: [
        { op: 'remove', path: 'members[value eq "8c8a8d3e-1111"]' },
        { op: 'add', path: 'members', value: [{ value: '8c8a8d3e-1111', display: 'Maya' }] },
      ],
    },
    '/scim/v2/Groups/team-id-1',
  ],
])('nobody can be told from %s', (_, body, path = '/scim/v2/Users/8c8a8d3e-1111') => {
  expect(shown(exchange(path, body))).not.toMatch(persons);
});

test('of whom an error speaks is masked in its words too, and so in the other side’s', () => {
  const masks = new Masks();
  const detail = 'A user with the user name maya exists already: Maya Lindqvist.';
  const text = shown(exchange('/scim/v2/Users', { userName: 'maya', displayName: 'Maya Lindqvist' }, { detail, status: '409' }), masks);
  expect(text).not.toMatch(persons);
  expect(text).toContain('A user with the user name *name-1* exists already: *name-2*.');
});

test('a group’s own name tells of nobody', () => {
  const text = shown(exchange('/scim/v2/Groups', { displayName: 'Sales', members: [{ value: 'boss-id', display: 'Bo Ek' }] }, null));
  expect(text).toContain('"displayName": "Sales"');
  expect(text).not.toMatch(persons);
  expect(
    shown(exchange('/scim/v2/Groups/team-id-1', { Operations: [{ op: 'replace', value: { id: 'team-id-1', displayName: 'Sales' } }] })),
  ).toContain('"Sales"');
});

test('what was cut is masked as far as it goes', () => {
  const cut = JSON.stringify(user).slice(0, 330);
  const { request } = shownExchange(exchange('/scim/v2/Users', cut), new Masks());
  expect(request.unmaskable).toBe(false);
  expect(request.body).toContain('"userName": "*email-1*"');
  expect(request.body).not.toMatch(persons);
});

test('what is no JSON is shown unmasked alone', () => {
  const one = exchange('/scim/v2/Users', 'userName=Maya');
  expect(shownExchange(one, new Masks()).request).toEqual({ head: 'POST /scim/v2/Users', body: null, unmaskable: true });
  expect(shownExchange(one, null).request.body).toBe('userName=Maya');
});

test('however JSON is cut, what is left is its beginning', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
      const text = JSON.stringify({ list: [value, { value }] });
      const part = text.slice(0, Math.max(1, Math.floor(text.length * share)));
      const whole = completed(part);
      expect(() => JSON.parse(whole)).not.toThrow();
    }),
  );
});
