import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Answer, oktaUser, scimToken, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start({ mostUnderWay: 3 });
});
afterEach(() => companion.end());

function expectTurnedAway(answer: Answer): void {
  expect([answer.status, answer.body['status']]).toEqual([429, '429']);
  // Okta takes whole seconds only; without them it waits for five minutes.
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(answer.body['detail']).toMatch(/Try again/);
}

/** A request whose body is still to come. */
async function beginRequest(): Promise<Socket> {
  const { hostname, port } = new URL(companion.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(`POST /scim/v2/Users HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${scimToken}\r\n`);
  socket.write('Content-Type: application/scim+json\r\nContent-Length: 2\r\n\r\n{');
  return socket;
}

test('more requests than can be kept up with are turned away for some seconds, and taken again afterwards', async () => {
  const begun = await Promise.all([beginRequest(), beginRequest(), beginRequest()]);
  await expect.poll(async () => (await companion.scim('GET', '/Users')).status).toBe(429);
  expectTurnedAway(await companion.scim('POST', '/Users', oktaUser('crowded@example.com')));
  expect((await companion.send('GET', '/api/v1/status', undefined, {})).status).toBe(429);

  // What was begun is finished, whatever it comes to.
  const [first, ...others] = begun;
  first?.write('}');
  expect(String(await once(first ?? new Socket(), 'data'))).toMatch(/^HTTP\/1\.1 400 /);
  for (const socket of [first, ...others]) socket?.destroy();
  await expect.poll(async () => (await companion.scim('POST', '/Users', oktaUser('later@example.com'))).status).toBe(201);
});

test('who guesses at tokens is slowed down; who has the token is not', async () => {
  let answer = await companion.scim('GET', '/Users', undefined, { Authorization: 'Bearer guess-0' });
  let guesses = 1;
  for (; answer.status === 401 && guesses < 1000; guesses++) {
    answer = await companion.scim('GET', '/Users', undefined, { Authorization: `Bearer guess-${guesses}` });
  }
  expectTurnedAway(answer);
  expect(guesses).toBeGreaterThan(100);
  expect((await companion.scim('GET', '/Users')).status).toBe(200);
});
