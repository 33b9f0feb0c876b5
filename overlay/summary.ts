import { type Badge, type BadgeContent, createBadge, formOf, measure } from './badge.ts';
import { onPress } from './press.ts';
import { isShown, own } from './text.ts';

/** One line that sums a list up. It hangs as a mark does, over free room, so that nothing of the page moves when it comes. */
export interface Summary {
  /** Null: there is nothing to sum up. `places`: words of the page that it may stand beside, the best first; asked only where it must move. */
  show(content: BadgeContent | null, places: () => readonly Element[]): void;
  /** The element, while it hangs. */
  readonly host: HTMLElement | null;
}

/** So many seconds pass between two looks at where it stands, if nothing else changed. */
const rests = 5;

/** @param pressed It was pressed, by pointer or by key. */
export function createSummary(pressed: (strip: HTMLElement) => void, signal: AbortSignal): Summary {
  let badge: Badge | null = null;
  let shown = '';
  let beats = 0;
  const drop = () => {
    badge?.remove();
    badge = null;
  };
  signal.addEventListener('abort', drop);
  addEventListener('resize', () => badge && measure([badge]), { passive: true, signal });

  const hang = (content: BadgeContent, anchor: Element): Badge => {
    const made = createBadge(anchor, 'strip');
    const { host } = made;
    host.setAttribute('aria-expanded', 'false');
    onPress(host, () => pressed(host));
    made.show(content);
    made.keep()();
    return made;
  };

  return {
    get host() {
      return badge?.host ?? null;
    },
    show(content, places) {
      if (badge && !(content && badge.host.isConnected && isShown(badge.anchor))) drop();
      if (badge && content && beats % rests === 0 && formOf(badge.anchor, content) === 'icon') drop();
      if (!content) return;
      if (!badge) {
        const all = places().filter((place) => !place.closest(`[${own}]`));
        const roomy = (form: string) => all.find((place) => formOf(place, content) === form);
        // Where there is room for a picture alone it would say nothing, and might lie over what the page shows.
        const place = roomy('full') ?? roomy('short');
        if (!place) return;
        badge = hang(content, place);
        beats = 0;
      } else badge.show(content);
      beats += 1;
      const words = content.short.replace(/\d/g, '8');
      if (words !== shown || beats % rests === 1) measure([badge]);
      shown = words;
    },
  };
}
