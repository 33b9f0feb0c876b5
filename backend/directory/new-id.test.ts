import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('ids are UUIDs of version 7, each larger than the one before, also beyond 4096 in a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => newId(undefined));
  expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id comes after the newest that is kept, also where whoever made that is an hour ahead', () => {
  const ahead = newId(undefined).replace(/^.{13}/, (time) => {
    const later = (Number.parseInt(time.replace('-', ''), 16) + 3_600_000).toString(16).padStart(12, '0');
    return `${later.slice(0, 8)}-${later.slice(8)}`;
  });
  const next = newId(ahead);
  expect([ahead, next, newId(next), newId(ahead)].toSorted()).toEqual([ahead, next, expect.any(String), expect.any(String)]);
});
