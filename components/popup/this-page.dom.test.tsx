import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { groups } from '../../hosts/okta/groups.ts';
import { keptPack, noPack } from '../../stores/page-pack.ts';
import { pages } from '../../stores/pages.ts';
import { ThisPage } from './ThisPage.tsx';

beforeEach(async () => {
  for (const area of ['local', 'session'] as const) await fakeBrowser.storage[area].clear();
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 7 }] });
  const report = {
    page: 'okta.groups',
    managed: { idp: 7, spekit: 0, unknown: 0 },
    missing: [],
    at: Date.now(),
    url: 'https://x.okta.com/',
  };
  await pages.write(() => ({ 7: report }));
});

afterEach(cleanup);

const pack = { version: '2026-12', extension: { from: '0.1.0', before: '1.0.0' }, pages: [groups] };

async function shown(kept: Partial<typeof noPack>): Promise<string> {
  await keptPack.write(() => ({ ...noPack, about: 'x', askedAt: 1, ...kept }));
  render(<ThisPage />);
  await screen.findByText('7 managed by Okta');
  await act(async () => undefined);
  return document.body.textContent;
}

test('a page that the companion’s pack declares says so', async () => {
  expect(await shown({ version: '2026-12', pack })).toContain('Read as page pack 2026-12 of your companion describes it.');
});

test('a page that it does not declare says nothing, and neither does one without a pack', async () => {
  expect(await shown({ version: '2026-12', pack: { ...pack, pages: [] } })).not.toContain('pack');
  expect(await shown({})).not.toContain('pack');
});

test.each([
  ['other-release', 'Page pack 2026-12 of your companion is for other releases of Sourcemark'],
  ['unreadable', 'The page pack of your companion cannot be read by this release'],
] as const)('a pack that is not used (%s) says why', async (unused, words) => {
  expect(await shown({ version: '2026-12', unused })).toContain(words);
});

test('a report for whoever mends a page says what it was read by, and nothing of whom it shows', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.9.0' }) });
  await pages.write((old) => ({
    7: {
      ...(old['7'] ?? Object.values(old)[0]),
      page: 'okta.group',
      managed: { idp: 1, spekit: 0, unknown: 2 },
      missing: ['okta.group/heading'],
      by: { heading: -1, members: 1 },
      at: Date.now(),
      url: 'https://acme-admin.okta.com/admin/group/00g1emaKYZTWRYYRRTSK',
    },
  }));
  render(<ThisPage />);
  (await screen.findByRole('button', { name: 'Copy a report on this page' })).click();
  await screen.findByText('Copied');
  const report = String(writeText.mock.calls[0]?.[0]);
  expect(JSON.parse(report)).toMatchObject({
    sourcemark: '0.9.0',
    app: 'okta',
    page: 'okta.group',
    missing: ['okta.group/heading'],
    by: { heading: -1, members: 1 },
  });
  expect(report).not.toMatch(/acme|00g1/);
});
