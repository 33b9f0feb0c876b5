// test/house/ walks the repository and holds what no compiler does: who may import whom, that lists are whole, that words and documents are true.
// What may enter: tests of the house itself, each with a message that names the remedy, and the tables they hold it to.
// What is said of the finished bundles lies in built/, for it needs a build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Made by programs, or not ours. */
const made = new Set(['node_modules', '.git', '.output', '.wxt', 'dist', 'test-results', 'playwright-report', '.cache']);

/** Paths of all files of the repository, relative to its root, with `/`, in order. */
export const files: readonly string[] = walk('').sort();

/** Hand-written code of any kind. */
export const code = files.filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file));

/** Code that ships or runs for a user: no test, and not what only tests use. */
export const product = code.filter((file) => !isTest(file) && !file.startsWith('test/'));

/** A test, a part that a room's own tests share, in its folder `testing/`, or how tests are run. */
export function isTest(file: string): boolean {
  return /\.(test|spec)\.tsx?$|\/testing\/|^(vitest|playwright)\.config\.ts$/.test(file);
}

const kept = new Map<string, string>();

export function text(file: string): string {
  const known = kept.get(file) ?? readFileSync(join(root, file), 'utf8');
  kept.set(file, known);
  return known;
}

/** The folder at the root that a file lies in; '' for files of the root itself. */
export function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (made.has(entry.name) || path === 'data') return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}
