import { expect, test } from 'vitest';
import { guide } from '../../ownership/guide.ts';
import { type Rule, rules } from '../../ownership/rules.ts';
import { notARule } from './not-a-rule.ts';
import { text } from './tree.ts';

const ids = Object.keys(guide);
const cited = new Set<string>(rules.flatMap((rule: Rule) => rule.cites));

test('the sentences are the article, word for word and whole', () => {
  const article = text('docs/spekit-okta-guide.txt')
    .split(/\r?\n/)
    .map((line) => line.replace(/^- /, '').trim())
    .filter((line) => line !== '')
    .join(' ');
  expect(Object.values(guide).join(' ')).toBe(article);
});

test('every sentence is cited by a rule, or stands in test/house/not-a-rule.ts with its reason', () => {
  expect(ids.filter((id) => !cited.has(id) && !(id in notARule))).toEqual([]);
});

test('no sentence stands there that a rule cites: take it out of test/house/not-a-rule.ts', () => {
  expect(Object.keys(notARule).filter((id) => cited.has(id))).toEqual([]);
});

test('a rule cites the guide; one that only the house asks for says so with `design`', () => {
  expect(rules.filter((rule: Rule) => rule.cites.length === 0).map((rule) => rule.id)).toEqual([]);
  expect([...cited].filter((id) => id !== 'design' && !ids.includes(id))).toEqual([]);
});
