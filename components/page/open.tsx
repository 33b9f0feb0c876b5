// components/page/ opens one of our own pages: in the theme and the language that are set, and anew when they change in any window.
// What may enter: what popup, side panel and options do before their first paint, and nothing that they show.
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { choose, readPackaged } from '../../locales/source.packaged.ts';
import { language, speak } from '../../locales/spoken.ts';
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
    choose(wanted === 'browser' ? null : await readPackaged(browser.runtime.getURL(`_locales/${wanted}/messages.json`)));
    speak();
    document.documentElement.lang = language();
    document.documentElement.dataset['spoken'] = wanted;
    if (title) document.title = title();
    root.render(page());
  };
  await show();
  settings.store.subscribe(() => void show());
  managedSettings.store.subscribe(() => void show());
}
