import type { ListDeclaration } from '../contract/page-declaration.ts';
import type { PageReport } from '../messages/map.ts';
import type { SessionOptions } from './door.ts';
import type { Page } from './recognise.ts';
import type { Scan, Subject } from './scan.ts';
import type { Ask } from './send.ts';

/** How long a page must have been quiet before it is reported, in ms: a page that still loads misses things. */
const quiet = 700;

/** How a list says that it holds nothing: then nothing of it is missed. */
const emptyText =
  '.*\\b(no|0)( \\w+)? (results?|match(es)?|items?|records?|data|groups?|people|persons?|users?|teams?|members?|assignments?)\\b.*|.*\\bnothing (found|here|to (show|see))\\b.*';

/** Tells the worker what is managed on the page, and what was expected there and not seen, whenever that changed. */
export function createReport(
  ask: Ask,
  { glanceAt, spotFirst }: SessionOptions['brought'],
  scan: Scan,
  ownerOf: (subject: Subject) => keyof PageReport['managed'],
  signal: AbortSignal,
): (pages: readonly Page[]) => void {
  let timer = 0;
  let last = '';
  /** What was found since the page came: where a search leaves nothing of it, the page has not changed its ways. */
  const before = new Set<ListDeclaration>();
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (pages) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const [page] = pages;
      if (!page) {
        // The worker forgets what it was told of a page that was left.
        last = '';
        before.clear();
        return;
      }
      const { id, lists, expects } = page.declared;
      const glance = glanceAt(document.body);
      const by: Record<string, number> = {};
      for (const expected of expects) by[expected.id] = expected.by.findIndex((locator) => spotFirst([locator], glance));
      const lost = expects.filter((expected) => by[expected.id] === -1).map((expected) => `${id}/${expected.id}`);
      for (const list of lists) if (scan.readBy(list) >= 0) by[list.id] = scan.readBy(list);
      const managed = { idp: 0, spekit: 0, unknown: 0 };
      for (const subject of scan.subjects.values()) {
        managed[ownerOf(subject)] += 1;
        if (subject.list) before.add(subject.list);
      }
      const none = lists.filter((list) => list.expected && !before.has(list));
      const empty = none.length > 0 && spotFirst([{ text: emptyText, anywhere: true }], glance);
      const missing = [...lost, ...(empty ? [] : none.map((list) => `${id}/${list.id}`))];
      const report = { page: id, managed, missing, by };
      const text = JSON.stringify(report);
      if (text !== last) void ask('page.report', report);
      last = text;
    }, quiet);
  };
}
