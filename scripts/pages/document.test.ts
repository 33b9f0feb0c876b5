import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oktaPages } from '../../hosts/okta/index.ts';
import { spekitPages } from '../../hosts/spekit/index.ts';
import { pagesDocument } from './document.ts';

test('docs/pages.md is what the declarations say: run `npm run pages` and commit it', () => {
  const written = readFileSync(new URL('../../docs/pages.md', import.meta.url), 'utf8');
  expect(written).toBe(pagesDocument());
});

test('every page has a chapter that says what it is', () => {
  const document = pagesDocument();
  for (const { id } of [...oktaPages, ...spekitPages]) expect(document).toMatch(new RegExp(`\\n## ${id.replace('.', '\\.')}\\n\\n\\S`));
});
