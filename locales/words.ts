// locales/ holds every word that a person reads, keyed by code, and the few functions that fill them in.
// What may enter: words (JSON) and pure formatting of facts into them. It may import ownership/ only.
// In the extension the browser keeps the words (`_locales/`), elsewhere they are English: `#words` in package.json decides.
import type marks from './en.json';
import type mapping from './en.mapping.json';
import type pages from './en.pages.json';
import type teach from './en.teach.json';
import { type Facts, fill } from './fill.ts';
import { number, pluralOf } from './formats.ts';
import { written } from './spoken.ts';

type Paths<Words> = { [Key in keyof Words & string]: Words[Key] extends string ? Key : `${Key}.${Paths<Words[Key]>}` }[keyof Words &
  string];

/** The words as English has them; every other language has the same keys. */
export type Words = typeof marks & typeof pages & { teach: typeof teach; mapping: typeof mapping };

/** What stands in the words' files, as a path: `marks.two`, `links.okta.user`, `teach.title`. */
export type WordKey = Paths<Words>;

const formats = { number, pluralOf };

/** The words of a key in the language of the reader, with the facts in their places. A number is written as that language writes it. */
export function t(key: WordKey, facts?: Facts): string {
  const words = written(key);
  return facts ? fill(words, facts, formats) : words;
}
