import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../ownership/rules.ts';
import { rulesDocument } from './document.ts';

test('docs/rules.md is what the table says: run `npm run rules` and commit it', () => {
  const written = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(written).toBe(rulesDocument());
});

test('every rule has a chapter', () => {
  const document = rulesDocument();
  expect(rules.filter((rule) => !document.includes(`\n## ${rule.id}\n`))).toEqual([]);
});
