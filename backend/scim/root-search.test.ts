import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Json, listOf } from '../testing/companion.ts';
import { type Filtered, startFiltered } from '../testing/filtered.ts';

let filtered: Filtered;
beforeAll(async () => {
  filtered = await startFiltered();
});
afterAll(() => filtered.companion.end());

const search = (query: Json): Promise<Answer> =>
  filtered.companion.scim('POST', '/.search', { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], ...query });
const names = (answer: Answer): string[] =>
  listOf(answer).map((one) => String(one['userName'] ?? one['displayName']).replace('@x.example', ''));
const found = async (query: Json): Promise<string> => names(await search(query)).join(' | ');

test('everything is found, users before groups, by address and by body', async () => {
  const all = ['ann', 'bob', 'cleo', 'örn', 'Sales Team', 'Empty'];
  const answer = await search({});
  expect(names(answer)).toEqual(all);
  expect(answer.body).toMatchObject({ totalResults: 6, startIndex: 1, itemsPerPage: 6 });
  expect(names(await filtered.companion.scim('GET', '/'))).toEqual(all);
  expect(listOf(answer)[0]).toMatchObject({ meta: { resourceType: 'User' } });
});

test.each([
  ['meta.resourceType eq "Group"', 'Sales Team | Empty'],
  ['displayName co "a"', 'ann | Sales Team'],
  ['userName sw "b" or displayName eq "empty"', 'bob | Empty'],
  // An attribute that a type does not have is one without a value.
  ['userName pr', 'ann | bob | cleo | örn'],
  ['not (userName pr)', 'Sales Team | Empty'],
  ['userName ne "bob@x.example" and meta.resourceType eq "Group"', 'Sales Team | Empty'],
  ['members pr', 'Sales Team'],
  ['emails[type eq "home"]', 'ann | bob'],
  ['not (emails[type eq "home"])', 'cleo | örn | Sales Team | Empty'],
  ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "Sales"', 'ann'],
])('%s finds %s', async (filter, expected) => {
  expect(await found({ filter })).toBe(expected);
});

test('it is sorted over all types, and those without the attribute come last', async () => {
  expect(await found({ sortBy: 'displayName' })).toBe('ann | bob | cleo | Empty | Sales Team | örn');
  expect(await found({ sortBy: 'displayName', sortOrder: 'descending' })).toBe('örn | Sales Team | Empty | cleo | bob | ann');
  expect(await found({ sortBy: 'userName' })).toBe('ann | bob | cleo | örn | Sales Team | Empty');
});

test('it is paged by index and by cursor, and shows what is wanted', async () => {
  expect(await found({ startIndex: 4, count: 2 })).toBe('örn | Sales Team');
  const pages: string[] = [];
  let cursor: unknown = '';
  while (typeof cursor === 'string') {
    const page = await search({ sortBy: 'displayName', count: 4, cursor, attributes: ['displayName'] });
    expect(Object.keys(listOf(page)[0] ?? {})).toEqual(['schemas', 'id', 'displayName']);
    pages.push(...names(page));
    cursor = page.body['nextCursor'];
  }
  expect(pages).toEqual(['ann Doe', 'bob Doe', 'cleo Doe', 'Empty', 'Sales Team', 'Örn Ärlig']);
});

test('an attribute of no type is refused', async () => {
  for (const query of [{ filter: 'nonsense eq "a"' }, { filter: 'userName eq' }]) {
    expect((await search(query)).body).toMatchObject({ status: '400', scimType: 'invalidFilter' });
  }
  expect((await search({ sortBy: 'nonsense' })).body).toMatchObject({ status: '400', scimType: 'invalidPath' });
});
