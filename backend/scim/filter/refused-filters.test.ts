import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patchOf } from '../../testing/companion.ts';
import { type Filtered, startFiltered } from '../../testing/filtered.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

let directory: Filtered;
beforeAll(async () => {
  directory = await startFiltered();
});
afterAll(() => directory.companion.end());

describe('what is no filter is 400 invalidFilter and names the position', () => {
  test.each([
    ['userName', 9],
    ['userName eq', 12],
    ['userName xx "a"', 10],
    ['userName eq "a', 13],
    ['userName eq "a" or', 19],
    ['userName eq "a" "b"', 17],
    ['(userName eq "a"', 17],
    ['userName eq "a")', 16],
    ['userName eq a', 13],
    ['userName eq 7', 13],
    ['userName eq true', 13],
    ['userName gt null', 13],
    ['active gt true', 11],
    ['active eq "perhaps"', 11],
    ['emails[type eq "work"', 22],
    ['emails[emails.type eq "work"]', 8],
    ['emails[type[value eq "a"]]', 12],
    ['userName[value eq "a"]', 9],
    ['name eq "a"', 9],
    ['meta.created eq "yesterday"', 17],
    ['meta.created co "2011-05-13T04:42:34Z"', 17],
    ['password eq "1mz050nq"', 1],
    ['nothing eq "a"', 1],
    ['userName.x eq "a"', 1],
    ['urn:nothing:userName eq "a"', 1],
    ['not userName pr', 1],
    ['userName eq "\\x"', 13],
    ['userName eq "a\\u0000"', 13],
    ['userName & "a"', 10],
    ['', null],
  ])('%s', async (filter, position) => {
    const answer = await directory.companion.scim('GET', `/Users?filter=${encodeURIComponent(filter)}`);
    if (position === null) return expect(answer.status).toBe(200);
    expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidFilter']);
    expect(answer.body['detail']).toMatch(new RegExp(`position ${position}\\b`));
  });
});

test.each([
  '__proto__.x eq "y"',
  '__proto__ pr',
  'constructor.prototype eq "y"',
  'toString eq "y"',
  'emails[__proto__ eq "y"]',
  'emails.constructor eq "y"',
  `${enterprise}:__proto__ eq "y"`,
  'hasOwnProperty pr',
  'resource eq "y"',
  'user_name_key eq "y"',
  'userName; drop table users eq "y"',
  'userName" or 1=1 -- eq "y"',
])('the name in %s is no attribute: it reaches neither an object nor a statement', async (filter) => {
  const answer = await directory.companion.scim('GET', `/Users?filter=${encodeURIComponent(filter)}`);
  expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidFilter']);
  const path = filter.replace(/ (eq .*|pr)$/, '');
  const patched = await directory.companion.scim('PATCH', `/Users/${directory.ids['örn']}`, patchOf({ op: 'replace', path, value: 'y' }));
  expect(patched.status).toBe(400);
});

test('depth, length and number of comparisons are bounded, and what lies within them works', async () => {
  const nested = (depth: number): string => `${'('.repeat(depth)}userName pr${')'.repeat(depth)}`;
  const many = (count: number): string => Array(count).fill('active eq true').join(' or ');
  expect(await directory.found('/Users', nested(20))).toBe('ann bob cleo örn');
  expect(await directory.found('/Users', many(100))).toBe('ann cleo örn');
  for (const filter of [nested(200), nested(4000), 'not ('.repeat(500), many(501), `userName eq "${'a'.repeat(9000)}"`]) {
    const answer = await directory.companion.scim('POST', '/Users/.search', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      filter,
    });
    expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidFilter']);
  }
});
