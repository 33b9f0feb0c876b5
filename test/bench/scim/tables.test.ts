import { expect, test } from 'vitest';
import type { Cell, ScimResults } from './results.ts';
import { comparison, flatness } from './tables.ts';

const at = (perSecond: number, odd: string | null = null): Cell => ({ measured: { perSecond, p50: 1, p99: 2 }, odd });

const directory = {
  people: 1_000,
  rows: [
    {
      operation: 'get',
      connections: 16,
      cells: { Ours: at(20_000), Kept: at(50_000), Memory: at(10_000, 'caps pages'), Other: at(8_000), 'bare Fastify': at(40_000) },
    },
    { operation: 'create', connections: 16, cells: { Ours: at(9_000), Kept: { none: 'failed' }, Memory: { none: '> 20 s' } } },
    { operation: 'get', connections: 1, cells: { Ours: at(5_000) } },
  ],
  footprints: {},
} satisfies ScimResults['directories'][number];

const results: ScimResults = {
  directories: [directory, { ...directory, people: 10_000, rows: [{ operation: 'get', connections: 16, cells: { Ours: at(18_000) } }] }],
  compared: 1_000,
  services: [
    { name: 'Ours', isDurable: true },
    { name: 'Kept', isDurable: true },
    { name: 'Memory', isDurable: false },
    { name: 'Other', isDurable: false },
  ],
  floors: ['bare Fastify'],
  inserts: {},
  node: 50,
};

test('services stand side by side, with the ratio to the quickest in memory and to the floor of the same request', () => {
  const lines = comparison(results, directory, 16).split('\n');
  expect(lines[2]).toBe('| get | **20,000** | 1.00 | 2.00 | 50,000 | 10,000 <sup>1</sup> | 8,000 | 2 × | 50 % |');
  expect(lines.at(-1)).toBe('<sup>1</sup> caps pages');
});

test('what has no figure says why, and is compared with nothing', () => {
  expect(comparison(results, directory, 16)).toContain('| create | **9,000** | 1.00 | 2.00 | failed | > 20 s |  |  |  |');
});

test('our own figures stand by the size of the directory', () => {
  expect(flatness(results, 16).split('\n')).toEqual([
    '|  | 1,000 people | 10,000 people | largest : smallest |',
    '| --- | --: | --: | --: |',
    '| get | 20,000 | 18,000 | 0.90 |',
    '| create | 9,000 |  |  |',
  ]);
});
