import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseKey } from '../scim/case-key.ts';
import { created, idOf, listOf, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';
import type { Store } from './access.ts';
import { sql } from './sql.ts';

let companion: TestCompanion;
let store: Store;
beforeAll(async () => {
  companion = await TestCompanion.start();
  store = await companion.database.open();
});
afterAll(async () => {
  await store.close();
  await companion.end();
});

async function keyInSql(text: string): Promise<string | undefined> {
  return (await store.read((reads) => reads.get<{ key: string }>(sql`select case_key(cast(${text} as text)) as key`)))?.key;
}

const points = Array.from({ length: 0x110000 }, (_, point) => point).filter((point) => point < 0xd800 || point > 0xdfff);
const cased = points.map((point) => String.fromCodePoint(point)).filter((letter) => caseKey(letter) !== letter);

test(`the statements’ idea of the same letters is the code’s, for each of the ${cased.length} that have a lower case or another form`, async () => {
  const letters = cased.join(' ');
  expect(cased.length).toBeGreaterThan(1400);
  expect((await keyInSql(letters))?.split(' ')).toEqual(caseKey(letters).split(' '));
});

test.each([
  '',
  'ASCII only',
  'ΟΔΟΣ ΟΔΟΣ.',
  'Σ',
  'ΑΣ’Σ',
  'İSTANBUL',
  'DİYARBAKIR',
  'ẞß',
  'ſ K Å',
  'Ǆ ǅ ǆ',
  'A\u030a e\u0301\u0327',
  'ᲐᲑᲒ აბგ',
  'Ꭰ ꭰ',
  '𐐀𞤀',
  '🏳️‍🌈 Zoë',
  '한글',
])('the key of %j is the same', async (text) => {
  expect(await keyInSql(text)).toBe(caseKey(text));
});

/** Each with another spelling of it that is the same where case does not count. */
const titles: readonly [string, string][] = [
  ['ΟΔΟΣ', 'οδος'],
  ['Zoë', 'ZOE\u0308'],
  ['İzmir', 'i̇ZMIR'],
  ['Straße', 'STRAßE'],
  ['ᲐᲑᲒ', 'აბგ'],
  ['𐐔𐐯𐑅', '𐐔𐐇𐐝'],
];

test('filters and orders over HTTP go by them: equal, begins, ends, contains, sorted by code point', async () => {
  for (const [index, [title]] of titles.entries()) await created(companion, '/Users', oktaUser(`t${index}@acme.example`, { title }));
  const found = async (query: string): Promise<unknown[]> =>
    listOf(await companion.scim('GET', `/Users?${query}`)).map((user) => user['title']);
  for (const [title, spelling] of titles) {
    const text = JSON.stringify(spelling);
    for (const operator of ['eq', 'sw', 'ew', 'co']) {
      expect([spelling, operator, await found(`filter=${encodeURIComponent(`title ${operator} ${text}`)}`)]).toEqual([
        spelling,
        operator,
        [title],
      ]);
    }
  }
  const inOrder = titles.map(([title]) => title).toSorted((a, b) => Buffer.compare(Buffer.from(caseKey(a)), Buffer.from(caseKey(b))));
  expect(await found('sortBy=title')).toEqual(inOrder);
  expect(await found('sortBy=title&sortOrder=descending')).toEqual(inOrder.toReversed());
  expect(await found(`filter=${encodeURIComponent('title gt "i̇zmir"')}&sortBy=title`)).toEqual(inOrder.slice(inOrder.indexOf('İzmir') + 1));
});

test('a user name is taken in every spelling that is the same', async () => {
  await created(companion, '/Users', oktaUser('ΟΔΟΣ-zoë@acme.example'));
  expect((await companion.scim('POST', '/Users', oktaUser('οδος-ZOE\u0308@ACME.example'))).status).toBe(409);
});

test('a NUL is a letter that nothing else has, in an address, a look-up, and a name of Spekit’s own', async () => {
  const nul = 'a\u0000b';
  expect((await companion.scim('POST', '/Groups', oktaGroup(nul))).status).toBe(400);
  expect((await companion.scim('POST', '/Users', oktaUser(nul))).status).toBe(400);
  expect((await companion.api('GET', '/spekit/users/a%00b')).status).toBe(404);
  const team = idOf(await companion.api('POST', '/spekit/teams', { name: nul }));
  expect((await companion.api('PATCH', `/spekit/teams/${team}`, { description: nul })).status).toBe(200);
  await created(companion, '/Groups', oktaGroup('Beside it'));
  const answers = await companion.api('POST', '/lookup', { subjects: [{ key: 'a', kind: 'team', name: nul }] });
  expect(listOf(answers, 'answers')).toMatchObject([{ matches: [{ id: team }] }]);
  const search = await companion.api('GET', `/search?q=${encodeURIComponent(nul)}`);
  expect(listOf(search, 'subjects').map((subject) => subject['id'])).toEqual([team]);
  const filter = encodeURIComponent('members pr or displayName co "beside" or externalId sw "x"');
  expect(listOf(await companion.scim('GET', `/Groups?filter=${filter}`))).toHaveLength(1);
});
