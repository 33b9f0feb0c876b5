import browser from 'webextension-polyfill';
import { choose, type Packaged, readPackaged } from '../locales/source.packaged.ts';
import { speak } from '../locales/spoken.ts';
import { effectiveSettings } from '../stores/settings.ts';

/** The words of the language that is set; null: the browser's own. */
export async function chosenWords(): Promise<Packaged | null> {
  const { language } = await effectiveSettings();
  return language === 'browser' ? null : wordsIn(language);
}

function wordsIn(language: string): Promise<Packaged | null> {
  return readPackaged(browser.runtime.getURL(`_locales/${language}/messages.json`));
}

let ofMarks: Promise<Packaged | null> | null = null;

/** What marks and strips say, in the browser's language. A page that asks the browser for its first word waits until it has been given
 *  all of them, some 120 kB. */
export function wordsOfMarks(): Promise<Packaged | null> {
  ofMarks ??= wordsIn(browser.i18n.getMessage('language')).then(
    (words) =>
      words &&
      Object.fromEntries(Object.entries(words).filter(([name]) => /^(language$|(marks|strip|ago|joined|merging|wait)_)/.test(name))),
  );
  return ofMarks;
}

/** From now on the worker's own words are in the language that is set. */
export async function speakAsSet(): Promise<void> {
  choose(await chosenWords());
  speak();
}
