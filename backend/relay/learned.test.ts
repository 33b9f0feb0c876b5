import fc from 'fast-check';
import { expect, test } from 'vitest';
import { created, type Json, listOf, oktaGroup, oktaUser, patchOf, type TestCompanion } from '../testing/companion.ts';
import { answerJson, OddSpekit, startRelay, startSpekit } from '../testing/spekit.ts';

const people = (count: number) => Array.from({ length: count }, (_, nth) => `p${nth}@acme.example`);
const team = async (relay: TestCompanion, id: string) => (await relay.api('GET', `/spekit/teams/${id}`)).body;
const newest = async (relay: TestCompanion) => listOf(await relay.api('GET', '/history'), 'changes')[0];

test('a group with members that Spekit had before is learned as Okta first speaks of it', async () => {
  const spekit = await startSpekit();
  const ids: string[] = [];
  for (const login of people(30)) ids.push(await created(spekit, '/Users', oktaUser(login)));
  const [late = '', ...first] = ids;
  const sales = await created(spekit, '/Groups', oktaGroup('Sales', first));
  const relay = await startRelay(spekit.url);
  expect((await relay.scim('PATCH', `/Groups/${sales}`, patchOf({ op: 'add', path: 'members', value: [{ value: late }] }))).status).toBe(
    200,
  );
  expect(await team(relay, sales)).toMatchObject({ owner: 'idp', name: 'Sales', memberCount: 30 });
  expect((await relay.api('GET', `/spekit/users/${late}`)).body).toMatchObject({ owner: 'idp', userName: 'p0@acme.example' });
  // Nobody was created.
  const events = listOf(await relay.api('GET', '/history'), 'changes').map(({ event }) => event);
  expect(new Set(events)).toEqual(new Set(['user.updated', 'team.synced', 'account.connected']));
});

test('a group pushed with members of whom nothing was heard is whole, but for whom Spekit does not know as a user', async () => {
  const spekit = await startSpekit();
  const ana = await created(spekit, '/Users', oktaUser('ana@acme.example'));
  const odd = await OddSpekit.start(({ method, path, body }, response) => {
    if (method === 'POST') return answerJson(response, 201, { ...(JSON.parse(body) as Json), id: 'g-1' });
    return path === `/Users/${ana}`
      ? answerJson(response, 200, { id: ana, userName: 'ana@acme.example', active: true })
      : answerJson(response, 404, { detail: 'None' });
  });
  const relay = await startRelay(odd.url);
  await created(relay, '/Groups', oktaGroup('Sales', [ana, 'of-a-nested-group']));
  expect(await team(relay, 'g-1')).toMatchObject({ memberCount: 1 });
});

test('a Spekit that answers with nothing is followed by what Okta sent', async () => {
  const odd = await OddSpekit.start(({ method, path, body }, response) => {
    if (method === 'POST') return answerJson(response, 201, { id: (JSON.parse(body) as Json)['externalId'] ?? 'g-1' });
    if (method === 'GET') return answerJson(response, 404, { detail: path });
    response.writeHead(204).end();
  });
  const relay = await startRelay(odd.url);
  const ana = await created(relay, '/Users', oktaUser('ana@acme.example'));
  await created(relay, '/Groups', oktaGroup('Sales', []));
  await relay.scim(
    'PATCH',
    '/Groups/g-1',
    patchOf({ op: 'add', path: 'members', value: [{ value: ana }] }, { op: 'replace', value: { displayName: 'Sales EU' } }),
  );
  expect(await team(relay, 'g-1')).toMatchObject({ name: 'Sales EU', memberCount: 1 });
  await relay.scim('PATCH', `/Users/${ana}`, patchOf({ op: 'replace', value: { active: false } }));
  expect((await relay.api('GET', `/spekit/users/${ana}`)).body).toMatchObject({ active: false, userName: 'ana@acme.example' });
  await relay.scim('PUT', '/Groups/g-1', oktaGroup('Sales', []));
  expect(await team(relay, 'g-1')).toMatchObject({ name: 'Sales', memberCount: 0 });
});

test('what Spekit says of a resource is what is kept, also where Okta asked for something else', async () => {
  const odd = await OddSpekit.start(({ body }, response) =>
    answerJson(response, 201, {
      ...(JSON.parse(body) as Json),
      id: 'u-1',
      displayName: 'As Spekit has it',
      DISPLAYNAME: undefined,
      groups: [],
      meta: {},
    }),
  );
  const relay = await startRelay(odd.url);
  await created(relay, '/Users', oktaUser('ana@acme.example', { displayName: 'As Okta said' }));
  expect((await relay.api('GET', '/spekit/users/u-1')).body).toMatchObject({ displayName: 'As Spekit has it', externalId: '00uana' });
});

test('a name that somebody else had here, and has no more in Spekit, is free', async () => {
  const spekit = await startSpekit();
  const relay = await startRelay(spekit.url);
  const old = await created(relay, '/Users', oktaUser('ana@acme.example'));
  const renamed = await created(relay, '/Groups', oktaGroup('Sales'));
  // Without us, in Spekit.
  await spekit.scim('DELETE', `/Users/${old}`);
  await spekit.scim('PATCH', `/Groups/${renamed}`, patchOf({ op: 'replace', value: { displayName: 'Sales, old' } }));
  const ana = await created(relay, '/Users', oktaUser('ana@acme.example'));
  const sales = await created(relay, '/Groups', oktaGroup('Sales', [ana]));
  expect((await relay.api('GET', `/spekit/users/${old}`)).body).toMatchObject({ owner: 'spekit', active: false });
  expect(await team(relay, renamed)).toMatchObject({ owner: 'idp', name: 'Sales, old' });
  expect(await team(relay, sales)).toMatchObject({ owner: 'idp', name: 'Sales', memberCount: 1 });
});

test('a team that was released by hand is Okta’s again as soon as Okta sends it', async () => {
  const spekit = await startSpekit();
  const relay = await startRelay(spekit.url);
  const sales = await created(relay, '/Groups', oktaGroup('Sales'));
  expect((await relay.api('POST', `/spekit/teams/${sales}/release`)).status).toBeLessThan(300);
  expect(await team(relay, sales)).toMatchObject({ owner: 'spekit' });
  await relay.scim('PUT', `/Groups/${sales}`, oktaGroup('Sales'));
  expect(await team(relay, sales)).toMatchObject({ owner: 'idp' });
  expect(await newest(relay)).toMatchObject({ event: 'team.synced' });
});

test('of one subject all is kept in the order in which Spekit carried it out', async () => {
  const held: (() => void)[] = [];
  const odd = await OddSpekit.start(({ method }, response) => {
    if (method === 'POST') answerJson(response, 201, { id: 'u-1', userName: 'ana@acme.example' });
    else held.push(() => response.writeHead(204).end());
  });
  const relay = await startRelay(odd.url);
  await created(relay, '/Users', oktaUser('ana@acme.example'));
  const titles = ['1', '2', '3'].map((title) => relay.scim('PATCH', '/Users/u-1', patchOf({ op: 'replace', value: { title } })));
  for (const nth of [0, 1, 2]) {
    await expect.poll(() => held.length).toBe(nth + 1);
    held[nth]?.();
    await titles[nth];
  }
  const sent = odd.heard.filter(({ method }) => method === 'PATCH').map(({ body }) => /"title":"(\d)"/.exec(body)?.[1]);
  const row = listOf(await relay.api('GET', '/history'), 'changes').find(({ event }) => event === 'user.updated');
  const told = await relay.api('GET', `/history/${String(row?.['seq'])}/exchange`);
  expect(told.text).toContain(`\\"title\\":\\"${sent.at(-1)}\\"`);
});

test('whatever Okta sends, both know the same in the end', async () => {
  const spekit = await startSpekit();
  const relay = await startRelay(spekit.url, { deletes: 'pass' });
  const users: string[] = [];
  for (const login of people(4)) users.push(await created(relay, '/Users', oktaUser(login)));
  const groups: string[] = [];
  for (const name of ['A', 'B']) groups.push(await created(relay, '/Groups', oktaGroup(name)));
  const one = (list: string[]) => fc.constantFrom(...list);
  const member = fc.record({
    op: fc.constantFrom('add', 'remove', 'replace'),
    path: fc.constant('members'),
    value: fc.array(one(users), { minLength: 1, maxLength: 3 }),
  });
  const act = fc.oneof(
    fc.record({
      method: fc.constant('PATCH'),
      path: one(users.map((id) => `/Users/${id}`)),
      body: fc.boolean().map((active) => patchOf({ op: 'replace', value: { active } })),
    }),
    fc.record({
      method: fc.constant('PUT'),
      path: one(users.map((id) => `/Users/${id}`)),
      body: one(people(6)).map((login) => oktaUser(login)),
    }),
    fc.record({
      method: fc.constant('PUT'),
      path: one(groups.map((id) => `/Groups/${id}`)),
      body: fc.tuple(one(['A', 'B', 'C']), fc.array(one(users))).map(([name, ids]) => oktaGroup(name, ids)),
    }),
    fc.record({
      method: fc.constant('PATCH'),
      path: one(groups.map((id) => `/Groups/${id}`)),
      body: fc
        .array(member, { minLength: 1, maxLength: 2 })
        .map((edits) => patchOf(...edits.map((edit) => ({ ...edit, value: edit.value.map((value) => ({ value })) })))),
    }),
    fc.record({ method: fc.constant('POST'), path: fc.constant('/Users'), body: one(people(8)).map((login) => oktaUser(login)) }),
    fc.record({ method: fc.constant('DELETE'), path: one(users.map((id) => `/Users/${id}`)), body: fc.constant(undefined) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      for (const { method, path, body } of acts) await relay.scim(method, path, body);
      expect(await known(relay)).toEqual(await known(spekit));
    }),
    { numRuns: 25 },
  );
});

/** What a companion knows of Okta's users and teams, by the names that people see. */
async function known(companion: TestCompanion): Promise<Json> {
  const teams = listOf(await companion.api('GET', '/spekit/teams'), 'teams').filter(({ owner }) => owner === 'idp');
  const users = listOf(await companion.api('GET', '/spekit/users'), 'users').filter(({ owner }) => owner === 'idp');
  const members: Json = {};
  for (const { id } of teams) {
    const list = listOf(await companion.api('GET', `/spekit/teams/${String(id)}/members`), 'members');
    members[String(id)] = list.map((member) => String(member['id'])).sort();
  }
  const told = (list: Json[], names: string[]): Json =>
    Object.fromEntries(list.map((one) => [String(one['id']), names.map((name) => one[name])]));
  return { teams: told(teams, ['name', 'memberCount']), users: told(users, ['userName', 'displayName', 'active', 'externalId']), members };
}
