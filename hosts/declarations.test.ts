import { describe, expect, test } from 'vitest';
import { pageSchema } from '../contract/page-declaration.ts';
import { oktaPages } from './okta/index.ts';
import { spekitPages } from './spekit/index.ts';

const pages = [...oktaPages, ...spekitPages];

test('each page has an id of its own', () => {
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
});

describe.each(pages.map((page) => [page.id, page] as const))('%s', (_, page) => {
  test('is data that the schema accepts, also after a journey as JSON', () => {
    expect(pageSchema.parse(JSON.parse(JSON.stringify(page)))).toEqual(page);
  });

  test('can be recognised: by an address, or by at least two things it shows', () => {
    expect(page.path !== undefined || page.shows.length >= 2).toBe(true);
  });

  test('names its lists, controls and expectations once each', () => {
    for (const parts of [page.lists, page.controls, page.expects]) expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  });
});

describe('the schema', () => {
  const page = { id: 'okta.some', shows: [], lists: [], controls: [], expects: [] };

  test.each([
    ['words that are no regular expression', { lists: [{ id: 'a', kind: 'team', names: [{ column: '(' }] }] }],
    ['a locator of no known kind', { lists: [{ id: 'a', kind: 'team', names: [{ xpath: '//a' }] }] }],
    ['an act that has no rule', { controls: [{ id: 'a', action: 'okta.group.sing', name: 'x', of: 'team' }] }],
    ['an address elsewhere', { path: 'https://evil.example/' }],
    ['a field that it does not know', { script: 'alert(1)' }],
  ])('refuses %s', (_, part) => {
    expect(pageSchema.safeParse(page).success).toBe(true);
    expect(pageSchema.safeParse({ ...page, ...part }).success).toBe(false);
  });
});
