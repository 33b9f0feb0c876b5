import { expect, test } from 'vitest';
import { created, type Json, listOf, oktaGroup, oktaUser, patchOf, type TestCompanion } from '../testing/companion.ts';
import { answerJson, OddSpekit, startRelay, startSpekit } from '../testing/spekit.ts';

const user = async (relay: TestCompanion, id: string) => (await relay.api('GET', `/spekit/users/${id}`)).body;
const team = async (relay: TestCompanion, id: string) => (await relay.api('GET', `/spekit/teams/${id}`)).body;
const titled = patchOf({ op: 'replace', path: 'title', value: 'Boss' });

// Names are free in Spekit that somebody still has here: what happens there without us is learned as Okta speaks of it.

test('a member, and a user whom Okta speaks of for the first time, have the name of one who is no more', async () => {
  const spekit = await startSpekit();
  const relay = await startRelay(spekit.url);
  const [oldAna, oldBen] = [
    await created(relay, '/Users', oktaUser('ana@acme.example')),
    await created(relay, '/Users', oktaUser('ben@acme.example')),
  ];
  const oldSales = await created(relay, '/Groups', oktaGroup('Sales'));
  for (const path of [`/Users/${oldAna}`, `/Users/${oldBen}`, `/Groups/${oldSales}`]) await spekit.scim('DELETE', path);
  const [ana, ben] = [
    await created(spekit, '/Users', oktaUser('ana@acme.example')),
    await created(spekit, '/Users', oktaUser('ben@acme.example')),
  ];
  const sales = await created(spekit, '/Groups', oktaGroup('Sales', [ana]));
  expect((await relay.scim('PATCH', `/Groups/${sales}`, patchOf({ op: 'replace', value: { externalId: '00g1' } }))).status).toBe(200);
  expect((await relay.scim('PATCH', `/Users/${ben}`, titled)).status).toBe(200);
  for (const [old, now] of [
    [oldAna, ana],
    [oldBen, ben],
  ] as const) {
    expect(await user(relay, old)).toMatchObject({ owner: 'spekit', active: false });
    expect(await user(relay, now)).toMatchObject({ owner: 'idp' });
  }
  expect(await team(relay, oldSales)).toMatchObject({ owner: 'spekit' });
  expect(await team(relay, sales)).toMatchObject({ owner: 'idp', memberCount: 1 });
  // What was learned beside it took Spekit none of the time that it took over Okta's request.
  const rows = listOf(await relay.api('GET', '/history'), 'changes');
  expect(rows.filter(({ event, relayed }) => event === 'user.deleted' && relayed === null)).toHaveLength(2);
  expect(rows.find(({ event }) => event === 'team.synced')?.['relayed']).not.toBeNull();
});

test('two who have each other’s name in Spekit by now are told as not kept, and end nothing', async () => {
  const names = new Map([
    ['u-1', 'ana'],
    ['u-2', 'ben'],
  ]);
  const odd = await OddSpekit.start(({ method, path, body }, response) => {
    if (method === 'POST') return answerJson(response, 201, { id: /"ana"/.test(body) ? 'u-1' : 'u-2' });
    const id = path.slice('/Users/'.length);
    answerJson(response, 200, { id, userName: names.get(id), active: true });
  });
  const relay = await startRelay(odd.url);
  for (const name of ['ana', 'ben']) await created(relay, '/Users', oktaUser(name));
  names.set('u-1', 'ben').set('u-2', 'ana');
  expect((await relay.scim('PATCH', '/Users/u-1', titled)).status).toBe(200);
  expect(listOf(await relay.api('GET', '/history'), 'changes')[0]).toMatchObject({ reason: 'relay.not-kept', subject: { id: 'u-1' } });
});

test('one whom Spekit had kept comes back under another name, as the old one is somebody else’s', async () => {
  const names = new Map<string, Json>();
  const odd = await OddSpekit.start(({ method, path, body }, response) => {
    const sent = (body === '' ? {} : JSON.parse(body)) as Json;
    const id = method === 'POST' ? `${path.slice(1)}-${names.size}` : (path.split('/').at(-1) ?? '');
    names.set(id, sent);
    if (method === 'DELETE') response.writeHead(204).end();
    else answerJson(response, method === 'POST' ? 201 : 200, { ...sent, id });
  });
  const relay = await startRelay(odd.url, { deletes: 'pass' });
  const [ana, sales] = [await created(relay, '/Users', oktaUser('ana')), await created(relay, '/Groups', oktaGroup('Sales'))];
  await relay.scim('DELETE', `/Users/${ana}`);
  await relay.scim('DELETE', `/Groups/${sales}`);
  await created(relay, '/Users', oktaUser('ana'));
  await created(relay, '/Groups', oktaGroup('Sales'));
  await relay.scim('PUT', `/Users/${ana}`, oktaUser('ana.old'));
  await relay.scim('PUT', `/Groups/${sales}`, oktaGroup('Sales, old'));
  expect(await user(relay, ana)).toMatchObject({ owner: 'idp', userName: 'ana.old' });
  expect(await team(relay, sales)).toMatchObject({ owner: 'idp', name: 'Sales, old' });
});

test('one who is asked for its name while Okta changes it is kept as Spekit has it afterwards', async () => {
  const old = { id: 'u-1', userName: 'ana.old', active: true };
  let answer: () => void = () => undefined;
  const odd = await OddSpekit.start(({ method }, response) => {
    if (method === 'POST') answerJson(response, 201, { id: odd.heard.length === 1 ? 'u-1' : 'u-2' });
    else if (method === 'PATCH') answerJson(response, 200, { ...old, active: false });
    else answer = () => answerJson(response, 200, old);
  });
  const relay = await startRelay(odd.url);
  await created(relay, '/Users', oktaUser('ana'));
  const second = created(relay, '/Users', oktaUser('ana'));
  await expect.poll(() => odd.heard).toHaveLength(3);
  await relay.scim('PATCH', '/Users/u-1', patchOf({ op: 'replace', value: { active: false } }));
  answer();
  await second;
  expect(await user(relay, 'u-1')).toMatchObject({ userName: 'ana.old', active: false });
  expect(await user(relay, 'u-2')).toMatchObject({ userName: 'ana', active: true });
});
