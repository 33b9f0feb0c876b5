import { afterEach, expect, test, vi } from 'vitest';
import { read } from './source.browser.ts';

afterEach(() => vi.unstubAllGlobals());

test('the browser is asked under the name that it knows a key by', () => {
  const getMessage = vi.fn((name: string) => (name === 'links_okta_push_groups' ? 'Push Groups in Okta öffnen' : ''));
  vi.stubGlobal('chrome', { i18n: { getMessage } });
  expect([read('links.okta.push-groups'), read('marks.no-such')]).toEqual(['Push Groups in Okta öffnen', '']);
});

test('an extension that is gone has no words, and breaks nothing', () => {
  const gone = () => {
    throw new Error('Extension context invalidated.');
  };
  vi.stubGlobal('chrome', { i18n: { getMessage: gone } });
  expect(read('marks.idp')).toBe('');
  vi.stubGlobal('chrome', {});
  expect(read('marks.idp')).toBe('');
});
