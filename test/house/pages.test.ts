import { describe, expect, test } from 'vitest';
import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { pageSchema } from '../../contract/page-declaration.ts';
import { oktaPages } from '../../hosts/okta/index.ts';
import { spekitPages } from '../../hosts/spekit/index.ts';
import { files, isTest } from './tree.ts';
import { renderings, ways } from './ways.ts';

const lists = { okta: oktaPages, spekit: spekitPages };

/** The declaration that a file of hosts/ exports; undefined for one that holds something else. */
async function declaredIn(file: string): Promise<PageDeclaration | undefined> {
  const exported: Record<string, unknown> = await import(`../../${file}`);
  return Object.values(exported).find((value): value is PageDeclaration => pageSchema.safeParse(value).success);
}

describe.each(['okta', 'spekit'] as const)('hosts/%s/', (host) => {
  const own = files.filter(
    (file) => file.startsWith(`hosts/${host}/`) && file.endsWith('.ts') && !isTest(file) && !file.endsWith('/index.ts'),
  );

  test('every declaration is in the list of hosts/<host>/index.ts, and named after its file', async () => {
    for (const file of own) {
      const declared = await declaredIn(file);
      if (declared === undefined) continue;
      expect(`hosts/${declared.id.replace('.', '/')}.ts`).toBe(file);
      expect(lists[host].map(({ id }) => id)).toContain(declared.id);
    }
  });

  test.each(lists[host].map(({ id }) => [id]))('%s has a way to it in each rendering of the playground: test/house/ways.ts', (id) => {
    expect((ways[id] ?? []).map(({ rendering }) => rendering).sort()).toEqual([...renderings[host]].sort());
  });
});

test('no way leads to a page that is not declared', () => {
  const ids = [...oktaPages, ...spekitPages].map(({ id }) => id);
  expect(Object.keys(ways).filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
