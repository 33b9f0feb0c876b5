import { describe, expect, test, vi } from 'vitest';
import { catalogOf } from '../../locales/catalog.ts';
import companion from '../../locales/en.companion.json' with { type: 'json' };
import en from '../../locales/en.json' with { type: 'json' };
import { messageName } from '../../locales/message-name.ts';
import { rules } from '../../ownership/rules.ts';
import { catalog } from '../../scripts/locales/catalogs.ts';
import { importsOf } from './imports.ts';
import { product, text } from './tree.ts';

// All that ships is searched for each word.
vi.setConfig({ testTimeout: 30_000 });

const english: [name: string, words: ReadonlyMap<string, string>][] = [
  ['the words of the extension', catalog('en')],
  ['the words of the companion', catalogOf({ marks: companion, pages: {}, teach: {}, mapping: {} })],
];
const shipped = product.map(text).join('\n');
/** Keys that are put together, with a group for each part that is a code: `marks.states.${state}`. */
const composed = [...shipped.matchAll(/`(\w[\w.-]*\.[^`\n]*\$\{[^`\n]*)`/g)].map(([, template = '']) => {
  const literal = template.split(/\$\{[^}]*\}/).map((part) => RegExp.escape(part));
  return new RegExp(`^${literal.join('([\\w.-]*)')}$`);
});

/** Whether code asks for it: `t('marks.idp')`; by a code that is written somewhere, as in `t(`marks.states.${state}`)`; or in the manifest. */
function isAsked(key: string): boolean {
  return (
    shipped.includes(`'${key}'`) ||
    shipped.includes(`__MSG_${messageName(key)}__`) ||
    composed.some((template) => template.exec(key)?.slice(1).every(isWritten) ?? false)
  );
}

/** As a string, or as a property's name. */
function isWritten(code: string): boolean {
  return code === '' || new RegExp(`['"\`]${RegExp.escape(code)}['"\`]|\\b${RegExp.escape(code)}:`).test(shipped);
}

test('every rule has its words, and no words are left of a rule that is gone: locales/en.json "reasons"', () => {
  expect(Object.keys(en.reasons).sort()).toEqual(rules.map((rule) => rule.id).sort());
});

describe.each(english)('%s', (_, words) => {
  test('are text, each of them', () => {
    expect([...words].filter(([, value]) => value.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('are used, each of them; take out what no code asks for', () => {
    expect([...words.keys()].filter((key) => !isAsked(key))).toEqual([]);
  });
});

test('a word that no code asks for is found', () => {
  expect(['marks.no-such', 'reasons.no-such.title', 'marks.states.no-such'].filter(isAsked)).toEqual([]);
});

test('words are asked for by `t` of locales/words.ts: who imports their file carries English alone, and all of it', () => {
  const may = /^(locales\/(english|companion)\.ts$|scripts\/)/;
  const carries = (file: string) => importsOf(file).some(({ target, typeOnly }) => !typeOnly && /^locales\/.*\.json$/.test(target));
  expect(product.filter((file) => !may.test(file) && carries(file))).toEqual([]);
});
