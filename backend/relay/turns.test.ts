import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('whoever comes while somebody waits comes after that one, whatever became of those before', async () => {
  const turns = new Turns();
  const done: number[] = [];
  const held = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const take = (nth: number) =>
    turns.take('one', async () => {
      await held[nth - 1]?.promise;
      done.push(nth);
      if (nth === 1) throw new Error('fails');
    });
  const [first, second] = [take(1), take(2)];
  held[0]?.resolve();
  await expect(first).rejects.toThrow('fails');
  await new Promise((next) => setImmediate(next));
  const third = take(3);
  held[2]?.resolve();
  // Another's turn is its own.
  await turns.take('another', () => Promise.resolve());
  expect(done).toEqual([1]);
  held[1]?.resolve();
  await Promise.all([second, third]);
  expect(done).toEqual([1, 2, 3]);
  await turns.over();
});
