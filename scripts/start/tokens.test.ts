import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptTokens } from './tokens.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcemark-tokens-'));
  file = join(folder, 'data', 'tokens.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('the first start makes two tokens, every later one finds them', () => {
  const made = keptTokens(file);
  expect(made.scim).toMatch(/^[\w-]{43}$/);
  expect(made.admin).not.toBe(made.scim);
  expect(keptTokens(file)).toEqual(made);
});

test('only this user can read them', () => {
  keptTokens(file);
  // Windows knows no such modes: a file there belongs to its user by the folder it lies in.
  expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
});

test('a file that holds no tokens is made anew', () => {
  keptTokens(file);
  writeFileSync(file, '{"scim":"","admin":3}');
  expect(keptTokens(file).admin).toHaveLength(43);
});
