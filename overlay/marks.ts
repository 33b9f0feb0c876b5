import { type Badge, type BadgeContent, createBadge, measure } from './badge.ts';
import { createNear } from './near.ts';
import type { Stops } from './stops.ts';

/** Up to so many marks hang at once; in longer lists only those near the viewport do. */
export const atOnce = 250;
/** How long marks are made in one frame, in ms; the rest follow in the next, which has the browser lay out a long table once more: a screenful
 *  should do with one, the first of a page too, whose code is not compiled yet. */
const enough = 24;

/** In such a list ages count up every so many seconds: a word that changes has the browser look through the whole table. */
export const slower = 5;

/** The marks of a page, each keyed by the element whose words it stands beside. */
export interface Marks<Subject> {
  /** Says which elements are to be marked from now on, and what each was read as. All others lose their mark. */
  set(wanted: ReadonlyMap<Element, Subject>): void;
  /** What is known of the subjects (or of these only) changed: their marks say it in the next frame. */
  renew(only?: (subject: Subject) => boolean): void;
  /** Something changed there: hides the mark whose words are no longer those that were read, before the next frame is painted. */
  doubt(changed: Element): void;
  /** What that mark stands for; null for one that is none of these, or no longer. */
  subjectOf(mark: Element): Subject | null;
  /** The mark that hangs beside an element's words. */
  markAt(element: Element): HTMLElement | null;
}

interface MarksOptions<Subject> {
  /** What the mark of a subject says now; null: nothing. */
  contentOf(subject: Subject): BadgeContent | null;
  /** These came near the viewport. */
  came(subjects: Subject[]): void;
  /** Who lets the marks be reached by keyboard. */
  stops: Stops;
  /** Ends everything and takes every mark away. */
  signal: AbortSignal;
}

/** Marks are made and measured in a frame, when the page is laid out anyway. One timer has those near the viewport tell their age and find
 *  their place anew (a font may have come, or another class); none while the page is hidden. */
export function createMarks<Subject extends object>({ contentOf, came, stops, signal }: MarksOptions<Subject>): Marks<Subject> {
  const subjects = new Map<Element, Subject>();
  const badges = new Map<Element, Badge>();
  const anchors = new WeakMap<Element, Element>();
  /** To be marked, or to lose their mark, in the next frame. */
  const due = new Set<Element>();
  let frame = 0;
  let clock = 0;
  let beat = 0;

  const soon = () => {
    if (!signal.aborted) frame ||= requestAnimationFrame(hang);
  };
  const near = createNear((elements) => {
    came(elements.flatMap((element) => subjects.get(element) ?? []));
    if (subjects.size > atOnce) mend(elements);
  }, signal);
  const inSight = () => (subjects.size <= atOnce ? subjects.keys() : near.elements);
  const badgesInSight = () => [...inSight()].flatMap((element) => badges.get(element) ?? []);
  const drop = (element: Element): undefined => {
    const badge = badges.get(element);
    badges.delete(element);
    if (badge) {
      badge.remove();
      anchors.delete(badge.host);
      stops.went(badge.host);
    }
    // Another mark may stand in a row that stays.
    if (badge?.row.isConnected === false) sizes.unobserve(badge.row);
  };
  const contentAt = (element: Element) => {
    const subject = subjects.get(element);
    return subject && contentOf(subject);
  };
  const mark = (element: Element) => {
    const content = contentAt(element);
    let badge = badges.get(element);
    if (!content) return drop(element);
    if (!badge) {
      badge = createBadge(element);
      badges.set(element, badge);
      anchors.set(badge.host, element);
      sizes.observe(badge.row);
    }
    badge.show(content);
    return badge;
  };
  const hang = () => {
    frame = 0;
    const until = performance.now() + enough;
    const hung: Badge[] = [];
    for (const element of due) {
      due.delete(element);
      const badge = mark(element);
      if (badge) hung.push(badge);
      if (performance.now() > until) break;
    }
    // Whatever is read of the page is read before the first of them is written.
    for (const seat of hung.map((badge) => badge.keep())) seat();
    measure(hung);
    stops.came(hung.map(({ host }) => host));
    if (due.size > 0) soon();
  };
  // Where a row is laid out anew, the room beside its words is another. What is told first is how it was when its mark was made.
  const known = new WeakMap<Element, string>();
  const sizes = new ResizeObserver((entries) => {
    let resized = false;
    for (const { target, contentRect } of entries) {
      const size = `${contentRect.width} ${contentRect.height}`;
      resized ||= (known.get(target) ?? size) !== size;
      known.set(target, size);
    }
    if (resized) measure(badgesInSight());
  });
  // A mark that had to leave the flow does not scroll with a box that is no containing block of its.
  addEventListener('scroll', () => measure(badgesInSight().filter((badge) => badge.drifts())), { capture: true, passive: true, signal });
  const mend = (elements: Iterable<Element>) => {
    const some = [...elements];
    // A frame of a page of thousands of rows is dear: none is asked for where nothing is to be done in it.
    if (!some.some((element) => badges.has(element) || contentAt(element))) return;
    for (const element of some) due.add(element);
    soon();
  };
  const wake = () => {
    clearInterval(clock);
    if (document.hidden) return;
    clock = window.setInterval(() => (subjects.size <= atOnce || ++beat % slower === 0) && mend(near.elements), 1000);
    // What changed while nobody saw it was not noted.
    for (const badge of badges.values()) badge.doubt();
  };
  document.addEventListener('visibilitychange', wake, { signal });
  wake();
  signal.addEventListener('abort', () => {
    clearInterval(clock);
    cancelAnimationFrame(frame);
    sizes.disconnect();
    for (const badge of badges.values()) badge.remove();
    for (const some of [subjects, badges, due]) some.clear();
  });

  return {
    doubt(changed) {
      for (let at: Element | null = changed; at; at = at.parentElement) badges.get(at)?.doubt();
    },
    renew(only = () => true) {
      const concerned = (element: Element) => {
        const subject = subjects.get(element);
        return subject && only(subject);
      };
      mend([...inSight()].filter(concerned));
    },
    subjectOf(mark) {
      const anchor = anchors.get(mark);
      return (anchor && badges.has(anchor) && subjects.get(anchor)) || null;
    },
    markAt: (element) => badges.get(element)?.host ?? null,
    set(wanted) {
      const many = subjects.size > atOnce;
      for (const element of subjects.keys()) {
        if (wanted.has(element)) continue;
        subjects.delete(element);
        near.unwatch(element);
        drop(element);
      }
      for (const [element, subject] of wanted) {
        const before = subjects.get(element);
        if (before === subject) continue;
        subjects.set(element, subject);
        if (!before) near.watch(element);
        if (badges.has(element) || near.elements.has(element) || wanted.size <= atOnce) due.add(element);
      }
      if (many && subjects.size <= atOnce) for (const element of subjects.keys()) due.add(element);
      cancelAnimationFrame(frame);
      hang();
    },
  };
}
