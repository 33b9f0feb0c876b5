import { leave } from '../messages/leave.ts';

type Listener = (message: unknown) => void;
declare const chrome: { runtime: { onMessage: Record<'addListener' | 'removeListener', (listener: Listener) => void> } };

/** `signal`, ended as well when the worker says that this page's host is no longer ours to touch. */
export function untilToldToLeave(signal: AbortSignal): AbortSignal {
  const told = new AbortController();
  const { onMessage } = chrome.runtime;
  const listener: Listener = (message) => {
    if (typeof message !== 'object' || message === null || Reflect.get(message, 'type') !== leave.type) return;
    onMessage.removeListener(listener);
    told.abort();
  };
  onMessage.addListener(listener);
  return AbortSignal.any([signal, told.signal]);
}
