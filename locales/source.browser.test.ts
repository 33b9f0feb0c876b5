import { afterEach, expect, test, vi } from 'vitest';
import { read } from './source.browser.ts';
import { choose } from './source.packaged.ts';

afterEach(() => vi.unstubAllGlobals());

test('the browser is asked under the name that it knows a key by', () => {
  const getMessage = vi.fn((name: string) => (name === 'links_okta_push_groups' ? 'Push Groups in Okta öffnen' : ''));
  vi.stubGlobal('chrome', { i18n: { getMessage } });
  expect([read('links.okta.push-groups'), read('marks.no-such')]).toEqual(['Push Groups in Okta öffnen', '']);
});

test('words that somebody has chosen come before the browser’s; what they lack is the browser’s', () => {
  vi.stubGlobal('chrome', { i18n: { getMessage: (name: string) => `the browser’s ${name}` } });
  choose({ marks_idp: 'Okta が管理' });
  expect([read('marks.idp'), read('marks.two')]).toEqual(['Okta が管理', 'the browser’s marks_two']);
  choose(null);
  expect(read('marks.idp')).toBe('the browser’s marks_idp');
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
