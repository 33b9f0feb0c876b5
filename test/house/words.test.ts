import { describe, expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import { rules } from '../../ownership/rules.ts';
import { files, product, text } from './tree.ts';

const catalogs = files.filter((file) => /^locales\/[^/]+\.json$/.test(file));
/** Names, properties and strings of all code that ships: where a word would be asked for. */
const asked = new Set(product.flatMap((file) => text(file).match(/[\w$][\w$.-]*/g) ?? []).flatMap((token) => [token, ...token.split('.')]));

/** Keys that are put together: `${field}-hint` asks for every key of that shape. */
const composed = product.flatMap((file) => [...text(file).matchAll(/`([\w.-]*\$\{[^`]*?)`/g)].flatMap(([, key]) => shapeOf(key ?? '')));

function shapeOf(template: string): RegExp[] {
  const parts = template.split(/\$\{[^}]*\}/);
  return parts.every((part) => /^[\w.-]*$/.test(part)) && parts.some((part) => part.length > 2)
    ? [new RegExp(`^${parts.join('[\\w.]+')}$`)]
    : [];
}

function isAsked(key: string): boolean {
  return asked.has(key) || composed.some((shape) => shape.test(key));
}

function leaves(value: unknown, path: string[] = []): { path: string[]; words: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, words: value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
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
    expect(all.filter(({ path }) => !path.every(isAsked)).map(({ path }) => path.join('.'))).toEqual([]);
  });
});
