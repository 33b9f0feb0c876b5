import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openApiDocument } from '../contract/openapi.ts';
import { aStatus } from '../mocks/handlers/facts.ts';
import { testConnection } from './connection-test.ts';

const token = 'admin-token';
let servers: Server[] = [];
/** The token that came with each request; undefined where none did. */
let given: (string | undefined)[] = [];

beforeEach(() => void Object.assign(fakeBrowser.permissions, { contains: async () => true }));
afterEach(() => {
  vi.restoreAllMocks();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
  given = [];
});

/** A real HTTP server that answers so. Gives its host. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    given.push(request.headers.authorization);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A companion that knows these answers, by their path below `/api/v1`. */
function companion(answers: Record<string, unknown>): RequestListener {
  return (request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`)
      return response.writeHead(401, { 'www-authenticate': 'Bearer realm="Sourcemark"' }).end('{}');
    const answer = answers[(request.url ?? '').replace('/api/v1', '')];
    return response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}));
  };
}

const nothing = { status: null, cause: null, role: null, lacks: [] };

test('a companion of this release: what it is, what the token may do, and that nothing lacks', async () => {
  const answers = { '/status': aStatus(), '/token': { role: 'viewer' }, '/openapi.json': openApiDocument('1') };
  const host = await listen(companion(answers));
  expect(await testConnection({ companionUrl: `http://${host}`, token })).toEqual({
    ...{ reach: 'ok', httpStatus: 200, status: aStatus(), cause: null, role: 'viewer', lacks: [] },
  });
});

test('an older companion: which requests of this release it does not know', async () => {
  const { '/history': _history, '/why': _why, ...paths } = openApiDocument('1')['paths'] as Record<string, object>;
  const host = await listen(companion({ '/status': aStatus(), '/openapi.json': { paths } }));
  expect(await testConnection({ companionUrl: `http://${host}`, token })).toMatchObject({
    reach: 'ok',
    role: null,
    lacks: ['/why', '/history'],
  });
});

test('a wrong token is told from one that was given to a stranger', async () => {
  const companionHost = await listen(companion({}));
  expect(await testConnection({ companionUrl: `http://${companionHost}`, token: 'x' })).toEqual({
    ...{ ...nothing, reach: 'unauthorized', httpStatus: 401 },
  });
  const stranger = await listen((_request, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="Printer"' }).end());
  expect(await testConnection({ companionUrl: `http://${stranger}`, token })).toMatchObject({ reach: 'unauthorized', cause: 'stranger' });
});

test('what sends the question on is told, and is not followed with the token', async () => {
  const elsewhere = await listen((_request, response) => response.end('{}'));
  const host = await listen((_request, response) => response.writeHead(302, { location: `http://${elsewhere}/login` }).end());
  expect(await testConnection({ companionUrl: `http://${host}`, token })).toMatchObject({ reach: 'unreachable', cause: 'redirected' });
  expect(given).toEqual([`Bearer ${token}`, undefined]);
});

test('a server without TLS, asked by HTTPS, is told; nobody is given the token without it', async () => {
  const host = await listen(companion({ '/status': aStatus() }));
  expect(await testConnection({ companionUrl: `https://${host}`, token })).toMatchObject({ reach: 'unreachable', cause: 'tls-missing' });
  expect(given).toEqual([undefined]);
});

test('a server that speaks TLS alone, asked by HTTP, is told', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    if (String(input).startsWith('https:')) return new Response();
    throw new TypeError('fetch failed');
  });
  expect(await testConnection({ companionUrl: 'http://127.0.0.1:4680', token })).toMatchObject({ cause: 'tls-needed' });
});

test('where nothing listens, an address of HTTPS may still be one whose certificate is not trusted', async () => {
  const host = await listen(() => undefined);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await testConnection({ companionUrl: `http://${host}`, token })).toEqual({ ...nothing, reach: 'unreachable', httpStatus: null });
  expect(await testConnection({ companionUrl: `https://${host}`, token })).toMatchObject({ reach: 'unreachable', cause: 'tls-unsure' });
});
