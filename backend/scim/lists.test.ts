import { afterAll, beforeAll, expect, test } from 'vitest';
import { created, type Json, listOf, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
const ids: string[] = [];
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

beforeAll(async () => {
  companion = await TestCompanion.start();
  for (const [index, name] of ['zoe', 'Adam', 'mia', 'Éric'].entries()) {
    const more: Json = { title: index === 1 ? undefined : `T${index}`, [enterprise]: { department: index % 2 ? 'Sales' : 'IT' } };
    ids.push(await created(companion, '/Users', oktaUser(`${name}@example.com`, more)));
  }
  await created(companion, '/Groups', oktaGroup('Sales', ids.slice(0, 2)));
});
afterAll(() => companion.end());

const names = async (query: string): Promise<unknown[]> =>
  listOf(await companion.scim('GET', `/Users?${query}`)).map((one) => one['userName']);

test('pages are in the order of creation, with whole numbers, and never overlap', async () => {
  const all: unknown[] = [];
  for (let startIndex = 1; startIndex <= 4; startIndex += 3) {
    const page = await companion.scim('GET', `/Users?startIndex=${startIndex}&count=3`);
    expect(page.body).toMatchObject({ totalResults: 4, startIndex, itemsPerPage: startIndex === 1 ? 3 : 1 });
    all.push(...listOf(page).map((one) => one['id']));
  }
  expect(all).toEqual(ids);
});

test('a start below one is one, a count below none is none, and beyond the end there is an empty list', async () => {
  expect((await companion.scim('GET', '/Users?startIndex=-3&count=1')).body).toMatchObject({ startIndex: 1, itemsPerPage: 1 });
  expect((await companion.scim('GET', '/Users?count=-1')).body).toMatchObject({ totalResults: 4, itemsPerPage: 0, Resources: [] });
  expect((await companion.scim('GET', '/Users?startIndex=9')).body).toMatchObject({ totalResults: 4, itemsPerPage: 0, Resources: [] });
});

test('sorting knows case, accents and absent values', async () => {
  expect(await names('sortBy=userName')).toEqual(['Adam@example.com', 'mia@example.com', 'zoe@example.com', 'Éric@example.com']);
  expect((await names('sortBy=title'))[3]).toBe('Adam@example.com');
  expect((await names('sortBy=title&sortOrder=descending'))[0]).toBe('Adam@example.com');
  expect(await names(`sortBy=${enterprise}:department&sortOrder=descending&count=1`)).toEqual(['Adam@example.com']);
  expect((await names('sortBy=emails'))[0]).toBe('Adam@example.com');
  expect(await names('sortBy=meta.resourceType&sortOrder=descending')).toHaveLength(4);
  expect((await names('sortBy=meta.created&sortOrder=descending'))[0]).toBe('Éric@example.com');
});

test('attributes choose what is shown, besides what always is', async () => {
  const [one] = listOf(await companion.scim('GET', `/Users?attributes=userName,name.givenName,emails.value&count=1`));
  expect(one).toEqual({
    schemas: expect.any(Array),
    id: ids[0],
    userName: 'zoe@example.com',
    name: { givenName: 'zoe' },
    emails: [{ value: 'zoe@example.com' }],
  });
  const department = await companion.scim('GET', `/Users/${ids[0]}?attributes=${enterprise}:department`);
  expect(department.body).toEqual({ schemas: expect.any(Array), id: ids[0], [enterprise]: { department: 'IT' } });
});

test('excludedAttributes leave out what is not wanted, never the id', async () => {
  const [group] = listOf(await companion.scim('GET', '/Groups?excludedAttributes=members,id'));
  expect(group).toMatchObject({ id: expect.any(String), displayName: 'Sales' });
  expect(group).not.toHaveProperty('members');
  const user = await companion.scim('GET', `/Users/${ids[0]}?excludedAttributes=${enterprise},meta,name.familyName,__proto__`);
  expect(user.body).not.toHaveProperty(enterprise);
  expect(user.body).not.toHaveProperty('meta');
  expect(user.body['name']).toEqual({ givenName: 'zoe' });
});

test('a search in the body of a POST is the same list, and no change', async () => {
  const before = (await companion.api('GET', '/status')).body['seq'];
  const answer = await companion.scim('POST', '/Users/.search', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
    filter: 'userName sw "m"',
    attributes: ['userName'],
    startIndex: 1,
    count: 10,
  });
  expect(listOf(answer)).toEqual([{ schemas: expect.any(Array), id: ids[2], userName: 'mia@example.com' }]);
  const broken = await companion.scim('POST', '/Users/.search', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
    filter: 'userName zz "m"',
  });
  expect([broken.status, broken.body['scimType']]).toEqual([400, 'invalidFilter']);
  expect((await companion.api('GET', '/status')).body['seq']).toBe(before);
});

test('an ETag read again costs a 304, and guards a change', async () => {
  const read = await companion.scim('GET', `/Users/${ids[3]}`);
  const tag = read.headers.get('etag') ?? '';
  expect(tag).toBe((read.body['meta'] as Json)['version']);
  expect((await companion.scim('GET', `/Users/${ids[3]}`, undefined, { 'If-None-Match': tag })).status).toBe(304);
  const put = (title: string) => companion.scim('PUT', `/Users/${ids[3]}`, { ...read.body, title }, { 'If-Match': tag });
  expect((await put('First')).status).toBe(200);
  expect((await put('Second')).status).toBe(412);
  expect((await companion.scim('GET', `/Users/${ids[3]}`)).body['title']).toBe('First');
});

test('the service describes itself: what it can, its types and its schemas', async () => {
  const config = await companion.scim('GET', '/ServiceProviderConfig', undefined, { Authorization: '' });
  expect(config.body).toMatchObject({
    patch: { supported: true },
    filter: { supported: true, maxResults: 1000 },
    bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 5 * 1024 * 1024 },
    pagination: { cursor: true, index: true, defaultPaginationMethod: 'index', defaultPageSize: 100, maxPageSize: 1000 },
  });
  const types = listOf(await companion.scim('GET', '/ResourceTypes'));
  expect(types.map((type) => [type['id'], type['endpoint']])).toEqual([
    ['User', '/Users'],
    ['Group', '/Groups'],
  ]);
  const schemas = listOf(await companion.scim('GET', '/Schemas'));
  for (const schema of schemas) {
    const alone = await companion.scim('GET', `/Schemas/${schema['id']}`);
    expect(alone.body).toEqual(schema);
    expect(schema['attributes']).not.toHaveLength(0);
  }
  const attributes = schemas.find((schema) => schema['name'] === 'User')?.['attributes'] as Json[] | undefined;
  expect(attributes?.find((one) => one['name'] === 'password')).toMatchObject({
    mutability: 'writeOnly',
    returned: 'never',
  });
  expect((await companion.scim('GET', '/Schemas?filter=id%20pr')).status).toBe(403);
});
