import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Filtered, startFiltered } from '../../testing/filtered.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const spekit = 'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:User';

let directory: Filtered;
beforeAll(async () => {
  directory = await startFiltered();
});
afterAll(() => directory.companion.end());

describe('users', () => {
  test.each([
    ['userName eq "ann@x.example"', 'ann'],
    ['USERNAME EQ "ANN@X.EXAMPLE"', 'ann'],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "bob@x.example"', 'bob'],
    ['userName ne "ann@x.example"', 'bob cleo örn'],
    ['userName sw "ÖR"', 'örn'],
    ['userName ew "B@x.example"', 'bob'],
    ['userName co "e"', 'ann bob cleo örn'],
    ['userName co ""', 'ann bob cleo örn'],
    ['userName gt "bob@x.example"', 'cleo örn'],
    ['userName ge "bob@x.example"', 'bob cleo örn'],
    ['userName lt "bob@x.example"', 'ann'],
    ['userName le "bob@x.example"', 'ann bob'],
    ['title eq "ENGINEER"', 'ann bob'],
    ['title ne "engineer"', 'cleo örn'],
    ['title pr', 'ann bob cleo'],
    ['not (title pr)', 'örn'],
    ['title eq null', 'örn'],
    ['title ne null', 'ann bob cleo'],
    ['not (title eq "engineer")', 'cleo örn'],
    ['nickName ne "Bobby"', 'ann cleo örn'],
    ['title eq "It\'s 100 % \\"quoted\\" \\\\ & co"', 'cleo'],
    ['title co "%"', 'cleo'],
    ['title co "_"', ''],
    ['active pr', 'ann bob cleo örn'],
    ['meta.created pr', 'ann bob cleo örn'],
    ['schemas co ""', 'ann bob cleo örn'],
    ['active eq true', 'ann cleo örn'],
    ['active eq false', 'bob'],
    ['active eq "False"', 'bob'],
    ['active ne true', 'bob'],
    ['externalId eq "EXT-Cleo"', 'cleo'],
    ['externalId eq "ext-cleo"', ''],
    ['displayName eq "örn ärlig"', 'örn'],
    ['name.givenName eq "ANN"', 'ann'],
    ['name pr', 'ann bob cleo örn'],
    ['emails pr', 'ann bob örn'],
    ['emails eq "bob@home.example"', 'bob'],
    ['emails co "HOME"', 'ann bob'],
    ['emails.type eq "work"', 'ann örn'],
    ['emails[type eq "work" and value co "@work"]', 'ann'],
    ['emails[type eq "home" and value co "@work"]', ''],
    ['emails[primary eq true]', 'ann örn'],
    ['emails[not (type eq "home")]', 'ann örn'],
    ['not (emails[type eq "home"])', 'cleo örn'],
    ['emails.value ne "bob@home.example"', 'ann cleo örn'],
    [`${enterprise}:department eq "sales"`, 'ann'],
    [`${enterprise}:manager.value eq "boss-1"`, 'ann'],
    [`${enterprise}:manager eq "boss-1"`, 'ann'],
    [`${spekit}:role eq "Expert"`, 'bob'],
    [`${spekit}:pending eq true`, 'ann bob cleo örn'],
    ['groups.display eq "sales team"', 'ann bob'],
    ['groups pr and active eq true', 'ann'],
    [`schemas eq "${enterprise}"`, 'ann'],
    ['schemas eq "urn:ietf:params:scim:schemas:core:2.0:User"', 'ann bob cleo örn'],
    ['meta.resourceType eq "User"', 'ann bob cleo örn'],
    ['meta.created gt "2011-05-13T04:42:34Z"', 'ann bob cleo örn'],
    ['meta.lastModified lt "2011-05-13T04:42:34Z"', ''],
    ['meta.created ge "2011-05-13"', 'ann bob cleo örn'],
    ['meta.version eq "W/\\"2\\""', 'bob'],
    // "and" binds tighter than "or", "not" tighter than both (RFC 7644 §3.4.2.2).
    ['active eq false or title pr and userName sw "c"', 'bob cleo'],
    ['(active eq false or title pr) and userName sw "c"', 'cleo'],
    ['not (active eq false) and title pr', 'ann cleo'],
    ['title pr and not (title co "quoted" or active eq false)', 'ann'],
    ['  userName   eq   "ann@x.example"  ', 'ann'],
  ])('%s', async (filter, expected) => {
    expect(await directory.found('/Users', filter)).toBe(expected);
  });
});

test('groups are found by name, id and member', async () => {
  expect(await directory.found('/Groups', 'displayName eq "SALES TEAM"')).toBe('Sales Team');
  expect(await directory.found('/Groups', 'displayName eq "Sales  Team"')).toBe('');
  expect(await directory.found('/Groups', `members eq "${directory.ids['ann']}"`)).toBe('Sales Team');
  expect(await directory.found('/Groups', `members.value eq "${directory.ids['cleo']}"`)).toBe('');
  expect(await directory.found('/Groups', `members[value eq "${directory.ids['ann']}" and display co "ann"]`)).toBe('Sales Team');
  expect(await directory.found('/Groups', 'not (members pr)')).toBe('Empty');
  expect(await directory.found('/Groups', 'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:Group:access.allTopics eq true')).toBe(
    'Sales Team Empty',
  );
});

test.each(["' or '1'='1", '"; drop table users; --', "') union select hash from tokens --", '%', '\\', '?1', ':x', '$1'])(
  'a value that looks like SQL is a value: %s',
  async (value) => {
    for (const operator of ['eq', 'co', 'sw', 'ew', 'gt']) await directory.found('/Users', `userName ${operator} ${JSON.stringify(value)}`);
    expect(await directory.found('/Users', `userName eq ${JSON.stringify(value)}`)).toBe('');
    expect(await directory.found('/Users', 'userName pr')).toBe('ann bob cleo örn');
  },
);
