import { expect, test } from 'vitest';
import { exchangeAnswer } from '../../contract/exchange.ts';
import { sql } from '../store/sql.ts';
import { created, type Json, listOf, oktaGroup, oktaUser, patchOf, scimToken, type TestCompanion } from '../testing/companion.ts';
import { answerJson, OddSpekit, startRelay } from '../testing/spekit.ts';

const newest = async (relay: TestCompanion) => listOf(await relay.api('GET', '/history'), 'changes')[0];
const user = async (relay: TestCompanion, id: string) => (await relay.api('GET', `/spekit/users/${id}`)).body;
const team = async (relay: TestCompanion, id: string) => (await relay.api('GET', `/spekit/teams/${id}`)).body;
const titled = (title: string) => patchOf({ op: 'replace', path: 'title', value: title });
const joins = (id: string) => patchOf({ op: 'add', path: 'members', value: [{ value: id }] });
const person = (path: string, more: Json = {}) => ({
  id: path.split('/').at(-1),
  userName: `${path.split('/').at(-1)}@acme.example`,
  ...more,
});

/** What Okta asks for, and a way to stop waiting for it. */
function asked(relay: TestCompanion, method: string, path: string, body: Json): () => Promise<void> {
  const gone = new AbortController();
  const headers = { authorization: `Bearer ${scimToken}`, 'content-type': 'application/scim+json' };
  const over = fetch(`${relay.url}/scim/v2${path}`, { method, headers, body: JSON.stringify(body), signal: gone.signal }).catch(() => null);
  return async () => {
    gone.abort();
    await over;
    // Nothing of it is to be seen from outside: what comes after it has been heard by then.
    await relay.scim('GET', '/ServiceProviderConfig');
  };
}

test('a member who is asked for while Okta changes it is kept as Spekit has it afterwards', async () => {
  const held: (() => void)[] = [];
  let active = true;
  const odd = await OddSpekit.start(({ method, path }, response) => {
    if (method === 'POST') return answerJson(response, 201, { id: 'g-1', displayName: 'Sales' });
    if (method === 'PATCH') active = false;
    const now = person(path, { active });
    if (method === 'GET') held.push(() => answerJson(response, 200, now));
    else answerJson(response, 200, now);
  });
  const relay = await startRelay(odd.url);
  const push = relay.scim('POST', '/Groups', oktaGroup('Sales', ['ana']));
  await expect.poll(() => held.length).toBe(1);
  const change = relay.scim('PATCH', '/Users/ana', patchOf({ op: 'replace', path: 'active', value: false }));
  await expect.poll(() => active).toBe(false);
  held[0]?.();
  await Promise.all([push, change]);
  expect(await user(relay, 'ana')).toMatchObject({ active: false });
  expect(await team(relay, 'g-1')).toMatchObject({ memberCount: 1 });
});

test('a member of two groups that come at once is asked for once', async () => {
  const odd = await OddSpekit.start(({ method, path, body }, response) => {
    const { displayName } = (body === '' ? {} : JSON.parse(body)) as Json;
    answerJson(response, method === 'POST' ? 201 : 200, method === 'POST' ? { id: displayName, displayName } : person(path));
  });
  const relay = await startRelay(odd.url);
  await Promise.all(['Sales', 'Support'].map((name) => created(relay, '/Groups', oktaGroup(name, ['ana']))));
  const via = expect.stringMatching(/^1\.1 sourcemark-/);
  expect(odd.heard.filter(({ method }) => method === 'GET')).toMatchObject([{ path: '/Users/ana', headers: { via } }]);
  for (const id of ['Sales', 'Support']) expect(await team(relay, id)).toMatchObject({ memberCount: 1 });
});

test('what Okta does not wait for any more is kept, also while the companion ends', async () => {
  let answer: () => void = () => undefined;
  const odd = await OddSpekit.start(({ method, path }, response) => {
    if (method === 'GET') return answerJson(response, 200, {});
    answer = () => answerJson(response, 201, person(`${path}/ana`));
  });
  const relay = await startRelay(odd.url);
  const giveUp = asked(relay, 'POST', '/Users', oktaUser('ana@acme.example'));
  await expect.poll(() => odd.heard).toHaveLength(1);
  await giveUp();
  const ended = relay.restart();
  const reached = () => fetch(relay.url).then(Boolean, () => false);
  await expect.poll(reached).toBe(false);
  answer();
  await ended;
  expect(await user(relay, 'ana')).toMatchObject({ owner: 'idp' });
});

test('what Okta has given up while others were before it is not passed on', async () => {
  const held: (() => void)[] = [];
  const odd = await OddSpekit.start(({ method, path }, response) => {
    if (method === 'PATCH') held.push(() => answerJson(response, 200, person(path)));
    else answerJson(response, method === 'POST' ? 201 : 200, person('/Users/ana'));
  });
  const relay = await startRelay(odd.url);
  await created(relay, '/Users', oktaUser('ana@acme.example'));
  const first = relay.scim('PATCH', '/Users/ana', titled('first'));
  await expect.poll(() => held.length).toBe(1);
  const giveUp = asked(relay, 'PATCH', '/Users/ana', titled('given up'));
  await relay.scim('GET', '/ServiceProviderConfig');
  await giveUp();
  const last = relay.scim('PATCH', '/Users/ana', titled('last'));
  held[0]?.();
  await first;
  await expect.poll(() => held.length).toBe(2);
  held[1]?.();
  expect((await last).status).toBe(200);
  const passed = odd.heard.filter(({ method }) => method === 'PATCH').map(({ body }) => /first|given up|last/.exec(body)?.[0]);
  expect(passed).toEqual(['first', 'last']);
  expect((await newest(relay))?.['event']).not.toBe('request.refused');
});

test('after something failed on the way, nobody guesses what came of it: Spekit is asked', async () => {
  const members: string[] = [];
  let fails: 'hang-up' | 'no-users' | null = null;
  const odd = await OddSpekit.start(({ method, path, body }, response) => {
    if (method === 'POST') return answerJson(response, 201, { id: 'g-1', displayName: 'Sales' });
    if (method === 'PATCH') {
      members.push(/"value":"(\w+)"/.exec(body)?.[1] ?? '');
      return fails === 'hang-up' ? response.destroy() : response.writeHead(204).end();
    }
    if (path === '/Groups/g-1')
      return answerJson(response, 200, { id: 'g-1', displayName: 'Sales', members: members.map((value) => ({ value })) });
    if (fails === 'no-users') return answerJson(response, 503, { detail: 'Back at ten' });
    answerJson(response, 200, person(path));
  });
  const relay = await startRelay(odd.url);
  await created(relay, '/Groups', oktaGroup('Sales'));
  for (const [what, status, first, second] of [
    ['hang-up', 502, 'ana', 'ben'],
    ['no-users', 204, 'cleo', 'dan'],
  ] as const) {
    fails = what;
    expect((await relay.scim('PATCH', '/Groups/g-1', joins(first))).status).toBe(status);
    expect(await newest(relay)).toMatchObject({ event: 'request.refused', subject: { id: 'g-1' } });
    fails = null;
    expect((await relay.scim('PATCH', '/Groups/g-1', joins(second))).status).toBe(204);
    expect(await team(relay, 'g-1')).toMatchObject({ memberCount: members.length });
  }
});

test('a fault of the companion’s own is told as not kept, and made good by the next request', async () => {
  const odd = await OddSpekit.start(({ method, path }, response) =>
    method === 'PATCH'
      ? response.writeHead(204).end()
      : answerJson(response, method === 'POST' ? 201 : 200, person('/Users/ana', { active: path === '/Users' })),
  );
  const relay = await startRelay(odd.url);
  await created(relay, '/Users', oktaUser('ana@acme.example'));
  const store = await relay.database.open();
  const resource = (text: string) =>
    store.write((transaction) => transaction.run(sql`update users set resource = ${text} where id = 'ana'`));
  await resource('{');
  expect((await relay.scim('PATCH', '/Users/ana', titled('Boss'))).status).toBe(204);
  expect(await newest(relay)).toMatchObject({
    reason: 'relay.not-kept',
    detail: expect.stringMatching(/error of its own; its log says more/),
  });
  await resource('{}');
  await store.close();
  expect((await relay.scim('PATCH', '/Users/ana', titled('Boss'))).status).toBe(204);
  expect(await user(relay, 'ana')).toMatchObject({ active: false, sync: { refusal: null } });
});

test('what the database took nothing of is made good by the next request as well', async () => {
  const odd = await OddSpekit.start(({ method }, response) =>
    method === 'PATCH'
      ? response.writeHead(204).end()
      : answerJson(response, method === 'POST' ? 201 : 200, person('/Users/ana', { title: 'Boss' })),
  );
  const relay = await startRelay(odd.url);
  await created(relay, '/Users', oktaUser('ana@acme.example'));
  const store = await relay.database.open();
  await store.write((transaction) => transaction.run(sql`alter table changes rename to changes_away`));
  expect((await relay.scim('PATCH', '/Users/ana', titled('Lead'))).status).toBe(204);
  await store.write((transaction) => transaction.run(sql`alter table changes_away rename to changes`));
  await store.close();
  expect((await relay.scim('PATCH', '/Users/ana', titled('Boss'))).status).toBe(204);
  expect(odd.heard.slice(2).map(({ method }) => method)).toEqual(['PATCH', 'GET']);
});

test('a group that takes long to keep is answered meanwhile, goes on in its turn, and is in the history with what Okta sent', async () => {
  const held: (() => void)[] = [];
  const odd = await OddSpekit.start(({ method, path }, response) => {
    if (method === 'GET') held.push(() => answerJson(response, 200, person(path)));
    else if (method === 'PATCH') response.writeHead(204).end();
    else answerJson(response, 201, { id: 'g-1', displayName: 'Sales' });
  });
  const relay = await startRelay(odd.url, { patience: 3_000 });
  expect((await relay.scim('POST', '/Groups', oktaGroup('Sales', ['ana', 'ben']))).status).toBe(201);
  expect(held).toHaveLength(2);
  // The next one is passed on, and kept after it.
  const next = relay.scim('PATCH', '/Groups/g-1', patchOf({ op: 'remove', path: 'members[value eq "ana"]' }));
  await expect.poll(() => odd.heard.at(-1)?.method).toBe('PATCH');
  for (const answer of held) answer();
  expect((await next).status).toBe(204);
  expect(await team(relay, 'g-1')).toMatchObject({ memberCount: 1 });
  const row = listOf(await relay.api('GET', '/history'), 'changes').find(({ event }) => event === 'team.created');
  const { exchange } = exchangeAnswer.parse((await relay.api('GET', `/history/${String(row?.['seq'])}/exchange`)).body);
  expect(exchange).toMatchObject({ request: { method: 'POST', path: '/scim/v2/Groups' }, answer: { status: 201 } });
});
