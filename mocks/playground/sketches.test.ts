import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSketches, sketchFor } from './sketches.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-sketches-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a sketch answers on each name of its host, at its path alone', async () => {
  await writeFile(join(folder, 'okta.people.html'), '<meta name="address" content="/admin/users"><h1>People</h1>');
  const sketches = await readSketches(folder);
  expect(sketchFor(sketches, 'acme-admin.okta.com', '/admin/users')?.html).toContain('People');
  expect(sketchFor(sketches, 'acme-admin.okta.localhost', '/admin/users')?.html).toContain('People');
  expect(sketchFor(sketches, 'app.spekit.co', '/admin/users')).toBeUndefined();
  expect(sketchFor(sketches, 'acme-admin.okta.com', '/admin/users/1')).toBeUndefined();
});

test('without a folder there are none', async () => {
  expect(await readSketches(join(folder, 'none'))).toEqual([]);
});

test.each([
  ['github.people.html', '<meta name="address" content="/admin/users">'],
  ['okta.people.html', '<h1>People</h1>'],
])('%s with %o is refused in words', async (file, html) => {
  await writeFile(join(folder, file), html);
  await expect(readSketches(folder)).rejects.toThrow(`The sketch ${file} must be named`);
});
