import { expect, test } from 'vitest';
import { stamp } from './times.ts';

test.each([
  ['2025-04-02T18:37:24.000Z', '04-02-2025 06:37:24PM UTC'],
  ['2025-04-02T00:05:09.000Z', '04-02-2025 12:05:09AM UTC'],
  ['2025-12-31T12:00:00.000Z', '12-31-2025 12:00:00PM UTC'],
])('%s is stamped as Okta stamps a failure', (instant, text) => {
  expect(stamp(instant)).toBe(text);
});
