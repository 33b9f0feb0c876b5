import { type Badge, type BadgeContent, createBadge } from './badge.ts';

/** Up to so many marks hang at once; in longer lists only those near the viewport do. */
const atOnce = 250;

/** The marks of a page, each keyed by the element whose words it stands beside. */
export interface Marks {
  /** Says which elements are to be marked from now on, and with what; null: known, but nothing to say. All others lose their mark. */
  set(wanted: ReadonlyMap<Element, () => BadgeContent | null>): void;
  /** Something changed there: hides the marks whose words are no longer those that were read, before the next frame is painted. */
  doubt(changed: Element): void;
}

/** `signal` ends everything and takes every mark away. Ages are counted by one timer a second for the marks near the viewport, none while
 *  the page is hidden. */
export function createMarks(signal: AbortSignal): Marks {
  const contents = new Map<Element, () => BadgeContent | null>();
  const badges = new Map<Element, Badge>();
  const near = new Set<Element>();

  const hang = (elements: Iterable<Element>) => {
    const fresh: Badge[] = [];
    for (const element of elements) {
      const content = contents.get(element)?.();
      let badge = badges.get(element);
      if (!content) {
        badge?.remove();
        badges.delete(element);
        continue;
      }
      if (!badge) {
        badge = createBadge(element);
        resized.observe(around(element));
        badges.set(element, badge);
      }
      badge.show(content);
      badge.keep();
      fresh.push(badge);
    }
    again(fresh);
  };
  const visible = () => (contents.size <= atOnce ? contents.keys() : near);
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      if (contents.size > atOnce) hang(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
    },
    { rootMargin: '300px' },
  );
  const clear = () => {
    watcher.disconnect();
    for (const badge of badges.values()) badge.remove();
    for (const map of [contents, badges, near]) map.clear();
  };
  const timer = setInterval(() => {
    if (document.hidden) return;
    hang(
      [...near].filter((element) => {
        const content = contents.get(element)?.();
        return content && badges.get(element)?.show(content);
      }),
    );
  }, 1000);
  // Where a row is laid out anew, the room beside its words is another.
  const resized = new ResizeObserver((entries) => {
    const rows = new Set(entries.map(({ target }) => target));
    again([...badges.values()].filter(({ anchor }) => rows.has(around(anchor))));
  });
  // A mark that had to leave the flow does not scroll with a box that is no containing block of its.
  addEventListener('scroll', () => again([...badges.values()].filter((badge) => badge.drifts())), { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    resized.disconnect();
    clear();
  });

  return {
    doubt(changed) {
      for (const [anchor, badge] of badges) if (changed.contains(anchor) || anchor.contains(changed)) badge.doubt();
    },
    set(wanted) {
      for (const element of [...contents.keys()]) {
        if (wanted.has(element)) continue;
        contents.delete(element);
        badges.get(element)?.remove();
        badges.delete(element);
        near.delete(element);
        watcher.unobserve(element);
      }
      for (const [element, content] of wanted) {
        if (!contents.has(element)) watcher.observe(element);
        contents.set(element, content);
      }
      hang(visible());
    },
  };
}

/** Measures all of them before the first is moved, so that the page is laid out once. */
function again(badges: readonly Badge[]): void {
  for (const move of badges.map((badge) => badge.measure())) move();
}

function around(anchor: Element): Element {
  return anchor.parentElement ?? anchor;
}
