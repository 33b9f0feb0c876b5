// components/page/ opens one of our own pages: in the theme and the language that are set, and anew when they change in any window.
// What may enter: what popup, side panel and options do before their first paint, and nothing that they show.
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { choose, readPackaged } from '../../locales/source.packaged.ts';
import { language, speak, written } from '../../locales/spoken.ts';
import { effectiveSettings, managedSettings, settings } from '../../stores/settings.ts';
import type { ChosenLanguage } from '../../stores/settings-schema.ts';

/** Renders a page of ours. `title`: asked for in the language that is spoken then. */
export async function openPage(page: () => ReactElement, title?: () => string): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) return;
  const root = createRoot(element);
  let spoken: ChosenLanguage = 'browser';
  const show = async () => {
    // What cannot be read now is told by the page itself.
    const set = await effectiveSettings().catch(() => null);
    document.documentElement.style.colorScheme = set === null || set.theme === 'system' ? '' : set.theme;
    const wanted = set?.language ?? 'browser';
    if (wanted === spoken && document.documentElement.dataset['spoken'] !== undefined) return;
    spoken = wanted;
    choose(wanted === 'browser' ? null : await packaged(wanted));
    speak();
    if (written('language') === '') await speakAnyway();
    document.documentElement.lang = language();
    document.documentElement.dataset['spoken'] = wanted;
    if (title) document.title = title();
    root.render(page());
  };
  await show();
  settings.store.subscribe(() => void show());
  managedSettings.store.subscribe(() => void show());
}

/** A busy browser now and then has no words for a page that it opens: then they come from the package, in its language or in English. */
async function speakAnyway(): Promise<void> {
  choose((await packaged(navigator.language.split('-')[0] ?? 'en')) ?? (await packaged('en')));
  speak();
}

const packaged = (tag: string) => readPackaged(browser.runtime.getURL(`_locales/${tag}/messages.json`));
