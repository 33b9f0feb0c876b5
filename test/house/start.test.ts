import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';

/** Packages that are loaded with a file: what it imports at its top, and what that imports. An `import()` within a function is not. */
function loadedWith(file: string): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const { target, relative, typeOnly, late } of importsOf(next)) {
      if (typeOnly || late) continue;
      if (!relative) packages.add(target);
      else if (target.endsWith('.ts')) waiting.push(target);
    }
  }
  return packages;
}

test('a companion starts without what it may never be asked for: import it where it is asked for', () => {
  const packages = loadedWith('backend/run.ts');
  expect(packages).toContain('fastify');
  expect([...packages].filter((name) => ['zod', 'pg', 'hucre', 'swagger-ui-dist'].includes(name))).toEqual([]);
});
