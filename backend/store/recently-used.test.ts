import { expect, test } from 'vitest';
import { RecentlyUsed } from './recently-used.ts';

/** Remembers what had to be made. */
function counted(most: number) {
  const made: string[] = [];
  const kept = new RecentlyUsed<{ text: string }>(most);
  const get = (text: string) =>
    kept.get(text, () => {
      made.push(text);
      return { text };
    });
  return { made, kept, get };
}

test('what is kept is given again, and made once', () => {
  const { made, get } = counted(4);
  expect(get('a')).toBe(get('a'));
  expect(made).toEqual(['a']);
});

test('what is used again and again stays, however many others come', () => {
  const { made, get } = counted(10);
  const first = get('often');
  for (let index = 0; index < 1000; index++) {
    get(`once ${index}`);
    expect(get('often')).toBe(first);
  }
  expect(made).toHaveLength(1001);
});

test('what has not been used for long makes room: no more are kept than was said', () => {
  const { made, get } = counted(10);
  for (let index = 0; index < 1000; index++) get(`once ${index}`);
  made.length = 0;
  for (let index = 999; index >= 0; index--) get(`once ${index}`);
  expect(made.length).toBeGreaterThanOrEqual(990);
  expect(made.length).toBeLessThanOrEqual(995);
});

test('nothing is kept after it was cleared', () => {
  const { made, kept, get } = counted(4);
  get('a');
  kept.clear();
  get('a');
  expect(made).toEqual(['a', 'a']);
});
