import { describe, expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import { rules } from '../../ownership/rules.ts';
import { files, product, text } from './tree.ts';

const catalogs = files.filter((file) => /^locales\/[^/]+\.json$/.test(file));
const shipped = product.map(text).join('\n');

interface Leaf {
  path: string[];
  words: unknown;
}

function leaves(value: unknown, path: string[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, words: value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** Whether code asks for it: `marks.idp`, `marks['idp-never']`, `{ none, one } = dialog.members`, `'start.listening'` (a code with its
 *  section), or by a code that is written somewhere: `nameless[kind]`,
 *  `reasons[reason]` with the keys of each. */
function isAsked({ path }: Leaf): boolean {
  const key = path.at(-1) ?? '';
  const section = path.at(-2);
  if (section === undefined) return new RegExp(`\\b${RegExp.escape(key)}\\b`).test(shipped);
  const [a, b] = [RegExp.escape(section), RegExp.escape(key)];
  const direct = new RegExp(
    `\\b${a}(?:\\??\\.|\\[['"])${b}\\b|['"]${a}\\.${b}['"]|\\{[^{}]*\\b${b}\\b[^{}]*\\} = [\\w.]*\\b${a}\\b(?!\\.)`,
  );
  if (direct.test(shipped)) return true;
  const byCode = (name: string): boolean => new RegExp(`\\b${RegExp.escape(name)}\\[(?!['"])`).test(shipped);
  if (byCode(section)) return isWritten(key);
  const record = path.at(-3);
  return record !== undefined && byCode(record) && isWritten(section) && new RegExp(`\\b${b}\\b`).test(shipped);
}

/** As a string, a property's name, or composed: `${field}-hint`. */
function isWritten(key: string): boolean {
  const [start = '', end = ''] = [key.slice(0, key.indexOf('-')), key.slice(key.lastIndexOf('-'))];
  return (
    new RegExp(`['"\`]${RegExp.escape(key)}['"\`]|\\b${RegExp.escape(key)}:`).test(shipped) ||
    (key.includes('-') && (shipped.includes(`}${end}\``) || shipped.includes(`\`${start}-\${`)))
  );
}

test('every rule has its words, and no words are left of a rule that is gone: locales/en.json "reasons"', () => {
  expect(Object.keys(en.reasons).sort()).toEqual(rules.map((rule) => rule.id).sort());
});

describe.each(catalogs)('%s', (file) => {
  const all = leaves(JSON.parse(text(file)));

  test('every word is text', () => {
    expect(all.filter(({ words }) => typeof words !== 'string' || words.trim() === '').map(({ path }) => path.join('.'))).toEqual([]);
  });

  test('every word is used; take out one that no code asks for', () => {
    expect(all.filter((leaf) => !isAsked(leaf)).map(({ path }) => path.join('.'))).toEqual([]);
  });
});
