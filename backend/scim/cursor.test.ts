import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, created, type Json, listOf, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
const everybody = Array.from({ length: 11 }, (_, index) => `user${String(index).padStart(2, '0')}`);
beforeAll(async () => {
  companion = await TestCompanion.start();
  for (const [index, name] of everybody.entries()) {
    // Every third has no title, and titles come several times.
    const title = index % 3 === 0 ? {} : { title: `T${index % 4}` };
    await created(companion, '/Users', oktaUser(`${name}@example.com`, title));
  }
});
afterAll(() => companion.end());

const page = (query: string): Promise<Answer> => companion.scim('GET', `/Users?${query}`);
const namesIn = (answer: Answer): string[] => listOf(answer).map((one) => String(one['userName']).replace('@example.com', ''));

/** All pages by cursor; `between` is done after each. */
async function walk(query: string, between: () => Promise<unknown> = async () => undefined): Promise<string[]> {
  const names: string[] = [];
  let cursor: unknown = '';
  while (typeof cursor === 'string') {
    const answer = await page(`${query}&cursor=${encodeURIComponent(cursor)}`);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('startIndex');
    names.push(...namesIn(answer));
    cursor = answer.body['nextCursor'];
    await between();
  }
  return names;
}

test.each([
  '',
  'sortBy=userName',
  'sortBy=title',
  'sortBy=title&sortOrder=descending',
  'sortBy=meta.created&sortOrder=descending',
  'sortBy=emails',
])('by cursor the list is the same as by index: %s', async (sorting) => {
  const whole = namesIn(await page(`${sorting}&count=100`));
  expect(whole).toHaveLength(everybody.length);
  for (const count of [1, 2, 5, 11, 12]) expect(await walk(`${sorting}&count=${count}`)).toEqual(whole);
  // By index as well, whichever end is nearer.
  const pages: string[] = [];
  for (let start = 1; start <= everybody.length; start += 3) pages.push(...namesIn(await page(`${sorting}&startIndex=${start}&count=3`)));
  expect(pages).toEqual(whole);
});

test('the total stands on each page, and a filter goes with its cursor', async () => {
  const filter = encodeURIComponent('title pr');
  const first = await page(`filter=${filter}&count=2&cursor=`);
  expect(first.body).toMatchObject({ totalResults: 7, itemsPerPage: 2, nextCursor: expect.any(String) });
  expect((await page('count=0&cursor=')).body).toMatchObject({ totalResults: 11, itemsPerPage: 0 });
  const other = await page(`count=2&cursor=${String(first.body['nextCursor'])}`);
  expect(other.body).toMatchObject({ status: '400', scimType: 'invalidCursor', detail: expect.any(String) });
});

test.each(['nonsense', 'e30', Buffer.from('[1,2,3]').toString('base64url'), '%00', Buffer.from('[null').toString('base64url')])(
  'a cursor that we have not given is refused: %s',
  async (cursor) => {
    expect((await page(`cursor=${cursor}`)).body).toMatchObject({ status: '400', scimType: 'invalidCursor' });
  },
);

test('cursor and startIndex together are refused', async () => {
  expect((await page('cursor=&startIndex=1')).body).toMatchObject({ status: '400', scimType: 'invalidValue' });
});

test('who is there all the while is met exactly once, whatever comes and goes between the pages', async () => {
  let round = 0;
  const doomed: string[] = [];
  for (const name of ['a-gone', 'm-gone', 'v-gone']) doomed.push(await created(companion, '/Users', oktaUser(`${name}@example.com`)));
  const names = await walk('sortBy=userName&count=2', async () => {
    round += 1;
    const id = doomed.pop();
    if (id !== undefined) await companion.scim('DELETE', `/Users/${id}`);
    await created(companion, '/Users', oktaUser(`a-new${round}@example.com`));
  });
  expect(names.filter((name) => name.startsWith('user'))).toEqual(everybody);
  const body: Json = { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], cursor: '', count: 1, sortBy: 'userName' };
  expect((await companion.scim('POST', '/Users/.search', body)).body).toHaveProperty('nextCursor');
});
