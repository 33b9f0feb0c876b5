import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { z } from 'zod';
import { apiVersion } from '../contract/api.ts';
import { aStatus } from '../mocks/handlers/facts.ts';
import { ask, askStatus } from './companion.ts';

const token = 'admin-token';
const allowed = vi.fn<() => Promise<boolean>>();
let servers: Server[] = [];
let asked: IncomingMessage[] = [];

beforeEach(() => {
  allowed.mockResolvedValue(true);
  Object.assign(fakeBrowser.permissions, { contains: allowed });
});

afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
  asked = [];
});

/** A real HTTP server that answers so. Gives its origin. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function answering(status: number, body: unknown, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

test('a companion that answers is ok, and is asked with the token and without cookies', async () => {
  const companionUrl = await listen(answering(200, aStatus(), { etag: '"42"' }));
  expect(await askStatus({ companionUrl, token }, null)).toEqual({ reach: 'ok', httpStatus: 200, etag: '"42"', body: aStatus() });
  expect(asked[0]?.url).toBe('/api/v1/status');
  expect(asked[0]?.headers.authorization).toBe('Bearer admin-token');
  expect(asked[0]?.headers['if-none-match']).toBeUndefined();
});

test('with the tag that is known, an unchanged status has no body', async () => {
  const companionUrl = await listen((request, response) => {
    answering(request.headers['if-none-match'] === '"42"' ? 304 : 500, '', { etag: '"42"' })(request, response);
  });
  expect(await askStatus({ companionUrl, token }, '"42"')).toEqual({ reach: 'ok', httpStatus: 304, etag: '"42"', body: null });
});

test('a path before the API is kept, with or without its slash', async () => {
  const origin = await listen(answering(200, aStatus()));
  await askStatus({ companionUrl: `${origin}/sourcemark`, token }, null);
  await askStatus({ companionUrl: `${origin}/sourcemark//`, token }, null);
  expect(asked.map(({ url }) => url)).toEqual(['/sourcemark/api/v1/status', '/sourcemark/api/v1/status']);
});

test.each([
  ['a wrong token', answering(401, { error: { code: 'unauthorized', detail: '' } }), 'unauthorized', 401],
  ['a token that may not', answering(403, {}), 'unauthorized', 403],
  ['a companion with an error', answering(500, {}), 'failing', 500],
  ['a companion whose database is away', answering(503, {}), 'failing', 503],
  ['another server', answering(404, '<h1>Not found</h1>'), 'failing', 404],
  ['a page instead of an answer', answering(200, '<!doctype html>'), 'failing', 200],
  ['an answer of another form', answering(200, { ...aStatus(), seq: 'many' }), 'failing', 200],
  ['an older companion', answering(200, { ...aStatus(), api: apiVersion - 1 }), 'too-old', 200],
  ['an older companion with another form', answering(200, { api: apiVersion - 1 }), 'too-old', 200],
  ['an unasked 304', answering(304, ''), 'failing', 304],
] as const)('%s is told as such', async (_what, answer, reach, httpStatus) => {
  const companionUrl = await listen(answer);
  expect(await askStatus({ companionUrl, token }, null)).toMatchObject({ reach, httpStatus });
});

test('what the companion says where it refuses is told, and only that', async () => {
  const refusal = { code: 'forbidden', detail: 'This token only reads.' };
  const companionUrl = await listen(answering(403, { error: refusal }));
  expect(await askStatus({ companionUrl, token }, null)).toEqual({ reach: 'unauthorized', httpStatus: 403, refusal });
  const other = await listen(answering(403, { error: 'Nginx says no' }));
  expect(await askStatus({ companionUrl: other, token }, null)).toEqual({ reach: 'unauthorized', httpStatus: 403 });
});

test('a newer companion is taken', async () => {
  const companionUrl = await listen(answering(200, { ...aStatus(), api: apiVersion + 1, more: true }));
  expect(await askStatus({ companionUrl, token }, null)).toMatchObject({ reach: 'ok' });
});

test('where nothing listens, it is unreachable', async () => {
  const companionUrl = await listen(answering(200, aStatus()));
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await askStatus({ companionUrl, token }, null)).toEqual({ reach: 'unreachable', httpStatus: null });
});

test('where the browser lets nothing out, the permission is what is missing', async () => {
  const companionUrl = await listen((_request, response) => response.destroy());
  allowed.mockResolvedValue(false);
  expect(await askStatus({ companionUrl, token }, null)).toEqual({ reach: 'no-permission', httpStatus: null });
  expect(allowed).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'] });
});

test('an answer that does not come in time is unreachable, also when it has begun', async () => {
  const slow = await listen((_request, response) => response.writeHead(200).write('{"api":'));
  const answer = z.unknown();
  const answered = await ask({ companionUrl: slow, token }, { method: 'GET', path: '/status', answer, timeout: 50 });
  expect(answered).toEqual({ reach: 'unreachable', httpStatus: null });
});

test('a redirect is not followed: the token goes nowhere else', async () => {
  const elsewhere = await listen(answering(200, aStatus()));
  const companionUrl = await listen(answering(302, '', { location: `${elsewhere}/api/v1/status` }));
  expect(await askStatus({ companionUrl, token }, null)).toEqual({ reach: 'unreachable', httpStatus: null });
  expect(asked).toHaveLength(1);
});

test.each(['nonsense', 'ftp://127.0.0.1', 'javascript:alert(1)', 'http://user:secret@127.0.0.1:1'])(
  '%s is no address',
  async (companionUrl) => {
    expect(await askStatus({ companionUrl, token }, null)).toEqual({ reach: 'unreachable', httpStatus: null });
  },
);

test.each([
  { companionUrl: '', token },
  { companionUrl: 'http://127.0.0.1:1', token: '' },
])('without address or token nothing is asked', async (connection) => {
  expect(await askStatus(connection, null)).toEqual({ reach: 'not-set-up', httpStatus: null });
});
