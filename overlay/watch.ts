import { headers } from './columns.ts';
import { liesIn, own, rows } from './text.ts';

/** Calls `pass` at most once a frame: with the regions of the page that changed, none of which holds another, or with null where the whole
 *  page is to be read (at first, after the address changed, after the page was hidden). Changes inside what is ours count for nothing.
 *
 *  `doubt` hears of each change at once: what a list's reused row says of its former subject must not be painted even once.
 *  Returns what makes the pass that is due at once: an act is judged by what the page shows now.
 *
 *  The address is compared at each pass as well: a page's own `pushState` tells a content script nothing, and what follows it is a
 *  change of the page. So a route is acted on once it is committed and its page is there. Of a hidden page nothing is seen or noted. */
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
    for (const record of records) {
      const { target, addedNodes, removedNodes, type } = record;
      const element = target instanceof Element ? target : target.parentElement;
      if (!element || element.closest(`[${own}]`)) continue;
      // Ours coming is no change of the page; ours going is one (the page cleared a cell, and the mark goes there again), but for a panel's (a card that closes).
      if (type === 'childList' && [...removedNodes].every(isPanel) && [...addedNodes].every(isOurs)) continue;
      touched = true;
      if (type !== 'attributes') doubt(element);
      if (element === document.body) regions = null;
      for (const region of regions ? regionsOf(record, element) : []) regions?.add(region);
    }
    if (touched) schedule();
  };
  const observer = new MutationObserver(note);
  const look = () => {
    observer.disconnect();
    if (document.hidden) return;
    regions = null;
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['href', 'aria-selected', 'disabled', 'aria-disabled', 'open', 'hidden'],
    });
    schedule();
  };
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
  for (const type of ['hashchange', 'popstate', 'pageshow']) addEventListener(type, schedule, { signal });
  for (const type of ['navigatesuccess', 'currententrychange'])
    (globalThis as { navigation?: EventTarget }).navigation?.addEventListener(type, schedule, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  look();
  return () => {
    note(observer.takeRecords());
    // A new address is a change before its event is heard.
    if (frame === 0 && href === location.href) return;
    cancelAnimationFrame(frame);
    run();
  };
}

/** What is to be read again after a change: the row it happened in; of a list that rows came to or went from, the rows that came. */
function regionsOf({ type, addedNodes, removedNodes }: MutationRecord, element: Element): Element[] {
  const row = element.closest(rows);
  if (row || type !== 'childList') return [row ?? element];
  const came = [...addedNodes].filter((node) => !isBlank(node));
  return [...came, ...removedNodes].every((node) => isBlank(node) || isRow(node)) ? (came as Element[]) : [element];
}

/** A row of a list. One that heads columns is more than a row: all others are read by it. */
function isRow(node: Node): boolean {
  return node instanceof Element && node.matches(rows) && !node.querySelector(headers);
}

function isBlank(node: Node): boolean {
  return node.nodeType !== Node.ELEMENT_NODE && !node.nodeValue?.trim();
}

function isPanel(node: Node): boolean {
  return node instanceof Element && node.getAttribute(own) === 'panel';
}

function isOurs(node: Node): boolean {
  return node instanceof Element && node.hasAttribute(own);
}

/** The regions that are still in the page, without those that lie in another one. */
function outermost(regions: ReadonlySet<Element>): Element[] {
  return [...regions].filter((region) => region.isConnected && !(region.parentElement && liesIn(region.parentElement, regions)));
}
