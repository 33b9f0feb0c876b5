import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OktaOrg } from './org.ts';
import { createOktaSite } from './site.ts';
import type { ConsoleView } from './state.ts';
import { smallOrg } from './testing/small-org.ts';

let org: OktaOrg;
let server: Server;
let url: string;

beforeAll(async () => {
  org = smallOrg('http://127.0.0.1:9');
  const site = await createOktaSite(org);
  server = createServer((request, response) => void site(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  org.close();
  server.closeAllConnections();
  server.close();
});

const act = (name: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/playground/${name}`, { method: 'POST', body, headers });

test.each(['classic', 'redesign'])(
  'the %s rendering is chosen by the address and kept in a cookie; its assets are there',
  async (rendering) => {
    const chosen = await fetch(`${url}/admin/users?rendering=${rendering}`);
    const cookie = chosen.headers.get('set-cookie') ?? '';
    expect(cookie).toContain(`rendering=${rendering}`);
    const kept = await (await fetch(`${url}/admin/groups`, { headers: { cookie: cookie.split(';')[0] ?? '' } })).text();
    for (const asset of [`/assets/${rendering}.js`, `/assets/${rendering}.css`]) {
      expect(kept).toContain(asset);
      const { status, headers } = await fetch(`${url}${asset}`);
      expect([status, headers.get('content-type')]).toEqual([
        200,
        asset.endsWith('css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      ]);
    }
  },
);

test.each([
  ['/', 302],
  ['/admin', 200],
  ['/admin/dashboard', 200],
  ['/admin/user/profile/view/00uAnn', 200],
  ['/admin/group/00gSales', 200],
  ['/admin/app/acme_spekit_1/instance/0oaSpekit/', 200],
  ['/admin/nothing', 404],
  ['/etc/passwd', 404],
])('%s answers %i', async (path, status) => {
  expect((await fetch(url + path, { redirect: 'manual' })).status).toBe(status);
});

test('the view has a version as ETag, and is 304 until something changes', async () => {
  const first = await fetch(`${url}/api/playground/console`);
  const etag = first.headers.get('etag') ?? '';
  expect(((await first.json()) as ConsoleView).groups.map((one) => one.name)).toEqual(['Sales', 'Support']);
  expect((await fetch(`${url}/api/playground/console`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect((await act('create-group', JSON.stringify({ name: 'New', description: '' }))).status).toBe(200);
  expect((await fetch(`${url}/api/playground/console`, { headers: { 'if-none-match': etag } })).status).toBe(200);
});

test.each([
  ['of another shape', 'create-group', '{"name":""}', 400],
  ['that is no JSON', 'create-group', '{', 400],
  ['that the org refuses', 'create-group', '{"name":"Sales","description":""}', 400],
  ['about nobody', 'deactivate-person', '{"personId":"00uNobody"}', 400],
  ['that there is not', 'toString', '{}', 404],
])('an act %s is refused in words', async (_, name, body, status) => {
  const answer = await act(name, body);
  expect(answer.status).toBe(status);
  expect(((await answer.json()) as { error: string }).error).toMatch(/\w{3}/);
});

test('an act is taken from the console’s own pages alone', async () => {
  const body = JSON.stringify({ groupId: '00gSupport' });
  expect((await act('delete-group', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await fetch(`${url}/api/playground/delete-group`)).status).toBe(403);
  expect(org.state.groups.some((one) => one.id === '00gSupport')).toBe(true);
});

test('too large a body is refused', async () => {
  expect((await act('create-group', JSON.stringify({ name: 'x'.repeat(300_000), description: '' }))).status).toBe(400);
});
