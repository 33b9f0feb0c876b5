import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from './instant.ts';

test('says every instant as Date does, whatever was said before', () => {
  const instant = fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 });
  // Seconds that are kept in the same place, and instants of one second.
  const near = fc.integer({ min: -5, max: 5 }).chain((turns) => fc.integer({ min: 0, max: 1999 }).map((ms) => turns * 1_024_000 + ms));
  fc.assert(
    fc.property(fc.oneof(instant, near), (at) => {
      expect(instantOf(at)).toBe(new Date(at).toISOString());
    }),
    { numRuns: 2000 },
  );
});

test('what is no instant is refused, and kept nowhere', () => {
  for (const at of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1000]) expect(() => instantOf(at)).toThrow(RangeError);
  expect(instantOf(0)).toBe('1970-01-01T00:00:00.000Z');
});
