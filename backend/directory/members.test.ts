import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { created, type Json, listOf, oktaGroup, oktaUser, patchOf, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
let a = '';
let b = '';
let c = '';
let group = '';
let round = 0;

beforeAll(async () => {
  companion = await TestCompanion.start();
  a = await created(companion, '/Users', oktaUser('a@x.example'));
  b = await created(companion, '/Users', oktaUser('b@x.example'));
  c = await created(companion, '/Users', oktaUser('c@x.example'));
});
beforeEach(async () => {
  group = await created(companion, '/Groups', oktaGroup(`Round ${round++}`, [a, b]));
});
afterAll(() => companion.end());

const letters = (): Record<string, string> => ({ [a]: 'a', [b]: 'b', [c]: 'c' });
const members = async (): Promise<string> => {
  const { body } = await companion.scim('GET', `/Groups/${group}`);
  return (body['members'] as Json[]).map((one) => letters()[String(one['value'])]).join('');
};
const lastChanges = async (count: number): Promise<unknown[]> =>
  listOf(await companion.api('GET', `/changes?newest=true&limit=${count}`), 'changes').map((one) => [
    one['event'],
    (one['facts'] as Json)['names'],
  ]);

test.each<[string, () => Json[], string]>([
  [
    'Okta: remove by filter, then add the rest',
    () => [
      { op: 'remove', path: `members[value eq "${a}"]` },
      { op: 'add', path: 'members', value: [{ value: c, display: 'c' }] },
    ],
    'bc',
  ],
  ['Okta: push now', () => [{ op: 'replace', path: 'members', value: [{ value: c }] }], 'c'],
  ['Okta: push now, empty', () => [{ op: 'replace', path: 'members', value: [] }], ''],
  ['Entra: add', () => [{ op: 'Add', path: 'members', value: [{ value: c }] }], 'abc'],
  ['Entra: remove with a list', () => [{ op: 'Remove', path: 'members', value: [{ value: a }] }], 'b'],
  ['Entra: remove by filter', () => [{ op: 'Remove', path: `members[value eq "${b}"]` }], 'a'],
  ['one member, not in a list', () => [{ op: 'add', path: 'members', value: { value: c } }], 'abc'],
  ['without a path', () => [{ op: 'add', value: { members: [{ value: c }] } }], 'abc'],
  ['replace without a path', () => [{ op: 'replace', value: { members: [{ value: c }] } }], 'c'],
  ['remove all', () => [{ op: 'remove', path: 'members' }], ''],
  ['remove by another filter', () => [{ op: 'remove', path: 'members[display sw "A"]' }], 'b'],
  ['remove all but one', () => [{ op: 'remove', path: `members[not (value eq "${b}")]` }], 'b'],
  ['add who is there', () => [{ op: 'add', path: 'members', value: [{ value: a }, { value: a }] }], 'ab'],
  ['remove who is not there', () => [{ op: 'remove', path: `members[value eq "${c}"]` }], 'ab'],
  [
    'remove and add the same',
    () => [
      { op: 'remove', path: 'members' },
      { op: 'add', path: 'members', value: [{ value: a }, { value: b }] },
    ],
    'ab',
  ],
  [
    'many in one request',
    () => [
      { op: 'add', path: 'members', value: [{ value: c }] },
      { op: 'remove', path: `members[value eq "${c}"]` },
      { op: 'remove', path: `members[value eq "${a}"]` },
    ],
    'b',
  ],
])('%s', async (_, operations, expected) => {
  const answer = await companion.scim('PATCH', `/Groups/${group}`, patchOf(...operations()));
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  expect(answer.body['members']).toHaveLength(expected.length);
  expect(await members()).toBe(expected);
});

test.each<[string, () => Json, string]>([
  ['a member’s display', () => ({ op: 'replace', path: `members[value eq "${a}"].display`, value: 'X' }), 'mutability'],
  ['a member by a filter', () => ({ op: 'add', path: 'members[display eq "x"]', value: { value: c } }), 'noTarget'],
  ['a member without an id', () => ({ op: 'add', path: 'members', value: [{ display: 'x' }] }), 'invalidValue'],
  ['a member of the type Group', () => ({ op: 'add', path: 'members', value: [{ value: c, type: 'Group' }] }), 'invalidValue'],
])('%s is refused, and nothing before it in the request is kept', async (_, operation, scimType) => {
  const answer = await companion.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: 'members' }, operation()));
  expect([answer.status, answer.body['scimType']]).toEqual([400, scimType]);
  expect(await members()).toBe('ab');
});

test('the history names who came and who went, and says nothing where nobody did', async () => {
  await companion.scim('PUT', `/Groups/${group}`, oktaGroup(`Round ${round - 1}`, [b, c]));
  const told = [
    ['team.members-added', ['c Doe']],
    ['team.members-removed', ['a Doe']],
  ];
  expect(await lastChanges(2)).toEqual(told);
  await companion.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value: c }] }));
  expect(await lastChanges(2)).toEqual(told);
});

test('a rename and members in one PATCH are one change of the group, and two lines of history', async () => {
  const answer = await companion.scim(
    'PATCH',
    `/Groups/${group}`,
    patchOf({ op: 'replace', value: { id: group, displayName: 'Both' } }, { op: 'remove', path: `members[value eq "${a}"]` }),
  );
  expect(answer.body).toMatchObject({ displayName: 'Both', meta: { version: 'W/"2"' } });
  expect((await lastChanges(2)).map((change) => (change as unknown[])[0])).toEqual(['team.renamed', 'team.members-removed']);
});

test('a group of thousands is pushed, changed by one, and emptied', { timeout: 60_000 }, async () => {
  const ids: string[] = [];
  for (let begin = 0; begin < 2000; begin += 100) {
    ids.push(
      ...(await Promise.all(Array.from({ length: 100 }, (_, i) => created(companion, '/Users', oktaUser(`u${begin + i}@many.example`))))),
    );
  }
  const big = await created(companion, '/Groups', oktaGroup('Everybody', ids));
  // The answer to a small change of a large group is not the whole group, unless it is asked for.
  const remove = (id: string | undefined) => patchOf({ op: 'remove', path: `members[value eq "${id}"]` });
  const brief = await companion.scim('PATCH', `/Groups/${big}`, remove(ids[7]));
  expect([brief.status, brief.text, brief.headers.get('etag')]).toEqual([204, '', 'W/"2"']);
  const asked = await companion.scim('PATCH', `/Groups/${big}?attributes=members`, remove(ids[8]));
  expect(asked.body['members']).toHaveLength(1998);
  expect((await companion.scim('GET', `/Groups/${big}`)).body['members']).toHaveLength(1998);
  const [told] = listOf(await companion.api('GET', '/changes?newest=true&limit=3'), 'changes');
  expect(told).toMatchObject({ event: 'team.created', facts: { count: 2000, names: expect.toSatisfy((names) => names.length === 20) } });
  const empty = await companion.scim('PUT', `/Groups/${big}`, oktaGroup('Everybody'));
  expect(empty.body['members']).toEqual([]);
});
