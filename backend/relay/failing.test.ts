import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { adminToken, created, listOf, oktaGroup, oktaUser, patchOf, scimToken, type TestCompanion } from '../testing/companion.ts';
import { CompanionProgram } from '../testing/program.ts';
import { answerJson, OddSpekit, relayTo, startRelay, startSpekit } from '../testing/spekit.ts';

const newest = async (relay: TestCompanion) => listOf(await relay.api('GET', '/history'), 'changes')[0];

const odd: [what: string, answer: (response: ServerResponse) => void, status: number, says: RegExp, reason: string][] = [
  [
    'a page of a web site',
    (response) => response.end('<!doctype html><title>Welcome</title>'),
    502,
    /is not SCIM.*SOURCEMARK_RELAY_URL/,
    'relay.not-scim',
  ],
  ['a list in place of a resource', (response) => response.end('[]'), 502, /is not SCIM/, 'relay.not-scim'],
  [
    '401: our token is not Spekit’s',
    (response) => answerJson(response, 401, { detail: 'No' }),
    502,
    /SOURCEMARK_RELAY_TOKEN/,
    'relay.token-refused',
  ],
  [
    'a redirect',
    (response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
    502,
    /another address/,
    'relay.redirected',
  ],
  ['a fault without a reason', (response) => response.writeHead(500).end('oops'), 500, /with 500 and gave no reason/, 'relay.failed'],
  [
    'a fault in words',
    (response) => answerJson(response, 503, { detail: 'Back at ten', scimType: 'tooMany' }),
    503,
    /^Back at ten$/,
    'relay.failed',
  ],
  ['a hang-up', (response) => response.destroy(), 502, /does not reach Spekit at .*\(UND_ERR_SOCKET\)/, 'relay.unreachable'],
  [
    'half an answer',
    (response) => response.writeHead(200, { 'content-length': '100' }).write('{"id":', () => response.destroy()),
    502,
    /does not reach/,
    'relay.unreachable',
  ],
];

test.each(odd)('%s is told to Okta in SCIM’s form and stands in the history', async (_, answer, status, says, reason) => {
  const spekit = await OddSpekit.start((_heard, response) => answer(response));
  const relay = await startRelay(spekit.url);
  for (const method of ['POST', 'GET']) {
    const told = await relay.scim(method, '/Users', method === 'POST' ? oktaUser('ana@acme.example') : undefined);
    expect(told).toMatchObject({ status, body: { detail: expect.stringMatching(says) } });
    expect(told.headers.get('content-type')).toMatch(/^application\/scim\+json/);
  }
  expect(await newest(relay)).toMatchObject({
    event: 'request.refused',
    reason,
    detail: expect.stringMatching(says),
    subject: { id: null, name: 'ana@acme.example' },
  });
});

test('a Spekit that is not there, or silent, is told as that', async () => {
  const silent = await OddSpekit.start(() => undefined);
  const relay = await startRelay(silent.url, { patience: 50 });
  expect(await relay.scim('POST', '/Groups', oktaGroup('Sales'))).toMatchObject({ status: 504 });
  const row = await newest(relay);
  expect(row).toMatchObject({ reason: 'relay.silent', detail: expect.stringMatching(/may have carried this out/) });
  expect(row?.['relayed']).toBeGreaterThan(40);
  await silent.end();
  expect(await relay.scim('POST', '/Groups', oktaGroup('Sales'))).toMatchObject({
    status: 502,
    body: { detail: expect.stringMatching(/does not reach Spekit at .*ECONNREFUSED/) },
  });
});

test('too many at once is no refusal: Okta comes again when Spekit said', async () => {
  const busy = await OddSpekit.start((_, response) => answerJson(response, 429, { detail: 'Slowly' }, { 'retry-after': '7' }));
  const relay = await startRelay(busy.url);
  const told = await relay.scim('POST', '/Users', oktaUser('ana@acme.example'));
  expect([told.status, told.headers.get('retry-after')]).toEqual([429, '7']);
  expect(listOf(await relay.api('GET', '/history'), 'changes')).toEqual([]);
});

test('a companion that is told to pass on to itself says so', async () => {
  const relay = await startRelay('http://127.0.0.1:1');
  await relay.restart({ relay: relayTo(relay.url) });
  const { port } = new URL(relay.url);
  await relay.restart({ port: Number(port), relay: relayTo(relay.url) });
  expect(await relay.scim('GET', '/Users')).toMatchObject({ status: 508, body: { detail: expect.stringMatching(/leads back/) } });
  // Another one in between is no circle, unless it leads back as well.
  const outer = await startRelay(relay.url);
  expect((await outer.scim('GET', '/Users')).body['detail']).toMatch(/leads back/);
  await relay.restart({ relay: relayTo((await startSpekit()).url) });
  expect((await outer.scim('GET', '/Users')).status).toBe(200);
});

test.each<[string, string | undefined, RegExp]>([
  ['an id of an unusual form', 'an id with "quotes"', /quotes/],
  ['an id that no path can have', '..', /Spekit's id \.\. is of a form/],
  ['no id', undefined, /has no id/],
])('what Spekit has done and cannot be kept is answered all the same, and told: %s', async (_, id, reason) => {
  const spekit = await OddSpekit.start(({ body }, response) => answerJson(response, 201, { ...(JSON.parse(body) as object), id }));
  const relay = await startRelay(spekit.url);
  expect((await relay.scim('POST', '/Groups', oktaGroup('Sales'))).status).toBe(201);
  const told = { event: 'request.refused', reason: 'relay.not-kept', detail: expect.stringMatching(reason), subject: { name: 'Sales' } };
  expect(await newest(relay)).toMatchObject(told);
});

test('what comes while the companion is ended is kept', async () => {
  let answer: () => void = () => undefined;
  const spekit = await OddSpekit.start((_, response) => {
    answer = () => answerJson(response, 201, { id: 'u-1', userName: 'ana@acme.example' });
  });
  const relay = await startRelay(spekit.url);
  const under = relay.scim('POST', '/Users', oktaUser('ana@acme.example'));
  await expect.poll(() => spekit.heard).toHaveLength(1);
  const ended = relay.restart();
  answer();
  expect((await under).status).toBe(201);
  await ended;
  expect((await relay.api('GET', '/spekit/users/u-1')).status).toBe(200);
});

test('killed after Spekit has carried something out, it learns of it as Okta tries again', async () => {
  const spekit = await startSpekit();
  let passOn = false;
  const between = await OddSpekit.start(({ method, path, body, headers }, response) => {
    const { 'content-type': type = 'application/json', authorization = '' } = headers;
    void fetch(`${spekit.url}/scim/v2${path}`, {
      method,
      headers: { 'content-type': type, authorization },
      ...(body !== '' && { body }),
    }).then(async (answer) =>
      passOn ? response.writeHead(answer.status, { 'content-type': 'application/scim+json' }).end(await answer.text()) : null,
    );
  });
  const sandbox = await startRelay(between.url);
  const environment = {
    SOURCEMARK_PORT: '0',
    DATABASE_URL: `sqlite:${sandbox.folder}/killed.db`,
    SOURCEMARK_SCIM_TOKEN: scimToken,
    SOURCEMARK_ADMIN_TOKEN: adminToken,
    SOURCEMARK_RELAY_URL: `${between.url}/scim/v2/?#`,
    SOURCEMARK_RELAY_TOKEN: scimToken,
  };
  const first = new CompanionProgram(environment);
  const lost = sandbox.at(await first.listening()).scim('POST', '/Users', oktaUser('ana@acme.example'));
  lost.catch(() => undefined);
  const there = async () => listOf(await spekit.scim('GET', '/Users?filter=userName%20eq%20%22ana@acme.example%22'));
  await expect.poll(there).toHaveLength(1);
  await first.end('SIGKILL');
  await expect(lost).rejects.toThrow();

  passOn = true;
  const second = new CompanionProgram(environment);
  const relay = sandbox.at(await second.listening());
  expect((await relay.scim('POST', '/Users', oktaUser('ana@acme.example'))).status).toBe(409);
  const id = String((await there())[0]?.['id']);
  expect((await relay.scim('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active: false } }))).status).toBe(200);
  expect((await relay.api('GET', `/spekit/users/${id}`)).body).toMatchObject({ owner: 'idp', active: false });
  expect(await created(relay, '/Groups', oktaGroup('Sales', [id]))).not.toBe('');
  expect(second.output).toContain(`What Okta sends is passed on to Spekit at ${between.url}/scim/v2.`);
  await second.end();
  expect(second.errors + second.output).not.toContain('ana@acme.example');
});
