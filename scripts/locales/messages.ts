import { join } from 'node:path';
import { generateChromeMessagesText, parseMessagesObject } from '@wxt-dev/i18n/build';
import { messageName } from '../../locales/message-name.ts';
import { catalog, languages } from './catalogs.ts';

/** The browser's files of words, one a language, by where they stand in the extension. */
export function messageFiles(): { relativeDest: string; contents: string }[] {
  return languages.map((language) => ({
    relativeDest: join('_locales', language, 'messages.json'),
    contents: generateChromeMessagesText(parseMessagesObject(messagesOf(language))),
  }));
}

/** The words of a language by the names that the browser knows them under. */
export function messagesOf(language: string): Record<string, string> {
  return Object.fromEntries([...catalog(language)].map(([key, words]) => [messageName(key), words]));
}
