import { afterAll, beforeAll, expect, test } from 'vitest';
import { created, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
let user: string;
beforeAll(async () => {
  companion = await TestCompanion.start();
  user = await created(companion, '/Users', oktaUser('jane.doe@example.com'));
});
afterAll(() => companion.end());

test('a wrong method is told which ones are right; OPTIONS asks for them, HEAD for the headers alone', async () => {
  const wrong = await companion.scim('DELETE', '/Groups');
  expect([wrong.status, wrong.body['status']]).toEqual([405, '405']);
  expect(wrong.headers.get('allow')).toBe('GET, HEAD, POST');
  for (const [path, methods] of [
    ['/Users', 'GET, HEAD, POST'],
    [`/Users/${user}`, 'GET, HEAD, PUT, PATCH, DELETE'],
    ['/Bulk', 'POST'],
    ['/Schemas', 'GET, HEAD'],
  ] as const) {
    const options = await companion.scim('OPTIONS', path);
    expect([options.status, options.text, options.headers.get('allow')]).toEqual([204, '', methods]);
  }
  const [head, get] = [await companion.scim('HEAD', `/Users/${user}`), await companion.scim('GET', `/Users/${user}`)];
  expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', get.headers.get('etag')]);
  expect((await companion.scim('HEAD', '/Users/nobody')).status).toBe(404);
});
