import { afterEach, expect, test, vi } from 'vitest';
import { findCompanion } from './find-companion.ts';

const answers = vi.spyOn(globalThis, 'fetch');
afterEach(() => answers.mockReset());

const asks = (realm: string) => new Response('{}', { status: 401, headers: { 'www-authenticate': `Bearer realm="${realm}"` } });

test('a companion is known by how it asks for its token, and gets none', async () => {
  answers.mockResolvedValue(asks('Sourcemark'));
  expect(await findCompanion()).toBe('http://127.0.0.1:4680');
  expect(JSON.stringify(answers.mock.calls[0])).not.toMatch(/authorization/i);
});

test.each<[string, () => Promise<Response>]>([
  ['another server that asks for a token', async () => asks('Something else')],
  ['a server that answers everything', async () => Response.json({ status: 'ok' })],
  ['a page', async () => new Response('<h1>Hello</h1>', { status: 404 })],
  ['nothing', async () => Promise.reject(new TypeError('fetch failed'))],
])('%s is none', async (_, answer) => {
  answers.mockImplementation(answer);
  expect(await findCompanion()).toBeNull();
});
