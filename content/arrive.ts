import type { PageDeclaration } from '../contract/page-declaration.ts';
import { glanceAt } from '../overlay/glance.ts';
import { spotFirst } from '../overlay/sign.ts';
import { own } from '../overlay/text.ts';
import { watch } from '../overlay/watch.ts';
import { inPatience } from './bring.ts';
import { type SessionOptions, type StartSession, sessionDoor } from './door.ts';
import { withNewer } from './newer-pages.ts';
import { type Page, recognise } from './recognise.ts';

/** Least time between two looks at a page that is none of ours, and until the worker is asked again, in ms. */
const pause = 200;
/** A look at a page of thousands of rows takes a while: then the next is so many times as long away. */
const share = 30;

/** All that runs on every page of a host app: waits until one is recognised, then has the session brought. Pages that Sourcemark has
 *  nothing to say about carry no more than this. */
export function arrive(
  options: Omit<SessionOptions, 'brought' | 'found' | 'newer' | 'pages' | 'words'> & { pages: readonly PageDeclaration[] },
): void {
  const arrived = new AbortController();
  const signal = AbortSignal.any([options.signal, arrived.signal]);
  let { pages } = options;
  let next = 0;
  let timer = 0;
  let asking = false;
  let found: Page[] | null = null;

  const look = async () => {
    clearTimeout(timer);
    found = null;
    if (signal.aborted || asking || !options.alive()) return;
    const began = performance.now();
    if (began < next) {
      timer = window.setTimeout(look, next - began);
      return;
    }
    found = recognise(pages, () => true);
    next = began + Math.max(pause, share * (performance.now() - began));
    if (found.length === 0) return;
    asking = true;
    const words = (await inPatience(options.ask('session.inject', {}))) ?? null;
    // What changed in this frame, too, makes `found` out of date.
    change();
    asking = false;
    if (signal.aborted) return;
    const start = (globalThis as { [sessionDoor]?: StartSession })[sessionDoor];
    if (!start) {
      timer = window.setTimeout(look, pause);
      return;
    }
    arrived.abort();
    start({ ...options, pages: () => pages, newer, brought: { watch, recognise, glanceAt, spotFirst }, found, words });
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
  const change = watch(look, () => {}, signal);
}
