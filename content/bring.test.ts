import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bring } from './bring.ts';

const door = Symbol.for('sourcemark.of-this-test');
const put = async () => void Reflect.set(globalThis, door, 'a door');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, door);
});

test('what is there is not asked for', async () => {
  await put();
  const inject = vi.fn(put);
  expect(await bring(door, inject)).toBe('a door');
  expect(inject).not.toHaveBeenCalled();
});

test('a question that was lost is asked again at once', async () => {
  const inject = vi.fn(put).mockResolvedValueOnce(undefined);
  expect(await bring(door, inject)).toBe('a door');
  expect(inject).toHaveBeenCalledTimes(2);
});

test('one that nobody answers is asked again after a second', async () => {
  const inject = vi.fn(put).mockReturnValueOnce(new Promise(() => {}));
  const brought = bring(door, inject);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await brought).toBe('a door');
});

test('what never comes is done without after three seconds', async () => {
  const inject = vi.fn(() => new Promise(() => {}));
  const brought = bring(door, inject);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await brought).toBeNull();
  expect(inject).toHaveBeenCalledTimes(3);
});
