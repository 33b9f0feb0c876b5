import { dialogs } from './box.ts';
import { around, own, rows } from './text.ts';

/** Who keeps the focus in one place while the arrow keys walk through its items: nothing in there is a stop of its own. */
const walked = '[role=listbox],[role=menu],[role=tree],option';
/** How `overlay/pointing.ts` is told to go to the mark of a row, from anywhere in it. */
const shortcut = 'Alt+Shift+O';
const all = `[${own}=badge]`;

/** How the marks are reached by keyboard. A list of a thousand rows must not get a thousand tab stops more: all marks of a page, and all of
 *  each dialog, share one. The arrow keys, Home and End go on from there, and the stop stays where one has been last
 *  (ARIA Authoring Practices, "Managing Focus Within Components Using a Roving tabindex"). */
export interface Stops {
  /** These hang in the page now. */
  came(marks: readonly HTMLElement[]): void;
  went(mark: HTMLElement): void;
  /** Makes the mark the stop of its part of the page. */
  stay(mark: HTMLElement): void;
  /** The mark of the row that an element stands in, else the stop of its part of the page. */
  nearest(element: Element): HTMLElement | null;
  /** Moves the focus as the key says. False: the key is none of these, or there is nothing further on. */
  walk(mark: HTMLElement, key: string): boolean;
}

/** Whether a mark is in the page and seen there. */
function isPosed(mark: HTMLElement | undefined): boolean {
  return mark?.isConnected === true && mark.hasAttribute('data-posed');
}

export function createStops(): Stops {
  const stops = new WeakMap<Node, HTMLElement>();
  const known = new WeakMap<HTMLElement, Node>();

  const set = (scope: Node, mark: HTMLElement) => {
    const before = stops.get(scope);
    if (before && before !== mark && before.hasAttribute('tabindex')) {
      before.tabIndex = -1;
      before.removeAttribute('aria-keyshortcuts');
    }
    mark.tabIndex = 0;
    mark.setAttribute('aria-keyshortcuts', shortcut);
    stops.set(scope, mark);
  };
  /** In reading order. */
  const inScope = (scope: Node) =>
    [...document.querySelectorAll<HTMLElement>(all)].filter((mark) => known.get(mark) === scope && isPosed(mark));

  return {
    came(marks) {
      for (const mark of marks) {
        if (!known.has(mark) && !mark.closest(walked)) {
          known.set(mark, mark.closest(dialogs) ?? document);
          mark.tabIndex = -1;
        }
        const scope = known.get(mark);
        // What the page hides (another tab's list) is no way in.
        if (scope && isPosed(mark) && !isPosed(stops.get(scope))) set(scope, mark);
      }
    },
    went(mark) {
      const scope = known.get(mark);
      if (!scope || stops.get(scope) !== mark) return;
      const next = inScope(scope).find(isPosed);
      // A stop that is remembered would keep the whole page that it stood on.
      if (next) set(scope, next);
      else stops.delete(scope);
    },
    stay(mark) {
      const scope = known.get(mark);
      if (scope) set(scope, mark);
    },
    nearest(element) {
      const row = element.closest(rows);
      for (const part of row ? [row] : around(element, 6)) {
        const [first, second] = part.querySelectorAll<HTMLElement>(all);
        if (first && (row || !second)) return first;
        if (second) break;
      }
      return stops.get(element.closest(dialogs) ?? document) ?? null;
    },
    walk(mark, key) {
      const marks = inScope(known.get(mark) ?? document);
      const at = marks.indexOf(mark);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[key];
      const next = to === undefined ? undefined : marks[to];
      next?.focus();
      return next !== undefined;
    },
  };
}
