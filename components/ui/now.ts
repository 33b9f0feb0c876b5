// components/ui/ holds the few pieces that popup, options and dialog share: buttons, fields, notices, badges, the clock, the colours.
// What may enter: a piece that two surfaces use. No store, no message, no word of a surface's own.
// `tokens.css` is the one place where a colour, a size of type or a distance is chosen.
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let current = 0;

function subscribe(listener: () => void): () => void {
  current = Date.now();
  listeners.add(listener);
  timer ??= setInterval(tick, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  current = Date.now();
  for (const listener of listeners) listener();
}

function read(): number {
  if (timer === undefined) current = Date.now();
  return current;
}

/** The time in ms since 1970, once a second. All users share one timer, which ends with the last of them. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}
