import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeAll(async () => {
  companion = await TestCompanion.start();
});
afterAll(() => companion.end());

test('the API can be read in a browser, from our own files alone and without a token', async () => {
  const page = await companion.send('GET', '/docs', undefined, {});
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const files = [...page.text.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(files).toHaveLength(4);
  for (const file of files) {
    const answer = await companion.send('GET', file, undefined, {});
    expect([file, answer.status, answer.text.length > 50]).toEqual([file, 200, true]);
  }
});
