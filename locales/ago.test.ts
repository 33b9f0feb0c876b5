import { expect, test } from 'vitest';
import { ago, agoShort } from './ago.ts';

const now = Date.UTC(2026, 10, 24, 16, 20);
const s = 1_000;
const min = 60 * s;
const h = 60 * min;
const d = 24 * h;

test.each([
  [0, '0 seconds ago', '0 s'],
  [999, '0 seconds ago', '0 s'],
  [s, '1 second ago', '1 s'],
  [12.9 * s, '12 seconds ago', '12 s'],
  [min - 1, '59 seconds ago', '59 s'],
  [min, '1 minute ago', '1 min'],
  [h - 1, '59 minutes ago', '59 min'],
  [h, '1 hour ago', '1 h'],
  [5.5 * h, '5 hours ago', '5 h'],
  [d - 1, '23 hours ago', '23 h'],
  [d, '1 day ago', '1 d'],
  [400 * d, '400 days ago', '400 d'],
])('%i ms ago is told as %o, in short %o', (passed, long, short) => {
  expect(ago(now - passed, now)).toBe(long);
  expect(agoShort(now - passed, now)).toBe(short);
});

test('a clock that runs ahead counts as now', () => {
  expect(ago(now + d, now)).toBe('0 seconds ago');
  expect(agoShort(now + d, now)).toBe('0 s');
});
