import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allStored } from './all.ts';
import { readStored, upgrade, type Versioned } from './versions.ts';

// An example is what a release really stored. Once released it is never edited: a new version gets a new file.

const pairs = Object.entries(allStored).flatMap(([name, { declared }]) =>
  Array.from({ length: declared.version }, (_, index) => ({ name, declared, v: index + 1 })),
);

function exampleOf(name: string, v: number): unknown {
  const path = `stores/examples/${name}/${v}.json`;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path} is missing. Save there what a release with version ${v} of "${name}" has stored.`);
  }
}

test.each(pairs)('$name: what version $v has stored is what every later version makes of it', ({ name, declared, v }) => {
  const older = { v, data: exampleOf(name, v) };
  for (let target = v; target <= declared.version; target += 1) {
    const asOf: Versioned<unknown> = { ...declared, version: target };
    // Only the newest schema is still in the code: the steps in between are compared with their examples.
    const made = target === declared.version ? upgrade(asOf, older) : steps(asOf, older);
    expect(made).toEqual({ value: exampleOf(name, target) });
  }
});

test.each(Object.entries(allStored))('%s: what is stored first is a value of the schema', (_name, { declared }) => {
  const reading = readStored<unknown>(declared, { v: declared.version, data: declared.initial });
  expect(reading).toEqual({ is: 'current', value: declared.initial });
});

function steps(declared: Versioned<unknown>, older: { v: number; data: unknown }): { value: unknown } {
  let data = structuredClone(older.data);
  for (let v = older.v + 1; v <= declared.version; v += 1) data = declared.migrations[v]?.(data);
  return { value: data };
}
