import { expect, test } from 'vitest';
import { Found } from './found.ts';

test('what was put is found by its key, of however many keys, and nothing by any other', () => {
  const found = new Found<{ id: number }>();
  const things = Array.from({ length: 100_000 }, (_, id) => ({ id }));
  for (const thing of things) found.put(`key ${thing.id}`, thing);
  expect(things.filter((thing) => found.get(`key ${thing.id}`)[0] !== thing)).toEqual([]);
  expect(things.filter(({ id }) => found.get(`other ${id}`).length > 0)).toEqual([]);
});

test('several of one key are found in their order, each once, and none by an empty key', () => {
  const found = new Found<object>();
  const [one, other, third] = [{}, {}, {}];
  for (const thing of [one, other, one, third, other]) found.put('Ä key', thing);
  found.put('', one);
  expect(found.get('Ä key').map((thing) => [one, other, third].indexOf(thing))).toEqual([0, 1, 2]);
  expect(found.get('')).toEqual([]);
});
