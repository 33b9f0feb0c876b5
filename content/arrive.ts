import type { PageDeclaration } from '../contract/page-declaration.ts';
import { own } from '../overlay/text.ts';
import { watch } from '../overlay/watch.ts';
import { type SessionOptions, type StartSession, sessionDoor } from './door.ts';
import { withNewer } from './newer-pages.ts';
import { recognise } from './recognise.ts';

/** Least time between two looks at a page that is none of ours, and until the worker is asked again, in ms. */
const pause = 200;
/** A look at a page of thousands of rows takes a while: then the next is so many times as long away. */
const share = 30;

/** All that runs on every page of a host app: waits until one is recognised, then has the session brought. Pages that Sourcemark has
 *  nothing to say about carry no more than this. */
export function arrive(options: Omit<SessionOptions, 'brought' | 'newer' | 'pages'> & { pages: readonly PageDeclaration[] }): void {
  const arrived = new AbortController();
  const signal = AbortSignal.any([options.signal, arrived.signal]);
  let { pages } = options;
  let lookedAt = -pause;
  let timer = 0;
  let asking = false;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const look = async () => {
    clearTimeout(timer);
    if (signal.aborted || asking || !options.alive()) return;
    const wait = lookedAt + pause - performance.now();
    if (wait > 0) {
      timer = window.setTimeout(look, wait);
      return;
    }
    lookedAt = performance.now();
    const found = recognise(pages, () => true).length > 0;
    lookedAt += Math.max(0, share * (performance.now() - lookedAt) - pause);
    if (!found) return;
    asking = true;
    await options.ask('session.inject', {});
    asking = false;
    const start = Reflect.get(globalThis, sessionDoor) as StartSession | undefined;
    if (!start) {
      timer = window.setTimeout(look, pause);
      return;
    }
    arrived.abort();
    if (!options.signal.aborted) start({ ...options, pages: () => pages, newer, brought: { watch, recognise } });
  };
  // Meanwhile the page is looked at by what is built in.
  const newer = options.ask('pages.served', { host: options.host }).then((served) => {
    if (!served?.length) return false;
    pages = withNewer(served, pages);
    void look();
    return true;
  });
  // Firefox ends the scripts of an extension that is updated before they can take away what is theirs.
  for (const left of document.querySelectorAll(`[${own}]`)) left.remove();
  watch(look, () => {}, signal);
}
