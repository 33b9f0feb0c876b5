import browser from 'webextension-polyfill';
import { choose, type Packaged, readPackaged } from '../locales/source.packaged.ts';
import { speak } from '../locales/spoken.ts';
import { effectiveSettings } from '../stores/settings.ts';

/** The words of the language that is set; null: the browser's own. */
export async function chosenWords(): Promise<Packaged | null> {
  const { language } = await effectiveSettings();
  return language === 'browser' ? null : readPackaged(browser.runtime.getURL(`_locales/${language}/messages.json`));
}

/** From now on the worker's own words are in the language that is set. */
export async function speakAsSet(): Promise<void> {
  choose(await chosenWords());
  speak();
}
