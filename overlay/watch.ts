import { own, rows } from './text.ts';

/** More regions than this are not worth telling apart: the whole page is read again. */
const most = 24;

/** Calls `pass` at most once a frame: with the regions of the page that changed, or with null where the whole page is to be read
 *  (at first, after the address changed, after a great change). Changes inside what is ours count for nothing.
 *
 *  `doubt` hears of each change at once: what a list's reused row says of its former subject must not be painted even once.
 *  Returns what makes the pass that is due at once: an act is judged by what the page shows now.
 *
 *  The address is compared at each pass as well: a page's own `pushState` tells a content script nothing, and what follows it is a
 *  change of the page. So a route is acted on once it is committed and its page is there. */
export function watch(
  pass: (regions: Element[] | null, routed: boolean) => void,
  doubt: (changed: Element) => void,
  signal: AbortSignal,
): () => void {
  let regions: Set<Element> | null = null;
  let frame = 0;
  let href = '';

  const run = () => {
    frame = 0;
    if (signal.aborted || !document.body) return;
    const routed = href !== location.href;
    href = location.href;
    const changed = routed || !regions ? null : outermost(regions);
    regions = new Set();
    pass(changed, routed);
  };
  // A hidden page gets no frames, and nobody sees it: it is read when it is shown again.
  const schedule = () => {
    frame ||= requestAnimationFrame(run);
  };
  const note = (records: readonly MutationRecord[]) => {
    let touched = false;
    for (const { target, addedNodes, removedNodes, type } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (!element || element.closest(`[${own}]`)) continue;
      // Ours coming is no change of the page; ours going is one (the page cleared a cell, and the mark goes there again).
      if (type === 'childList' && removedNodes.length === 0 && [...addedNodes].every(isOurs)) continue;
      touched = true;
      if (type !== 'attributes') doubt(element);
      if (element === document.body || (regions && regions.size > most)) regions = null;
      regions?.add(element.closest(rows) ?? element);
    }
    if (touched) schedule();
  };
  const observer = new MutationObserver(note);
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['href', 'aria-selected', 'disabled', 'aria-disabled', 'open', 'hidden'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
  for (const type of ['hashchange', 'popstate', 'pageshow']) addEventListener(type, schedule, { signal });
  for (const type of ['navigatesuccess', 'currententrychange'])
    (globalThis as { navigation?: EventTarget }).navigation?.addEventListener(type, schedule, { signal });
  schedule();
  return () => {
    note(observer.takeRecords());
    if (frame === 0) return;
    cancelAnimationFrame(frame);
    run();
  };
}

function isOurs(node: Node): boolean {
  return node instanceof Element && node.hasAttribute(own);
}

/** The regions that are still in the page, without those that lie in another one. */
function outermost(regions: ReadonlySet<Element>): Element[] {
  const alive = [...regions].filter((region) => region.isConnected);
  return alive.filter((region) => !alive.some((other) => other !== region && other.contains(region)));
}
