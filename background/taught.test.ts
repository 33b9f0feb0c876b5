import { HttpResponse, http } from 'msw';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pagePackSchema } from '../contract/page-pack.ts';
import { groups } from '../hosts/okta/groups.ts';
import { people } from '../hosts/okta/people.ts';
import type { CompanionState } from '../mocks/handlers/companion.ts';
import { taughtPages } from '../stores/taught-pages.ts';
import { connectAnew, server } from '../test/parts/companion-of-worker.ts';
import { servedPages } from './page-pack.ts';
import { forgetTaught, shareTaught, teach } from './taught.ts';

let companion: CompanionState;
let given: object | null;
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(async () => {
  companion = await connectAnew('0.4.0');
  given = null;
  server.use(
    http.put(`${companion.url}/api/v1/pages`, async ({ request }) => {
      given = (await request.json()) as object;
      return HttpResponse.json({ pack: given });
    }),
  );
});

const inOkta = { from: 'content', app: 'okta', tabId: 7, frameId: 0, url: new URL('https://acme-admin.okta.com/admin/groups') } as const;
const taught = { ...groups, lists: [] };
const pack = { version: '7', extension: { from: '0.1.0', before: '1.0.0' }, pages: [groups, people] };

test('what is taught here stands before what the companion’s pack says of the page, until it is forgotten', async () => {
  companion.pack = pack;
  await teach(taught, inOkta);
  expect(await servedPages('okta')).toEqual([taught, people]);
  await forgetTaught(groups.id);
  expect(await servedPages('okta')).toEqual([groups, people]);
});

test('a page of one host app teaches nothing about the other', async () => {
  await expect(teach({ ...groups, id: 'spekit.manage-users' }, inOkta)).rejects.toThrow('no page of okta');
  expect(await taughtPages.read()).toEqual({});
});

test('shared, it goes into the companion’s pack and is forgotten here', async () => {
  companion.pack = pack;
  await teach(taught, inOkta);
  expect(await shareTaught()).toEqual({ reach: 'ok' });
  expect(pagePackSchema.parse(given)).toMatchObject({ extension: pack.extension, pages: [taught, people] });
  expect(await taughtPages.read()).toEqual({});
});

test('where the companion has no pack, or one for other releases, a new one is made for this release', async () => {
  companion.pack = { ...pack, extension: { from: '0.1.0', before: '0.2.0' } };
  await teach(taught, inOkta);
  await shareTaught();
  expect(given).toMatchObject({ extension: { from: '0.4.0', before: '0.5' }, pages: [taught] });
});

test('a companion that does not answer leaves what was taught as it is', async () => {
  companion.reachable = false;
  await teach(taught, inOkta);
  expect(await shareTaught()).toEqual({ reach: 'unreachable' });
  expect(Object.keys(await taughtPages.read())).toEqual([groups.id]);
});
