import { messageName } from './message-name.ts';

/** Words of a language by the names that the browser knows them under. */
export type Packaged = Readonly<Record<string, string>>;

/** Under this symbol lie the words of a language that somebody has chosen, in our own pages, in the worker, and in the isolated world of a
 *  tab, where the worker puts them: so that no bundle carries any. */
export const chosenWords = Symbol.for('sourcemark.words');

/** What the package has in a language. `url`: of its `_locales/<language>/messages.json`. Null where there is no such file. */
export async function readPackaged(url: string): Promise<Packaged | null> {
  try {
    const messages: Record<string, { message: string }> = await (await fetch(url)).json();
    return Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, message]));
  } catch {
    return null;
  }
}

/** The words of a key in the language that was chosen; undefined where none was. */
export function readChosen(key: string): string | undefined {
  const words: Packaged | undefined = Reflect.get(globalThis, chosenWords);
  return words?.[messageName(key)];
}

/** Has these words spoken from now on in this context; null: the browser's own. */
export function choose(words: Packaged | null): void {
  if (words === null) Reflect.deleteProperty(globalThis, chosenWords);
  else Reflect.set(globalThis, chosenWords, words);
}
