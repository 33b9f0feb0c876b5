/** The words of one language, as they stand in its files: of marks and dialogs, of our own pages, of teaching a page, of the page of the mapping. */
export interface Files {
  marks: object;
  pages: object;
  teach: object;
  mapping: object;
}

/** All words of a language by their keys: `marks.two`, `links.okta.user`, `teach.title`. */
export function catalogOf({ marks, pages, teach, mapping }: Files): ReadonlyMap<string, string> {
  return new Map(leaves({ ...marks, ...pages, teach, mapping }));
}

function* leaves(words: object, before = ''): Generator<[key: string, words: string]> {
  for (const [key, value] of Object.entries(words))
    if (typeof value === 'object') yield* leaves(value, `${before}${key}.`);
    else yield [before + key, String(value)];
}
