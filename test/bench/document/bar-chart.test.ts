import { expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';

const chart = barChart('Creates & more', [
  {
    name: 'create',
    bars: [
      { series: 'ours', value: 200, words: '200' },
      { series: 'theirs', value: 50, words: '50' },
      { series: 'others', value: null, words: '> 20 s' },
    ],
  },
  { name: 'get', bars: [{ series: 'theirs', value: 3, words: '3' }] },
]);

const widths = [...chart.matchAll(/width="([\d.]+)" height="11" class="(s\d)"/g)].map(([, width, series]) => [Number(width), series]);

test('bars are as long as their share of the longest in their group, in the color of their series', () => {
  expect(widths).toEqual([
    [540, 's0'],
    [135, 's1'],
    [0, 's2'],
    [540, 's1'],
  ]);
});

test('what is written is escaped', () => {
  expect(chart).toContain('Creates &#38; more');
  expect(chart).toContain('&#62; 20 s');
});
