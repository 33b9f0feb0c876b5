import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parts } from '../parts.ts';
import { replaceSection } from './section.ts';

const document = readFileSync(new URL('../../../docs/benchmarks.md', import.meta.url), 'utf8');

test('docs/benchmarks.md has a section of each part, and another text leaves the rest as it is', () => {
  const texts = Object.keys(parts).map((part) => `New figures of ${part}.`);
  const all = Object.keys(parts).reduce((text, part, index) => replaceSection(text, part, texts[index] ?? ''), document);
  for (const text of texts) expect(all.split(text)).toHaveLength(2);
  expect(all.slice(0, all.indexOf('<!--'))).toBe(document.slice(0, document.indexOf('<!--')));
  expect(Object.keys(parts).reduce((text, part, index) => replaceSection(text, part, texts[index] ?? ''), all)).toBe(all);
});

test('a document without the section is refused', () => {
  expect(() => replaceSection('# Benchmarks', 'scim', 'text')).toThrow('no section');
});
