import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('without options everything is measured, and docs/benchmarks.md is written', () => {
  expect(readOptions(['scim'])).toEqual({
    parts: ['scim'],
    users: [1_000, 10_000, 100_000],
    peers: ['scimmy', 'polis-memory', 'polis-sqlite'],
    pace: { seconds: 2, rounds: 3, connections: [1, 16] },
    quick: false,
    document: 'docs/benchmarks.md',
  });
});

test('a quick run is small, and leaves docs/benchmarks.md alone', () => {
  const { users, pace, document } = readOptions(['--quick', '--peers', 'none']);
  expect([users, pace.rounds, document]).toEqual([[1_000], 1, '.cache/benchmarks.md']);
});

test('each can be narrowed', () => {
  const { users, peers, pace } = readOptions(['--users', '10000,1000', '--peers', 'scimmy', '--seconds', '0.5', '--connections', '16']);
  expect([users, peers, pace.seconds, pace.connections]).toEqual([[1_000, 10_000], ['scimmy'], 0.5, [16]]);
});

test('what cannot be is refused in words', () => {
  expect(() => readOptions(['--users', 'many'])).toThrow('--users takes numbers');
  expect(() => readOptions(['--peers', 'okta'])).toThrow('--peers takes all, none');
});
