import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect, test } from 'vitest';
import { activityAnswer } from '../../contract/attention.ts';
import { created, idOf, listOf, oktaGroup, oktaUser, patchOf, scimToken, type TestCompanion } from '../testing/companion.ts';
import { answerJson, OddSpekit, relayTo, startRelay, startSpekit } from '../testing/spekit.ts';

interface Row {
  event: string;
  outcome: string;
  reason: string | null;
  detail: string | null;
  relayed: number | null;
  subject: { id: string | null; name: string };
}

const history = async (relay: TestCompanion): Promise<Row[]> => listOf(await relay.api('GET', '/history'), 'changes') as unknown as Row[];
const oktas = async (relay: TestCompanion): Promise<Row[]> => (await history(relay)).filter(({ event }) => !event.startsWith('account.'));
const team = (relay: TestCompanion, id: string) => relay.api('GET', `/spekit/teams/${id}`);
const user = (relay: TestCompanion, id: string) => relay.api('GET', `/spekit/users/${id}`);

test('what Okta sends is carried out by Spekit, answered as Spekit answers, and known here under Spekit’s ids', async () => {
  const spekit = await startSpekit();
  const relay = await startRelay(spekit.url);
  const ana = await created(relay, '/Users', oktaUser('ana@acme.example'));
  const ben = await created(relay, '/Users', oktaUser('ben@acme.example'));
  const sales = await created(relay, '/Groups', oktaGroup('Sales', [ana]));
  const patched = await relay.scim('PATCH', `/Groups/${sales}`, patchOf({ op: 'add', path: 'members', value: [{ value: ben }] }));
  expect(patched.status).toBe(200);
  await relay.scim('PATCH', `/Users/${ben}`, patchOf({ op: 'replace', value: { active: false } }));
  const put = await relay.scim('PUT', `/Users/${ana}`, oktaUser('ana@acme.example', { displayName: 'Ana Ruiz' }));
  expect(put.body).toMatchObject({ id: ana, displayName: 'Ana Ruiz' });

  for (const path of [`/Users/${ana}`, `/Users/${ben}`, `/Groups/${sales}`]) {
    const [there, here] = [await spekit.scim('GET', path), await relay.scim('GET', path)];
    expect(here.text).toBe(there.text.replaceAll(spekit.url, relay.url));
    expect(here.headers.get('etag')).toBe(there.headers.get('etag'));
  }
  expect((await user(relay, ana)).body).toMatchObject({ owner: 'idp', displayName: 'Ana Ruiz', active: true });
  expect((await user(relay, ben)).body).toMatchObject({ owner: 'idp', active: false });
  expect((await team(relay, sales)).body).toMatchObject({ owner: 'idp', name: 'Sales', memberCount: 2 });
  expect((await oktas(relay)).map(({ event }) => event)).toEqual([
    'user.updated',
    'user.deactivated',
    'team.members-added',
    'team.created',
    'user.created',
    'user.created',
  ]);
});

test('each row tells how long Spekit took, and the last day by the hour', async () => {
  const spekit = await startSpekit();
  let answer: () => void = () => undefined;
  const slow = await OddSpekit.start(({ body }, response) => {
    answer = () => answerJson(response, 201, { ...(JSON.parse(body) as object), id: 'u-1' });
  });
  const relay = await startRelay(spekit.url);
  await created(relay, '/Users', oktaUser('ana@acme.example'));
  await relay.restart({ relay: relayTo(slow.url) });
  const under = created(relay, '/Users', oktaUser('ben@acme.example'));
  await expect.poll(() => slow.heard).toHaveLength(1);
  const heard = performance.now();
  await expect.poll(() => performance.now() - heard).toBeGreaterThan(120);
  answer();
  await under;
  const [second, first] = (await oktas(relay)).map(({ relayed }) => relayed ?? -1);
  expect(first).toBeGreaterThanOrEqual(0);
  expect(second).toBeGreaterThanOrEqual(119);
  const { hours } = activityAnswer.parse((await relay.api('GET', '/activity')).body);
  const delays = hours.flatMap(({ delay }) => delay ?? []);
  expect(delays.reduce((all, { changes }) => all + changes, 0)).toBe(2);
  expect(Math.max(...delays.map(({ longest }) => longest))).toBe(second);
  // What did not go through Spekit took it no time.
  await relay.restart({ relay: undefined as never });
  await created(relay, '/Users', oktaUser('cleo@acme.example'));
  expect((await oktas(relay))[0]).toMatchObject({ event: 'user.created', relayed: null });
});

test('what Spekit refuses is answered in its very words, stands in the history with them, and is solved by a success', async () => {
  const spekit = await startSpekit();
  const ana = await created(spekit, '/Users', oktaUser('ana@acme.example'));
  const relay = await startRelay(spekit.url);
  const body = oktaUser('ana@acme.example');
  const refused = await relay.scim('POST', '/Users', body);
  expect(refused).toMatchObject({ status: 409, text: (await spekit.scim('POST', '/Users', body)).text });
  const attention = async () => listOf(await relay.api('GET', '/attention'), 'refused');
  expect(await attention()).toMatchObject([{ reason: 'uniqueness', detail: refused.body['detail'] }]);
  expect((await oktas(relay))[0]?.relayed).toBeGreaterThanOrEqual(0);
  // As Okta goes on: it looks for the user, finds it, and links to it.
  expect((await relay.scim('PUT', `/Users/${ana}`, body)).status).toBe(200);
  expect(await attention()).toEqual([]);
  expect((await user(relay, ana)).body).toMatchObject({ owner: 'idp', userName: 'ana@acme.example' });
});

test('the request reaches Spekit as it came, with Spekit’s token and not with ours', async () => {
  const odd = await OddSpekit.start((_, response) => answerJson(response, 201, { id: 'u-1', userName: 'ana@acme.example' }));
  const relay = await startRelay(odd.url, { token: 'spekits-own-token' });
  const text = `{ "schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],\n "userName" : "ana@acme.example", "unknown": 1.00 }`;
  expect((await relay.scim('POST', '/Users?attributes=userName&x=%2F..', text)).status).toBe(201);
  await relay.scim('GET', '/Users/..%2FGroups?count=1');
  const [sent, read] = odd.heard;
  expect(sent).toMatchObject({ method: 'POST', path: '/Users?attributes=userName&x=%2F..', body: text });
  expect(sent?.headers).toMatchObject({ authorization: 'Bearer spekits-own-token', 'user-agent': 'Okta SCIM Client 1.0.0' });
  expect(sent?.headers.via).toMatch(/^1\.1 sourcemark-/);
  // What is no part of a path does not become one.
  expect(read?.path).toBe('/Users/..%2FGroups?count=1');
  expect(JSON.stringify(listOf(await relay.api('GET', '/history'), 'changes'))).not.toContain('spekits-own-token');
});

test('a search over everything is a read; an id that no path can have goes nowhere', async () => {
  const odd = await OddSpekit.start((_, response) => answerJson(response, 200, { Resources: [] }));
  const relay = await startRelay(odd.url, { deletes: 'pass' });
  expect((await relay.scim('GET', '?filter=userName%20pr')).status).toBe(200);
  expect((await relay.scim('POST', '/.search', { filter: 'userName pr' })).status).toBe(200);
  for (const id of ['..', '.', '.%2e', '%2E%2E']) {
    for (const method of ['GET', 'DELETE']) expect(await asWritten(relay.url, method, `/scim/v2/Users/${id}`)).toBe(404);
  }
  expect(odd.heard.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET ?filter=userName%20pr', 'POST /.search']);
});

/** `fetch` would walk such a path up before it is sent. Gives the status. */
async function asWritten(url: string, method: string, path: string): Promise<number> {
  const asked = request(url, { method, path, headers: { authorization: `Bearer ${scimToken}` } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode ?? 0;
}

test('Spekit’s addresses become ours, and only those', async () => {
  const odd = await OddSpekit.start((_, response) => {
    const there = `${odd.url}/scim/v2`;
    const text = JSON.stringify({
      id: 'u-1',
      userName: 'ana@acme.example',
      displayName: `Ana "location":"${there}/Users/u-1"`,
      profileUrl: `${there}/people`,
      groups: [{ value: 'g-1', $ref: `${there}/Groups/g-1` }],
      // Behind a proxy that ends TLS.
      manager: { $ref: `${there.replace('http:', 'https:')}/Users/u-2` },
      meta: { location: `${there}/Users/u-1` },
    });
    response
      .writeHead(201, { 'content-type': 'application/json', location: `${there.replace('http:', 'HTTPS:')}/Users/u-1` })
      .end(text.replaceAll('/', '\\/'));
  });
  const relay = await startRelay(odd.url);
  const answer = await relay.scim('POST', '/Users', oktaUser('ana@acme.example'));
  const [there, here] = [`${odd.url}/scim/v2`, `${relay.url}/scim/v2`];
  expect(answer.headers.get('location')).toBe(`${here}/Users/u-1`);
  expect(answer.headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
  expect(answer.body).toMatchObject({
    displayName: `Ana "location":"${there}/Users/u-1"`,
    profileUrl: `${there}/people`,
    groups: [{ $ref: `${here}/Groups/g-1` }],
    manager: { $ref: `${here}/Users/u-2` },
    meta: { location: `${here}/Users/u-1` },
  });
  expect(idOf(answer)).toBe('u-1');
});
