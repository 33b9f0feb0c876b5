import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Asker } from '../messages/sender.ts';
import { settings } from '../stores/settings.ts';
import { matchForMarks } from './staging.ts';

const companionUrl = 'http://127.0.0.1:4680';
const server = setupServer();
const staged = { type: 'production', connection: 'staging' } as const;
const content = (app: 'okta' | 'spekit', url: string) => ({ from: 'content', app, url: new URL(url), tabId: 7 }) as Asker;
const spekit = content('spekit', 'https://app.spekit.co/app');
const okta = content('okta', 'https://acme-admin.okta.com/admin/groups');
let asked: string[] = [];
let now = Date.parse('2026-11-24T16:20:00Z');

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
});
afterAll(() => server.close());
beforeEach(async () => {
  asked = [];
  // Each test begins when what the one before asked is long ago.
  now += 3_600_000;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  server.resetHandlers(
    http.get(`${companionUrl}/api/v1/*`, ({ request }) => {
      asked.push(request.url.replace(`${companionUrl}/api/v1`, ''));
      return HttpResponse.json({ rows: [], total: 0, seq: 1 });
    }),
  );
  await settings.write((old) => ({ ...old, companionUrl, token: 'x' }));
});
afterEach(() => vi.restoreAllMocks());

test('while staging, a page has the mapping asked for, which has the companion match', async () => {
  matchForMarks(staged, spekit);
  await expect.poll(() => asked).toEqual(['/mapping/rows?limit=1']);
});

test('many pages ask as one, and again after ten seconds; another console asks for itself', async () => {
  for (let time = 0; time < 5; time += 1) matchForMarks(staged, spekit);
  matchForMarks(staged, okta);
  await expect.poll(() => asked.length).toBe(2);
  now += 9_000;
  matchForMarks(staged, spekit);
  now += 1_000;
  matchForMarks(staged, spekit);
  await expect.poll(() => asked.length).toBe(3);
});

test('outside of staging, and for our own pages, nothing is asked', async () => {
  matchForMarks({ type: 'production', connection: 'connected' }, spekit);
  matchForMarks({ type: 'production', connection: 'not-connected' }, spekit);
  matchForMarks(null, spekit);
  matchForMarks(staged, { from: 'own-page' } as Asker);
  matchForMarks(staged, okta);
  await expect.poll(() => asked).toHaveLength(1);
});

test('what fails is nobody’s to wait for', async () => {
  server.resetHandlers(
    http.get(`${companionUrl}/api/v1/*`, () => {
      asked.push('down');
      return HttpResponse.error();
    }),
  );
  matchForMarks(staged, spekit);
  await expect.poll(() => asked).toEqual(['down']);
});
