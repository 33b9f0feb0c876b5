import { expect, test } from 'vitest';
import { secondsUntilRetry } from './failures.ts';

test.each([
  ['7', 1, 7],
  ['7', 3, 28],
  ['0', 2, 0],
  [null, 1, 300],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 2, 600],
  ['1.5', 1, 300],
])('Retry-After %s at try %i waits %i seconds', (header, tries, seconds) => {
  expect(secondsUntilRetry(header, tries)).toBe(seconds);
});
