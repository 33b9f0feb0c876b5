import { useEffect, useEffectEvent } from 'react';
import browser from 'webextension-polyfill';
import { sendMessage } from '../../messages/bus.ts';
import { type Pointed, pointed } from '../../stores/pointed.ts';

/** ms, less than the worker waits for the next word. */
const every = 2_000;

type Subject = NonNullable<Pointed>['subject'];

/** While `follows`, tells whom somebody points at on a page in this window. Nobody is told of the page while no panel follows it. */
export function useFollowing(follows: boolean, tell: (subject: Subject) => void): void {
  const told = useEffectEvent(tell);
  useEffect(() => {
    if (!follows) return;
    let over = false;
    let window: number | undefined;
    const say = (still: boolean) => {
      if (window !== undefined) sendMessage('panel.follows', { windowId: window, follows: still }).catch(() => undefined);
    };
    const end = () => say(false);
    const since = Date.now();
    let last = since;
    const hear = ({ value }: { value: Pointed }) => {
      if (value === null || value.windowId !== window || value.at < since || value.at === last) return;
      last = value.at;
      told(value.subject);
    };
    const unsubscribe = pointed.store.subscribe(hear);
    const timer = setInterval(() => say(true), every);
    // A panel that is closed has no time to clean up otherwise.
    addEventListener('pagehide', end);
    void browser.windows.getCurrent().then(({ id }) => {
      if (over) return;
      window = id;
      say(true);
    });
    return () => {
      over = true;
      clearInterval(timer);
      unsubscribe();
      removeEventListener('pagehide', end);
      end();
    };
  }, [follows]);
}
