import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSpekitSite } from './site.ts';

const adminToken = 'admin-token-that-stays-on-the-server';
/** What the companion was asked, and what it answers next. */
let asked: { line: string; token: string | undefined; body: string }[] = [];
let answer = { status: 200, body: '{"users":[],"total":0,"seq":1}' };
let companion: Server;
let site: Server;
let url: string;
let companionUrl: string;

beforeAll(async () => {
  companion = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push({ line: `${request.method} ${request.url}`, token: request.headers.authorization, body });
    response.writeHead(answer.status, { etag: '"1"' }).end(answer.body);
  });
  companionUrl = await listening(companion);
  const serve = await createSpekitSite({ companionUrl: `${companionUrl}/`, adminToken });
  site = createServer((request, response) => void serve(request, response));
  url = await listening(site);
});
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: '{"users":[],"total":0,"seq":1}' };
});
afterAll(() => {
  for (const server of [companion, site]) {
    server.close();
    server.closeAllConnections();
  }
});

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('every path answers the same shell, in the rendering that was asked for or kept', async () => {
  const asCurrent = await (await fetch(`${url}/app/settings/anything`)).text();
  expect(asCurrent).toContain('/static/current.js');
  const chosen = await fetch(`${url}/nowhere?rendering=older`);
  expect(await chosen.text()).toContain('/static/older.js');
  expect(chosen.headers.get('set-cookie')).toMatch(/^rendering=older;/);
  expect(await (await fetch(url, { headers: { cookie: 'a=b; rendering=older' } })).text()).toContain('/static/older.js');
  expect(await (await fetch(`${url}/?rendering=<script>`)).text()).toBe(asCurrent);
});

test('scripts and styles are there, class names hashed, and the token is in none of them', async () => {
  for (const rendering of ['current', 'older']) {
    const script = await (await fetch(`${url}/static/${rendering}.js`)).text();
    const css = await (await fetch(`${url}/static/${rendering}.css`)).text();
    expect(css).toMatch(/\._\w+_[0-9a-f]{5}\{/);
    for (const [name] of css.matchAll(/_[a-zA-Z]+_[0-9a-f]{5}/g)) expect(script).toContain(name);
    expect(script).not.toContain(adminToken);
  }
  expect((await fetch(`${url}/static/other.js`)).status).toBe(404);
});

test('what the app asks is passed on with the token', async () => {
  const list = await fetch(`${url}/api/users?offset=0&limit=10`);
  expect(list.headers.get('etag')).toBe('"1"');
  await fetch(`${url}/api/teams/t1/members`, { method: 'POST', body: '{"userId":"u1"}', headers: { 'sec-fetch-site': 'same-origin' } });
  expect(asked).toEqual([
    { line: 'GET /api/v1/spekit/users?offset=0&limit=10', token: `Bearer ${adminToken}`, body: '' },
    { line: 'POST /api/v1/spekit/teams/t1/members', token: `Bearer ${adminToken}`, body: '{"userId":"u1"}' },
  ]);
});

test('a refusal comes back as the companion worded it', async () => {
  answer = { status: 409, body: '{"error":{"code":"owned-elsewhere","detail":"Okta’s"}}' };
  const refused = await fetch(`${url}/api/teams/t1`, { method: 'DELETE' });
  expect([refused.status, await refused.text()]).toEqual([409, answer.body]);
});

test('a write from another site, an address that the app has not, and a body too large are not passed on', async () => {
  const statuses = [
    (await fetch(`${url}/api/teams/t1`, { method: 'DELETE', headers: { 'sec-fetch-site': 'cross-site' } })).status,
    (await fetch(`${url}/api/teams/t1`, { method: 'DELETE', headers: { 'sec-fetch-site': 'same-site' } })).status,
    (await fetch(`${url}/api/changes`)).status,
    (await fetch(`${url}/api/users/..%2f..%2fchanges`)).status,
    (await fetch(`${url}/api/status`, { method: 'POST' })).status,
    (await fetch(`${url}/api/teams`, { method: 'POST', body: 'x'.repeat(300 * 1024) })).status,
  ];
  expect(statuses).toEqual([403, 403, 404, 404, 405, 413]);
  expect(asked).toEqual([]);
});

test('without the companion, reads answer what was read last and writes say that nothing was changed', async () => {
  const gone = await createSpekitSite({ companionUrl: await closedAddress(), adminToken });
  const server = createServer((request, response) => void gone(request, response));
  const address = await listening(server);
  expect((await fetch(`${address}/api/users`)).status).toBe(503);
  const write = await fetch(`${address}/api/teams`, { method: 'POST', body: '{}' });
  expect(await write.json()).toMatchObject({ error: { code: 'unavailable', detail: expect.stringContaining('Nothing was changed') } });
  server.close();
  server.closeAllConnections();

  const body = await (await fetch(`${url}/api/users`)).text();
  companion.close();
  companion.closeAllConnections();
  const kept = await fetch(`${url}/api/users`);
  expect([kept.status, await kept.text()]).toEqual([200, body]);
});

/** An address at which nothing listens. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  const address = await listening(server);
  server.close();
  await once(server, 'close');
  return address;
}
