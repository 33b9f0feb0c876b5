import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { t } from '../../locales/words.ts';
import { settings } from '../../stores/settings.ts';
import { openPage } from './open.tsx';

// As in the built extension, where the browser has the words.
vi.mock('#words', () => import('../../locales/source.browser.ts'));

const titles: Record<string, string> = { en: 'Sourcemark options', de: 'Sourcemark-Optionen', ja: 'Sourcemark のオプション' };

beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const language = /_locales\/(\w+)\/messages.json$/.exec(String(input))?.[1] ?? '';
    return Response.json({ language: { message: language }, options_title: { message: titles[language] } });
  });
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://x/${path}` });
  document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'root' }));
});
afterEach(() => vi.restoreAllMocks());

const Page = () => <h1>{t('options.title')}</h1>;

test('a page opens in the theme and language that are set, and follows them without a reload', async () => {
  await settings.write((old) => ({ ...old, theme: 'dark', language: 'de' }));
  await openPage(
    () => <Page />,
    () => t('options.title'),
  );
  await screen.findByRole('heading', { name: 'Sourcemark-Optionen' });
  expect([document.title, document.documentElement.lang]).toEqual(['Sourcemark-Optionen', 'de']);
  expect(document.documentElement.style.colorScheme).toBe('dark');
  await settings.write((old) => ({ ...old, theme: 'system', language: 'ja' }));
  await waitFor(() => expect(document.documentElement.lang).toBe('ja'));
  await screen.findByRole('heading', { name: 'Sourcemark のオプション' });
  expect(document.documentElement.style.colorScheme).toBe('');
});

test('where the browser has no words for a page, they come from the package', async () => {
  vi.stubGlobal('chrome', { i18n: { getMessage: () => '' } });
  await settings.write((old) => ({ ...old, language: 'browser' }));
  delete document.documentElement.dataset['spoken'];
  await openPage(() => <Page />);
  await screen.findByRole('heading', { name: 'Sourcemark options' });
  vi.unstubAllGlobals();
});
