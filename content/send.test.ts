import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask, isAlive } from './send.ts';

/** `chrome.runtime.sendMessage` as Chrome has it, with the listener of the worker's side at its other end. */
let listener: ((message: unknown, sender: unknown, answer: (value: unknown) => void) => unknown) | undefined;

beforeEach(() => {
  listener = undefined;
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'sourcemark',
      onMessage: { addListener: (added: typeof listener) => (listener = added), removeListener: () => {} },
      sendMessage: (message: unknown) =>
        new Promise((resolve, reject) => {
          const waits = listener?.(message, { id: 'sourcemark' }, resolve);
          if (waits !== true) reject(new Error('Could not establish connection. Receiving end does not exist.'));
        }),
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('what the small sender sends, the bus receives, and its answer comes back', async () => {
  const { onMessage } = await import('../messages/bus.ts');
  onMessage('freshness.ask', ({ data }) => ({ reach: 'ok', seq: data.after + 1, changed: true, account: null }));
  expect(await ask('freshness.ask', { after: 41 })).toEqual({ reach: 'ok', seq: 42, changed: true, account: null });
});

test('a handler that fails, a worker that is not there and an extension that is gone are all no answer', async () => {
  expect(await ask('freshness.hurry', {})).toBeNull();
  const { onMessage } = await import('../messages/bus.ts');
  onMessage('session.start', () => {
    throw new Error('no');
  });
  expect(await ask('session.start', { host: 'okta' })).toBeNull();
  vi.stubGlobal('chrome', { runtime: {} });
  expect(await ask('session.start', { host: 'okta' })).toBeNull();
  expect(isAlive()).toBe(false);
});

test('what reached nobody because the worker was just being ended is sent once more', async () => {
  const { onMessage } = await import('../messages/bus.ts');
  onMessage('freshness.ask', ({ data }) => ({ reach: 'ok', seq: data.after + 1, changed: true, account: null }));
  const { runtime } = Reflect.get(globalThis, 'chrome');
  const lossy = vi.fn(runtime.sendMessage);
  lossy.mockRejectedValueOnce(new Error('Could not establish connection. Receiving end does not exist.'));
  runtime.sendMessage = lossy;
  expect(await ask('freshness.ask', { after: 1 })).toMatchObject({ seq: 2 });
  expect(lossy).toHaveBeenCalledTimes(2);
});
