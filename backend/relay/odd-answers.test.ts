import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { created, type Json, listOf, oktaGroup, oktaUser, patchOf, type TestCompanion } from '../testing/companion.ts';
import { answerJson, OddSpekit, startRelay } from '../testing/spekit.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const newest = async (relay: TestCompanion) => listOf(await relay.api('GET', '/history'), 'changes')[0];
const user = async (relay: TestCompanion, id: string) => (await relay.api('GET', `/spekit/users/${id}`)).body;

describe('of an answer that is not as the standard has it, what can be read is kept', () => {
  test.each<[string, Json]>([
    ['other case', { ID: 'u-1', UserName: 'ana@acme.example', DisplayName: 'Ana in Spekit', ACTIVE: 'False' }],
    ['an attribute of another kind', { id: 'u-1', userName: 'ana@acme.example', displayName: 'Ana in Spekit', name: [], active: false }],
    ['nulls', { id: 'u-1', userName: 'ana@acme.example', displayName: 'Ana in Spekit', name: null, emails: null, active: false }],
    ['an extension of another kind', { id: 'u-1', displayName: 'Ana in Spekit', active: false, [enterprise]: { manager: '' } }],
    ['an attribute twice', { id: 'u-1', displayName: 'Ana in Spekit', active: true, Active: false }],
    ['names of no attribute', JSON.parse('{"id":"u-1","__proto__":{"active":true},"active":false,"displayName":"Ana in Spekit"}') as Json],
  ])('%s', async (_, answered) => {
    const odd = await OddSpekit.start((_heard, response) => answerJson(response, 201, answered));
    const relay = await startRelay(odd.url);
    await relay.scim('POST', '/Users', oktaUser('ana@acme.example'));
    const kept = { owner: 'idp', userName: 'ana@acme.example', displayName: 'Ana in Spekit', active: false, externalId: '00uana' };
    expect(await user(relay, 'u-1')).toMatchObject(kept);
  });

  test('an id that is a number, one that stands in Location alone, compressed or with a mark before it', async () => {
    const answers: [status: number, headers: Record<string, string>, body: string | Buffer][] = [
      [201, {}, '{"id":7}'],
      [201, { location: 'https://spekit.example/scim/v2/Users/8' }, ''],
      [201, { 'content-encoding': 'gzip' }, gzipSync('{"id":"9"}')],
      [201, {}, '\uFEFF{"id":"10"}'],
    ];
    const odd = await OddSpekit.start((_, response) => {
      const [status, headers, body] = answers[odd.heard.length - 1] ?? [500, {}, ''];
      response.writeHead(status, headers).end(body);
    });
    const relay = await startRelay(odd.url);
    for (const id of ['7', '8', '9', '10']) {
      await relay.scim('POST', '/Users', oktaUser(`nr${id}@acme.example`));
      expect(await user(relay, id)).toMatchObject({ owner: 'idp', userName: `nr${id}@acme.example` });
    }
  });

  test('members that are no users of Spekit’s', async () => {
    const members = [
      { value: 'ana' },
      { VALUE: 'ben', Type: 'user' },
      { value: 5 },
      { value: 'g-2', type: 'Group' },
      null,
      'x',
      {},
      { value: '' },
      { value: '..' },
    ];
    const odd = await OddSpekit.start(({ path }, response) =>
      path === '/Groups'
        ? answerJson(response, 201, { id: 'g-1', displayName: 'Sales', members })
        : answerJson(response, 200, { id: path.slice('/Users/'.length), userName: `${path.slice(7)}@acme.example` }),
    );
    const relay = await startRelay(odd.url);
    await created(relay, '/Groups', oktaGroup('Sales'));
    const kept = listOf(await relay.api('GET', '/spekit/teams/g-1/members'), 'members').map(({ id }) => id);
    expect(kept.sort()).toEqual(['5', 'ana', 'ben']);
  });
});

test('a PATCH that Spekit follows and the companion cannot read is learned from Spekit', async () => {
  let [active, name] = [true, 'Sales'];
  const odd = await OddSpekit.start(({ method, path }, response) => {
    if (method === 'PATCH') [active, name] = [false, 'Sales EU'];
    const resource = path.startsWith('/Groups') ? { id: 'g-1', displayName: name, members: [] } : { id: 'u-1', userName: 'ana', active };
    if (method === 'PATCH') response.writeHead(204).end();
    else answerJson(response, method === 'POST' ? 201 : 200, resource);
  });
  const relay = await startRelay(odd.url);
  await created(relay, '/Users', oktaUser('ana'));
  await created(relay, '/Groups', oktaGroup('Sales'));
  const unknown = patchOf({ op: 'replace', path: 'shoeSize', value: 43 });
  for (const path of ['/Users/u-1', '/Groups/g-1']) expect((await relay.scim('PATCH', path, unknown)).status).toBe(204);
  expect(await user(relay, 'u-1')).toMatchObject({ active: false });
  expect((await relay.api('GET', '/spekit/teams/g-1')).body).toMatchObject({ name: 'Sales EU' });
});

test('of whom nobody knows enough here, no more is guessed than Spekit says: it is asked', async () => {
  let there: Json = { id: 'u-1', userName: 'ana', displayName: 'Ana', active: true };
  const odd = await OddSpekit.start(({ method }, response) => {
    if (method === 'GET' || method === 'POST') answerJson(response, method === 'POST' ? 201 : 200, there);
    else if (method === 'DELETE') response.writeHead(204).end();
    else if (odd.heard.length === 2) response.destroy();
    else if (odd.heard.length === 3) answerJson(response, 400, { detail: 'No' });
    else answerJson(response, 200, { id: 'u-1', userName: 'ana' });
  });
  const relay = await startRelay(odd.url, { deletes: 'pass' });
  const title = patchOf({ op: 'replace', path: 'title', value: 'Boss' });
  await created(relay, '/Users', oktaUser('ana'));
  there = { ...there, active: false };
  // A hang-up, a refusal that hides it, and an answer that does not say what came of it.
  for (const status of [502, 400, 200]) expect((await relay.scim('PATCH', '/Users/u-1', title)).status).toBe(status);
  expect(await user(relay, 'u-1')).toMatchObject({ active: false });
  // What Okta had let go was not followed meanwhile.
  await relay.scim('DELETE', '/Users/u-1');
  there = { ...there, displayName: 'Ana Ruiz', active: true };
  await relay.scim('PATCH', '/Users/u-1', title);
  expect(await user(relay, 'u-1')).toMatchObject({ owner: 'idp', displayName: 'Ana Ruiz', active: true });
  const events = listOf(await relay.api('GET', '/history'), 'changes').map(({ event }) => event);
  expect(events.slice(0, 3)).toEqual(['user.reactivated', 'user.updated', 'user.deleted']);
  // Of whom enough is known, Spekit is not asked.
  const asked = odd.heard.length;
  await relay.scim('PATCH', '/Users/u-1', title);
  expect(odd.heard).toHaveLength(asked + 1);
});

test('silence reactivates nobody', async () => {
  const odd = await OddSpekit.start(({ method }, response) =>
    method === 'POST' ? answerJson(response, 201, { id: 'u-1', active: false }) : response.writeHead(204).end(),
  );
  const relay = await startRelay(odd.url);
  await created(relay, '/Users', oktaUser('ana'));
  const { active, ...silent } = oktaUser('ana', { displayName: 'Ana Ruiz' });
  expect((await relay.scim('PUT', '/Users/u-1', silent)).status).toBe(204);
  expect(await user(relay, 'u-1')).toMatchObject({ displayName: 'Ana Ruiz', active: false });
});

test('somebody whom Spekit does not name is not kept as nobody', async () => {
  const odd = await OddSpekit.start(({ method }, response) =>
    method === 'GET' ? answerJson(response, 200, { id: 'u-1', active: true }) : response.writeHead(204).end(),
  );
  const relay = await startRelay(odd.url);
  const title = patchOf({ op: 'replace', path: 'title', value: 'Boss' });
  expect((await relay.scim('PATCH', '/Users/u-1', title)).status).toBe(204);
  expect((await relay.api('GET', '/spekit/users/u-1')).status).toBe(404);
  expect(await newest(relay)).toMatchObject({ reason: 'relay.not-kept', detail: expect.stringMatching(/userName/) });
});

test('what has changed nothing in Spekit changes nothing here', async () => {
  const odd = await OddSpekit.start(({ method }, response) =>
    method === 'POST' ? answerJson(response, 201, { id: 'u-1' }) : response.writeHead(304).end(),
  );
  const relay = await startRelay(odd.url);
  await created(relay, '/Users', oktaUser('ana@acme.example'));
  await relay.scim('PATCH', '/Users/u-1', patchOf({ op: 'replace', value: { active: false } }));
  expect(await user(relay, 'u-1')).toMatchObject({ active: true });
});

test('a refusal of many words, or of ones that no database takes, fills no history', async () => {
  const odd = await OddSpekit.start((_, response) => answerJson(response, 400, { detail: `Not\0 now, ${'x'.repeat(1_000_000)}` }));
  const relay = await startRelay(odd.url);
  expect((await relay.scim('POST', '/Users', oktaUser('ana@acme.example'))).status).toBe(400);
  const detail = String((await newest(relay))?.['detail']);
  expect(detail).toMatch(/^Not now, xxx/);
  expect(detail.length).toBeLessThanOrEqual(2_000);
});
