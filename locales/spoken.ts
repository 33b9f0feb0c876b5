import { read } from '#words';

/** Where words come from: the words of a key, '' where there are none. */
export type Source = (key: string) => string;

let source: Source = read;
/** The browser is asked for a word once. */
const known = new Map<string, string>();

/** The words of a key as they are written, with their places unfilled. */
export function written(key: string): string {
  let words = known.get(key);
  if (words === undefined) {
    words = source(key);
    // What could not be read now may be read later.
    if (words !== '') known.set(key, words);
  }
  return words;
}

/** The language of the words, as a BCP 47 tag. It need not be the browser's: in a language that we do not have, the words are English. */
export function language(): string {
  return written('language') || 'en';
}

/** Takes all words from there from now on; without a source, from where they came at first. */
export function speak(from: Source = read): void {
  source = from;
  known.clear();
}
