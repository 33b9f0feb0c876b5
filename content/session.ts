import { rememberFields } from '../overlay/fields.ts';
import { createMarks } from '../overlay/marks.ts';
import { createNotice } from '../overlay/notice.ts';
import { createSlices } from '../overlay/slices.ts';
import { createStops } from '../overlay/stops.ts';
import { rows } from '../overlay/text.ts';
import { foldName } from '../ownership/reserved.ts';
import type { PageAct } from './act.ts';
import { createAppSettings } from './app-settings.ts';
import { createCards } from './cards.ts';
import { connect } from './connection.ts';
import type { SessionOptions } from './door.ts';
import { createExplains } from './explains.ts';
import { guard } from './guard.ts';
import { createKnowledge } from './knowledge.ts';
import { createLearning } from './learn.ts';
import { createMembers } from './members.ts';
import { type Page, stands } from './recognise.ts';
import { createReport } from './report.ts';
import { createResolver } from './resolve.ts';
import { createScan, type Subject } from './scan.ts';
import { sumUp } from './summary.ts';
import { createTelling } from './telling.ts';
import { createWaiting } from './waiting.ts';
import { sayInOurs } from './words.ts';

/** While a recognised page stands, others are looked for at most once in so many ms. */
const pause = 300;

/** One session in a tab, from arrival to leaving: recognises pages, marks their subjects, guards their acts. Everything it starts ends with
 *  `signal`, and nothing stays behind. */
export function startSession({ host, pages: declarations, newer, ask, alive, signal: outer, brought, found, words }: SessionOptions): void {
  sayInOurs(words);
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
  const stops = createStops();
  const marks = createMarks<Subject>({
    contentOf: (subject) => telling.contentOf(subject),
    stops,
    came: (some) =>
      knowledge.want(
        some.flatMap(({ queries }) => queries),
        true,
      ),
    signal,
  });
  const slices = createSlices(look, signal);
  const fields = rememberFields(signal);
  const connection = connect(host, ask, { changed, turned }, signal);
  const knowledge = createKnowledge(ask, (ok, seq, part) => {
    connection.heard(ok, seq);
    marks.renew(({ queries }) => !part || queries.some(({ key }) => part.has(key)));
    told();
  });
  const waiting = createWaiting(knowledge, () => scan.subjects.values(), signal);
  const telling = createTelling({ host, pages: () => pages, scan, knowledge, waiting, connection });
  const cards = createCards(stops, (mark) => telling.cardOf(marks.subjectOf(mark)), ask, signal);
  const sum = sumUp({
    pages: () => pages,
    subjects: scan.subjects,
    factsOf: telling.factsOf,
    labelOf: (subject) => telling.contentOf(subject)?.label ?? '',
    marks,
    cards,
    signal,
  });
  const learning = createLearning(ask, connection);
  const countMembers = createMembers(ask, connection, knowledge, scan.subjects, signal);
  const report = createReport(ask, brought, scan, (subject) => telling.factsOf(subject)?.facts?.owner ?? 'unknown', signal);
  // What stands in a row (a cell that told the page) is no sign of where the list ends.
  const resolver = createResolver(scan.subjects, () => pages.flatMap(({ signs }) => signs.filter((sign) => !sign.closest(rows))), signal);
  const change = brought.watch(pass, marks.doubt, signal);
  const settle = () => {
    change();
    slices.finish();
  };
  const passed = (act: PageAct) => {
    waiting.began(act, pages[0]?.declared.id);
    marks.renew();
  };
  const notice = createNotice(signal);
  const settings = createAppSettings(
    () => pages,
    (seen) => learning.appShows({ settings: seen }, pages),
    signal,
  );
  const hides = (part: 'marks' | 'strips') => connection.start?.hides?.includes(part);
  const reading = () => ({ pages, resolver, fields, settings, groups: unpushed });
  const { changed: explainOff, previews } = guard({
    ...{ host, reading, settle, scan, settings, knowledge, notice, connection, ask, passed, alive: living, signal },
    went: ({ declared, subjects }) => {
      if (declared.action === 'okta.group.unassign')
        learning.appShows({ assigned: Object.fromEntries(subjects.map(({ name }) => [name, false])) }, pages);
    },
  });
  const explain = createExplains({
    settings,
    more: previews,
    account: () => (pages.length > 0 && !hides('marks') ? connection.start?.account : undefined),
    notice,
    signal,
  });
  resolver.listen();
  void newer.then((came) => came && pass(null));

  function pass(regions: Element[] | null): void {
    if (!living() || !document.body) return;
    if (host === 'okta') learning.read(regions);
    const before = idsOf(pages);
    if (!regions || pages.length === 0 || !pages.every(stands) || performance.now() - recognisedAt > pause) {
      // Whoever gave it would keep the elements of a page that was left long ago.
      pages = found?.length
        ? found.splice(0).filter(({ declared, places }) => !declared.app || learning.isSpekits(places))
        : brought.recognise(declarations(), learning.isSpekits);
      recognisedAt = performance.now();
      clearTimeout(later);
    } else {
      clearTimeout(later);
      later = window.setTimeout(() => pass([]), pause);
    }
    const changed = before === idsOf(pages) ? regions : null;
    slices.add(scan.read(pages, changed), changed === null);
  }

  function look(): void {
    const all = [...scan.subjects.values()];
    if (connection.start) knowledge.want(all.flatMap(({ queries }) => queries));
    marks.set(hides('marks') ? new Map() : scan.subjects);
    learning.assigned(all, pages);
    told();
  }

  function changed(): void {
    knowledge.renew();
    // How the account stands is told by no look-up.
    explain();
  }

  function turned(): void {
    knowledge.forget();
    if (!connection.start) marks.set(new Map());
    // Whether an app's page is Spekit's may be another answer now. What the pages show has not changed, and is not read again.
    if (host === 'okta') {
      recognisedAt = Number.NEGATIVE_INFINITY;
      pass([]);
    } else slices.add([].values(), false);
  }

  function told(): void {
    report(pages);
    if (!hides('strips')) {
      explainOff();
      sum();
    }
    explain();
    countMembers(pages);
  }

  /** Okta's groups that are known, without those that the page shows: on *Push Groups*, the pushed ones. */
  function unpushed(): string[] {
    const shown = new Set([...scan.subjects.values()].map(({ name }) => foldName(name)));
    return Object.keys(connection.start?.oktaGroups ?? {}).filter((name) => !shown.has(name));
  }
}

function idsOf(pages: readonly Page[]): string {
  return pages.map(({ declared }) => declared.id).join();
}
