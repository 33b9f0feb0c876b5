import { messageName } from './message-name.ts';
import { readChosen } from './source.packaged.ts';

declare const chrome: { i18n: { getMessage(name: string): string } };

/** The words of a key in the language that somebody has chosen, else in that which the browser has chosen among ours; '' where it has none, or the extension is gone. */
export function read(key: string): string {
  const words = readChosen(key);
  if (words !== undefined) return words;
  try {
    return chrome.i18n.getMessage(messageName(key));
  } catch {
    // A page may still ask after an update of the extension, when the browser answers no more.
    return '';
  }
}
