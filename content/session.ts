import type { PageReport } from '../messages/map.ts';
import type { BadgeContent } from '../overlay/badge.ts';
import { dialogs } from '../overlay/box.ts';
import { rememberFields } from '../overlay/fields.ts';
import { createMarks } from '../overlay/marks.ts';
import { plain, rows } from '../overlay/text.ts';
import { watch } from '../overlay/watch.ts';
import { connect } from './connection.ts';
import type { SessionOptions } from './door.ts';
import { guard } from './guard.ts';
import { createKnowledge, pick } from './knowledge.ts';
import { createLearning } from './learn.ts';
import { type Page, recognise, stands } from './recognise.ts';
import { createReport } from './report.ts';
import { createResolver } from './resolve.ts';
import { createScan, rowOf } from './scan.ts';
import { markOf } from './words.ts';

/** While a recognised page stands, others are looked for at most once in so many ms. */
const pause = 300;

/** One session in a tab, from arrival to leaving: recognises pages, marks their subjects, guards their acts. Everything it starts ends with
 *  `signal`, and nothing stays behind. */
export function startSession({ host, pages: declarations, ask, alive, signal: outer }: SessionOptions): void {
  const end = new AbortController();
  const signal = AbortSignal.any([outer, end.signal]);
  const living = () => {
    if (!alive()) end.abort();
    return !signal.aborted;
  };
  let pages: Page[] = [];
  let recognisedAt = 0;
  let later = 0;
  const scan = createScan();
  const marks = createMarks(signal);
  const fields = rememberFields(signal);
  const connection = connect(host, ask, { changed: () => knowledge.renew(), turned }, signal);
  const knowledge = createKnowledge(ask, (ok, seq) => {
    connection.heard(ok, seq);
    show();
  });
  const learning = createLearning(ask, connection);
  const report = createReport(ask, scan, managed, signal);
  // What stands in a row (a cell that told the page) is no sign of where the list ends.
  const resolver = createResolver(scan.subjects, () => pages.flatMap(({ signs }) => signs.filter((sign) => !sign.closest(rows))), signal);

  const settle = watch(pass, marks.doubt, signal);
  const explainOff = guard({ host, pages: () => pages, settle, scan, fields, resolver, knowledge, connection, ask, alive: living, signal });
  resolver.listen();

  function pass(regions: Element[] | null): void {
    if (!living() || !document.body) return;
    if (host === 'okta') learning.read(regions);
    const before = pages.map(({ declared }) => declared.id).join();
    if (!regions || pages.length === 0 || !pages.every(stands) || performance.now() - recognisedAt > pause) {
      pages = recognise(declarations, learning.isSpekits);
      recognisedAt = performance.now();
      clearTimeout(later);
    } else {
      clearTimeout(later);
      later = window.setTimeout(() => pass([]), pause);
    }
    const same = before === pages.map(({ declared }) => declared.id).join();
    scan.read(pages, same ? regions : null);
    look();
  }

  function look(): void {
    if (connection.start) for (const { queries } of scan.subjects.values()) knowledge.want(queries);
    show();
  }

  function turned(): void {
    knowledge.forget();
    pass(null);
  }

  function factsOf(element: Element) {
    const subject = scan.subjects.get(element);
    const answer = subject && connection.start ? knowledge.about(subject.queries) : undefined;
    if (!subject || !answer) return null;
    const several = answer.matches.length > 1;
    return { answer, facts: pick(answer, host === 'okta' ? 'idp' : null, several ? rowOf(subject, scan.subjects.values()) : null) };
  }

  function show(): void {
    const unheard = pages.find(({ declared }) => declared.showsUnknown)?.declared.showsUnknown ?? null;
    const wanted = new Map<Element, () => BadgeContent | null>();
    for (const [element, { text, kind }] of scan.subjects) {
      const found = factsOf(element);
      const place = { host, kind, unheard: element.closest(dialogs) ? null : unheard };
      // A list that reuses the row meanwhile makes it another subject's, until the next pass.
      wanted.set(element, () =>
        found && plain(element.textContent) === text ? markOf(found.answer, found.facts, place, Date.now()) : null,
      );
    }
    marks.set(wanted);
    report(pages);
    explainOff();
  }

  function managed(): PageReport['managed'] {
    const count = { idp: 0, spekit: 0, unknown: 0 };
    for (const element of scan.subjects.keys()) count[factsOf(element)?.facts?.owner ?? 'unknown'] += 1;
    return count;
  }
}
