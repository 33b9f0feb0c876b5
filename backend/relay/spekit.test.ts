import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { oktaUser, scimToken } from '../testing/companion.ts';
import { answerJson, OddSpekit, startRelay } from '../testing/spekit.ts';

test('Okta is told nothing of Spekit’s token, whatever Spekit says', async () => {
  const odd = await OddSpekit.start(({ headers }, response) =>
    answerJson(response, 400, { detail: `Not with ${headers.authorization}`, echo: [headers] }),
  );
  const relay = await startRelay(odd.url);
  const answer = await relay.scim('POST', '/Users', oktaUser('ana@acme.example'));
  expect(answer).toMatchObject({ status: 400, body: { detail: 'Not with Bearer •••' } });
  expect(answer.text + (await relay.api('GET', '/history')).text).not.toContain(scimToken);
});

test('a token that is any word leaves that word alone', async () => {
  const odd = await OddSpekit.start((_, response) => answerJson(response, 200, { Resources: [], users: 'users' }));
  const relay = await startRelay(odd.url, { token: 'users' });
  expect((await relay.scim('GET', '/Users')).body).toEqual({ Resources: [], users: 'users' });
});

test('the version that Okta means is passed on, and so is what Spekit says of it', async () => {
  const odd = await OddSpekit.start(({ method }, response) =>
    method === 'GET'
      ? response.writeHead(304, { etag: 'W/"1"' }).end()
      : answerJson(response, 412, { detail: 'It has changed since.' }, { etag: 'W/"2"' }),
  );
  const relay = await startRelay(odd.url);
  const known = await relay.scim('GET', '/Users/u-1', undefined, { 'If-None-Match': 'W/"1"' });
  expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', 'W/"1"']);
  const late = await relay.scim('PUT', '/Users/u-1', oktaUser('ana@acme.example'), { 'If-Match': 'W/"1"' });
  expect([late.status, late.body['detail'], late.headers.get('etag')]).toEqual([412, 'It has changed since.', 'W/"2"']);
  expect(odd.heard.map(({ headers }) => headers['if-none-match'] ?? headers['if-match'])).toEqual(['W/"1"', 'W/"1"']);
});

test('whoever is before the companion stands before it in Via', async () => {
  const odd = await OddSpekit.start((_, response) => answerJson(response, 200, {}));
  const relay = await startRelay(odd.url);
  await relay.scim('GET', '/Users', undefined, { Via: '1.1 balancer' });
  expect(odd.heard[0]?.headers.via).toMatch(/^1\.1 balancer, 1\.1 sourcemark-\w+$/);
});

test('HEAD asks with GET and answers without the body', async () => {
  const odd = await OddSpekit.start((_, response) => answerJson(response, 200, { Resources: [] }));
  const relay = await startRelay(odd.url);
  const answer = await relay.scim('HEAD', '/Users');
  expect([answer.status, answer.text, odd.heard[0]?.method]).toEqual([200, '', 'GET']);
  expect((await relay.scim('POST', '/Users/.search', {})).body).toEqual({ Resources: [] });
});

test('an answer that is larger than any list is not taken in, compressed or not', async () => {
  const much = gzipSync(Buffer.alloc(65 * 1024 * 1024, ' '));
  const odd = await OddSpekit.start((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(much));
  const relay = await startRelay(odd.url);
  expect(await relay.scim('GET', '/Users')).toMatchObject({ status: 502, body: { detail: expect.stringMatching(/larger than/) } });
});

test('a status of no protocol is told as that', async () => {
  const odd = await OddSpekit.start((_, response) => answerJson(response, 999, {}));
  const relay = await startRelay(odd.url);
  expect(await relay.scim('GET', '/Users')).toMatchObject({ status: 502, body: { detail: expect.stringMatching(/is not SCIM/) } });
});

test('what Spekit can is told as it is, but for bulk requests, which are not passed on', async () => {
  const config = { patch: { supported: true }, bulk: { supported: true, maxOperations: 10, maxPayloadSize: 1_000 } };
  const odd = await OddSpekit.start((_, response) => answerJson(response, 200, config));
  const relay = await startRelay(odd.url);
  const told = await relay.scim('GET', '/ServiceProviderConfig');
  expect(told.body).toEqual({ ...config, bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 } });
});

test('a refusal whose words stand elsewhere stands with them in the history', async () => {
  const odd = await OddSpekit.start((_, response) => answerJson(response, 403, { message: 'All seats are taken.' }));
  const relay = await startRelay(odd.url);
  const refused = await relay.scim('POST', '/Users', oktaUser('ana@acme.example'));
  expect(refused).toMatchObject({ status: 403, body: { message: 'All seats are taken.' } });
  expect((await relay.api('GET', '/attention')).text).toContain('All seats are taken.');
});
