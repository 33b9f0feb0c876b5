import type { PageReport } from '../messages/map.ts';
import { findFirst } from '../overlay/find.ts';
import type { Page } from './recognise.ts';
import type { Scan } from './scan.ts';
import type { Ask } from './send.ts';

/** How long a page must have been quiet before it is reported, in ms: a page that still loads misses things. */
const quiet = 700;

/** Tells the worker what is managed on the page, and what was expected there and not seen, whenever that changed. */
export function createReport(
  ask: Ask,
  scan: Scan,
  managed: () => PageReport['managed'],
  signal: AbortSignal,
): (pages: readonly Page[]) => void {
  let timer = 0;
  let last = '';
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (pages) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const [page] = pages;
      if (!page) {
        // The worker forgets what it was told of a page that was left.
        last = '';
        return;
      }
      const { id, lists, expects } = page.declared;
      const lost = expects.filter(({ by }) => !findFirst(by, document.body)).map((expected) => `${id}/${expected.id}`);
      const found = new Set([...scan.subjects.values()].map((subject) => subject.list));
      const none = lists.filter((list) => list.expected && !found.has(list)).map((list) => `${id}/${list.id}`);
      const report = { page: id, managed: managed(), missing: [...lost, ...none] };
      const text = JSON.stringify(report);
      if (text !== last) void ask('page.report', report);
      last = text;
    }, quiet);
  };
}
