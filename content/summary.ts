import type { SubjectAnswer, SubjectFacts } from '../contract/subjects.ts';
import { agoShort } from '../locales/ago.ts';
import { t } from '../locales/words.ts';
import type { ListedSubject, ListFilter } from '../messages/card.ts';
import type { BadgeContent } from '../overlay/badge.ts';
import { dialogs } from '../overlay/box.ts';
import { atOnce, type Marks, slower } from '../overlay/marks.ts';
import { createSummary } from '../overlay/summary.ts';
import { isShown, rows } from '../overlay/text.ts';
import type { Cards } from './cards.ts';
import type { Page } from './recognise.ts';
import type { Subject } from './scan.ts';

/** A list of fewer is seen at a glance. */
const least = 4;
/** Summed up once the page has been quiet for so many ms. */
const quiet = 250;
/** A row that was scrolled to has its mark within so many frames. */
const frames = 60;

/** What is known of a subject; null: not answered yet. */
interface Found {
  answer: SubjectAnswer;
  facts: SubjectFacts | null;
}

interface SummedOptions {
  pages(): readonly Page[];
  subjects: ReadonlyMap<Element, Subject>;
  factsOf(subject: Subject): Found | null;
  /** What a subject's mark says, or would say. */
  labelOf(subject: Subject): string;
  marks: Marks<Subject>;
  cards: Cards;
  signal: AbortSignal;
}

interface Sum {
  count: number;
  managed: number;
  attention: number;
  /** Of the newest sync, ms since 1970; 0: never. */
  synced: number;
}

/** Keeps the strip of the page's list true. Returns what is to be called when the page or what is known of it changed.
 *
 *  What it shows only is its own list: to hide a row of the page's would be an edit of the page, and one that its framework undoes or
 *  breaks on. A line of ours leads to the row instead. */
export function sumUp({ pages, subjects, factsOf, labelOf, marks, cards, signal }: SummedOptions): () => void {
  let sum: Sum | null = null;
  let timer = 0;
  let frame = 0;
  const summary = createSummary((host) => {
    const changed = (open: boolean) => host.setAttribute('aria-expanded', String(open));
    void cards.list({ strip: host, label: host.getAttribute('aria-label') ?? '', read: listed }, changed);
  }, signal);

  const inList = () => {
    const summed = pages().flatMap(({ declared }) => declared.lists.filter((list) => list.summed));
    const all = [...subjects.values()].filter(({ list }) => list && summed.includes(list));
    // Asked of each of thousands, either would take longer than all the rest. What a console keeps hidden (another tab's list) is not shown.
    const shown = new Set<unknown>();
    for (const { list, element } of all) if (!shown.has(list) && isShown(element)) shown.add(list);
    const open = document.querySelector(dialogs);
    return all.filter(({ list, element }) => shown.has(list) && !(open && element.closest(dialogs)));
  };
  const listed = (): ListedSubject[] =>
    inList().map((subject) => {
      const found = factsOf(subject);
      const as: ListFilter[] = ['all', isManaged(found) ? 'managed' : 'others'];
      if (isTroubled(found)) as.push('attention');
      return { name: subject.name, label: labelOf(subject), as, show: () => showRow(subject.element) };
    });
  const showRow = (element: Element) => {
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    let left = frames;
    const focus = () => {
      const mark = marks.markAt(element);
      if (mark?.hasAttribute('data-posed')) mark.focus({ preventScroll: true });
      else if (left-- > 0 && !signal.aborted) requestAnimationFrame(focus);
      // Who has no mark (Okta does not manage them) is in sight, and the keyboard goes on from the strip.
      else summary.host?.focus({ preventScroll: true });
    };
    focus();
  };

  const add = (): Sum | null => {
    const all = inList();
    if (all.length < least) return null;
    const added = { count: all.length, managed: 0, attention: 0, synced: 0 };
    // Of a long list the answers come in parts, the last row's at last: until it is there, the sum would be wrong, and to add it up a waste.
    for (const subject of all.reverse()) {
      const found = factsOf(subject);
      if (!found) return null;
      if (isTroubled(found)) added.attention += 1;
      if (!isManaged(found)) continue;
      added.managed += 1;
      added.synced = Math.max(added.synced, Date.parse(found.facts?.sync.lastSyncedAt ?? '') || 0);
    }
    return added;
  };
  /** Beside the nearest heading above the list, else beside what told the page. */
  const places = (): Element[] => {
    const [first] = inList();
    if (!first) return [];
    const headings = [...document.querySelectorAll('h1,h2,h3,h4,[role=heading]')].filter(
      (heading) =>
        heading.compareDocumentPosition(first.element) & Node.DOCUMENT_POSITION_FOLLOWING &&
        !heading.closest(`${rows},${dialogs},nav,[role=navigation],aside,[role=complementary]`) &&
        isShown(heading),
    );
    const signs = pages().flatMap((page) => page.signs.filter((sign) => sign !== document.documentElement && !sign.closest(rows)));
    return [...headings.reverse(), ...signs.slice(0, 1)];
  };
  const hang = () => {
    frame = 0;
    if (!signal.aborted) summary.show(sum && sum.managed + sum.attention > 0 ? contentOf(sum, Date.now()) : null, places);
  };
  // In a frame, as marks are: the page is laid out then anyway.
  const show = () => {
    frame ||= requestAnimationFrame(hang);
  };
  const look = () => {
    const before = sum;
    sum = add();
    if (sum ?? before) show();
  };
  let beat = 0;
  // The age of a long list counts up as slowly as its marks do.
  const clock = setInterval(() => !document.hidden && sum && (sum.count <= atOnce || ++beat % slower === 0) && show(), 1000);
  signal.addEventListener('abort', () => {
    clearInterval(clock);
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });
  return () => {
    clearTimeout(timer);
    if (signal.aborted) return;
    timer = window.setTimeout(look, quiet);
    // The first comes in the frame of the marks: one more would be dear where a page has thousands of rows.
    if (!sum) look();
  };
}

function isManaged(found: Found | null): boolean {
  return found?.facts?.owner === 'idp';
}

/** A request that was refused, or a name that the page does not tell apart. */
function isTroubled(found: Found | null): boolean {
  if (!found) return false;
  const { answer, facts } = found;
  return facts ? facts.sync.refusal !== null : answer.refusal !== null || answer.matches.length > 1;
}

function contentOf({ count, managed, attention, synced }: Sum, now: number): BadgeContent {
  const parts = [
    t('strip.managed', { managed, count }),
    ...(synced > 0 ? [t('strip.synced', { ago: agoShort(synced, now) })] : []),
    ...(attention > 0 ? [t('strip.attention', { count: attention })] : []),
  ];
  const label = parts.join(' · ');
  const brief = t(attention > 0 ? 'strip.brief-attention' : 'strip.brief', { count, managed, attention });
  return { owner: 'idp', tone: attention > 0 ? 'alert' : 'quiet', label, short: label, brief };
}
