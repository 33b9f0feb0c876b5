import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Attribute } from '../../scim/schemas/attribute.ts';
import { groupType, type ResourceType, userType } from '../../scim/schemas/resource-types.ts';
import { type Answer, created, type Json, listOf, oktaGroup, oktaUser, TestCompanion } from '../../testing/companion.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** One on PostgreSQL, one on SQLite, with the same people and groups. */
let both: TestCompanion[];
beforeAll(async () => {
  both = [await TestCompanion.start(), await TestCompanion.start({ database: 'sqlite::memory:' })];
  for (const companion of both) {
    const ids: string[] = [];
    for (let index = 0; index < 12; index++) ids.push(await createdAlone(companion, '/Users', person(index)));
    for (let index = 0; index < 4; index++) {
      const group = oktaGroup(`Gr ${index}`, ids.slice(0, index * 2));
      await createdAlone(companion, '/Groups', index % 2 === 0 ? group : { ...group, externalId: 'e' });
    }
  }
});
afterAll(async () => {
  for (const companion of both) await companion.end();
});

/** No two are made in the same millisecond: sorted by when they were made, they would be in the order of ids, which hold chance. */
async function createdAlone(companion: TestCompanion, endpoint: '/Users' | '/Groups', resource: Json): Promise<string> {
  const id = await created(companion, endpoint, resource);
  const at = Date.now();
  while (Date.now() === at) await new Promise((resolve) => setImmediate(resolve));
  return id;
}

/** Values that are there and not, in both cases, and those that one database might take for others. */
function person(index: number): Json {
  return oktaUser(`U${index}_é@x.example`, {
    title: index % 3 === 0 ? undefined : ['true', '1', 'Zä', 'b"c'][index % 4],
    active: index % 4 !== 1,
    displayName: index % 2 === 0 ? undefined : `Ä${index}`,
    externalId: index % 5 === 0 ? undefined : `x${index}`,
    name: { givenName: index % 2 === 0 ? '' : 'Q', familyName: `F${index}` },
    emails:
      index % 3 === 0
        ? []
        : [
            { value: `A${index}@x.example`, type: 'work', primary: index % 2 === 0 },
            { value: `b${index}@x.example`, primary: index % 2 === 1 },
          ],
    ...(index % 2 === 1 && { [enterprise]: { department: `D${index}`, manager: { value: 'm' } } }),
  });
}

function pathsOf({ schema, extensions }: ResourceType): string[] {
  const paths = (prefix: string, attributes: readonly Attribute[]): string[] =>
    attributes.flatMap(({ name, subAttributes = [] }) => [
      `${prefix}${name}`,
      ...subAttributes.map((sub) => `${prefix}${name}.${sub.name}`),
    ]);
  const own = ['externalId', 'meta.created', 'meta.lastModified', 'meta.version', 'meta.resourceType', 'schemas'];
  return [...new Set([...paths('', schema.attributes), ...extensions.flatMap((one) => paths(`${one.id}:`, one.attributes)), ...own])];
}

const operators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];
const values = [
  '"q"',
  '"1"',
  '"true"',
  '"Ä1"',
  '""',
  '"2020-01-01T00:00:00Z"',
  '"urn:ietf:params:scim:schemas:core:2.0:User"',
  'true',
  'null',
  '1',
];

function queriesOf(path: string): string[] {
  const filters = operators.flatMap((operator) => values.map((value) => `${path} ${operator} ${value}`));
  return [
    `sortBy=${path}`,
    `sortBy=${path}&sortOrder=descending`,
    ...[`${path} pr`, `not (${path} pr)`, ...filters].map((filter) => `filter=${encodeURIComponent(filter)}`),
  ];
}

test.each([userType, groupType])('of $endpoint every attribute, filtered and sorted in every way, is answered alike', async (type) => {
  // Ids are made at random.
  const queries = pathsOf(type)
    .filter((path) => path !== 'id' && !/^(groups|members)(\.value)?$/.test(path))
    .flatMap(queriesOf);
  const statuses = new Set<number>();
  const answer = async (companion: TestCompanion, query: string): Promise<unknown> => {
    const { status, ...rest } = await companion.scim('GET', `${type.endpoint}?${query}`);
    statuses.add(status);
    const found = status === 200 ? listOf({ status, ...rest }).map((one) => one['userName'] ?? one['displayName']) : rest.text;
    return [decodeURIComponent(query), found];
  };
  for (let begin = 0; begin < queries.length; begin += 100) {
    const some = queries.slice(begin, begin + 100);
    const [postgres, sqlite] = await Promise.all(both.map((one) => Promise.all(some.map((query) => answer(one, query)))));
    expect(postgres).toEqual(sqlite);
  }
  expect([...statuses].toSorted()).toEqual([200, 400]);
});

test.each([
  ['/Users', userType],
  ['/Groups', groupType],
  ['/', userType],
])('pages of %s, by index and by cursor, are the same in every order', async (address, type) => {
  const named = (answer: Answer): unknown[] => listOf(answer).map((one) => one['userName'] ?? one['displayName']);
  const walk = async (companion: TestCompanion, sorting: string): Promise<unknown[]> => {
    const seen: unknown[] = [(await companion.scim('GET', `${address}?${sorting}`)).status];
    if (seen[0] !== 200) return seen;
    seen.push(named(await companion.scim('GET', `${address}?${sorting}&startIndex=4&count=3`)));
    seen.push(named(await companion.scim('GET', `${address}?${sorting}&startIndex=10&count=4`)));
    for (let cursor: unknown = ''; typeof cursor === 'string'; ) {
      const page = await companion.scim('GET', `${address}?${sorting}&count=5&cursor=${encodeURIComponent(cursor)}`);
      seen.push(page.status, named(page));
      cursor = page.body['nextCursor'];
    }
    return seen;
  };
  let walked = 0;
  for (const sorting of pathsOf(type).flatMap((path) => [`sortBy=${path}`, `sortBy=${path}&sortOrder=descending`])) {
    const [postgres, sqlite] = await Promise.all(both.map((companion) => walk(companion, sorting)));
    expect([sorting, postgres]).toEqual([sorting, sqlite]);
    if (postgres?.[0] === 200) walked += 1;
  }
  expect(walked).toBeGreaterThan(10);
});
