import { expect, test } from 'vitest';
import { percentile, summarise } from './latencies.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test('a percentile is one of the values, by nearest rank', () => {
  expect([0, 0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 99, 100]);
  expect(percentile([7], 0.99)).toBe(7);
  expect(() => percentile([], 0.5)).toThrow('nothing');
});

test('a rate is over the time that the run really took', () => {
  expect(summarise(hundred, 4)).toEqual({ perSecond: 25, p50: 50, p99: 99 });
});
