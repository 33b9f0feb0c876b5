import { afterEach, expect, test, vi } from 'vitest';
import { sendMessage } from './bus.ts';

/** `chrome.runtime` that delivers nothing as often as `failures` says why, and then answers. */
function answering(...failures: string[]) {
  const deliver = vi.fn((_message: unknown, told: (answer: unknown) => void) => {
    const message = failures.shift();
    Object.assign(runtime, { lastError: message && { message } });
    told(message ? undefined : { res: 'answered' });
  });
  const runtime = { sendMessage: deliver, onMessage: { addListener: () => undefined } };
  vi.stubGlobal('chrome', { runtime });
  return deliver;
}

afterEach(() => void vi.unstubAllGlobals());

test('what reached nobody because the worker was just being ended is sent once more', async () => {
  const deliver = answering('Could not establish connection. Receiving end does not exist.');
  expect(await sendMessage('freshness.ask', { after: 1 })).toBe('answered');
  expect(deliver).toHaveBeenCalledTimes(2);
});

test('whatever else fails is told, and not sent again', async () => {
  const deliver = answering('The message port closed before a response was received.');
  await expect(sendMessage('freshness.ask', { after: 1 })).rejects.toThrow('The message port closed');
  expect(deliver).toHaveBeenCalledTimes(1);
});
