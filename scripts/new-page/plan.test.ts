import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageSchema } from '../../contract/page-declaration.ts';
import { planPage, readNewPage } from './plan.ts';
import { isRendered } from './rendered.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let copy = '';

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'sourcemark-new-page-'));
  for (const part of ['hosts', 'test/house', 'ownership', 'contract', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

function write(args: string[], rendered = false): string[] {
  const plan = planPage(copy, readNewPage(args), rendered);
  for (const [file, content] of plan) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), content);
  }
  return [...plan.keys()];
}

const load = (file: string): Promise<Record<string, unknown>> => import(/* @vite-ignore */ join(copy, file));

describe.each([
  ['okta.app-assignments', 'oktaPages', { id: 'okta.app-assignments', path: '/admin/app-assignments' }],
  ['spekit.pending-invitations', 'spekitPages', { id: 'spekit.pending-invitations' }],
] as const)('%s', (id, list, expected) => {
  const [host, name] = id.split('.');

  test('is a valid declaration, the last of its list, with a way in each rendering, a sketch and a test', async () => {
    const files = write([id]);
    expect(files).toEqual([
      `hosts/${host}/${name}.ts`,
      `hosts/${host}/index.ts`,
      'test/house/ways.ts',
      `hosts/${host}/${name}.spec.ts`,
      `mocks/playground/sketches/${id}.html`,
    ]);
    const pages = (await load(`hosts/${host}/index.ts`))[list] as unknown[];
    expect(pageSchema.parse(pages.at(-1))).toMatchObject(expected);
    const { ways } = (await load('test/house/ways.ts')) as { ways: Record<string, unknown[]> };
    expect(ways[id]).toHaveLength(2);
  });
});

test('a page that a replica shows already needs no sketch', () => {
  expect(isRendered({ host: 'okta', name: 'people', address: '/admin/users' })).toBe(true);
  expect(isRendered({ host: 'okta', name: 'people', address: '/admin/nowhere' })).toBe(false);
  expect(isRendered({ host: 'spekit', name: 'tokens', address: '/app/settings/nowhere' })).toBe(false);
  expect(write(['okta.people-list', '--at', '/admin/users'], true)).not.toContain('mocks/playground/sketches/okta.people-list.html');
});

test('two pages after one another stand both in list and ways', async () => {
  write(['okta.one']);
  write(['okta.two', '--at', '/admin/two']);
  const pages = (await load('hosts/okta/index.ts'))['oktaPages'] as { id: string }[];
  expect(pages.slice(-2).map(({ id }) => id)).toEqual(['okta.one', 'okta.two']);
});

test.each([
  [['people']],
  [['github.people']],
  [['okta.People']],
  [['okta.people', '--at', 'admin']],
  [['okta.people', '/admin/users']],
  [[]],
])('%j is refused in words', (args) => {
  expect(() => readNewPage(args)).toThrow(/is no page|Say where/);
});

test('a page that is there already is refused', () => {
  expect(() => write(['okta.group'])).toThrow('okta.group is there already: hosts/okta/group.ts.');
});
