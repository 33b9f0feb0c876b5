import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogOf } from '../../locales/catalog.ts';

const folder = fileURLToPath(new URL('../../locales/', import.meta.url));

/** The languages that there are words in: whoever adds `fr.json` and its sisters has added one. */
export const languages: readonly string[] = readdirSync(folder)
  .flatMap((file) => /^([a-z]{2})\.json$/.exec(file)?.[1] ?? [])
  .sort();

/** All words of a language by their keys. */
export function catalog(language: string): ReadonlyMap<string, string> {
  const read = (file: string): object => JSON.parse(readFileSync(`${folder}${file}.json`, 'utf8'));
  return catalogOf({
    marks: read(language),
    pages: read(`${language}.pages`),
    teach: read(`${language}.teach`),
    mapping: read(`${language}.mapping`),
  });
}
