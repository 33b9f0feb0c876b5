import { type Badge, type BadgeContent, createBadge, measure } from './badge.ts';
import { onPress } from './press.ts';

/** What is said beside words of the page, and what happens when it is pressed. */
export interface NoteContent extends Omit<BadgeContent, 'owner'> {
  open(): void;
}

/** Explanations beside words of the page, each reachable by keyboard: marks that can be pressed. */
export interface Notes {
  /** Says beside which words something stands from now on. */
  set(wanted: ReadonlyMap<Element, NoteContent>): void;
}

export function createNotes(signal: AbortSignal): Notes {
  const notes = new Map<Element, { badge: Badge; open(): void }>();
  const drop = (anchor: Element) => {
    notes.get(anchor)?.badge.remove();
    notes.delete(anchor);
  };
  const again = () => measure([...notes.values()].map(({ badge }) => badge));
  addEventListener('resize', again, { signal });
  addEventListener('scroll', again, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => [...notes.keys()].forEach(drop));

  const make = (anchor: Element, open: () => void) => {
    const note = { badge: createBadge(anchor, 'strip'), open };
    notes.set(anchor, note);
    onPress(note.badge.host, (event) => {
      // It may lie in a label or a link of the page, whose own answer to a click it is not.
      event.preventDefault();
      event.stopPropagation();
      note.open();
    });
    return note;
  };

  return {
    set(wanted) {
      for (const anchor of [...notes.keys()]) if (!wanted.has(anchor) || !anchor.isConnected) drop(anchor);
      for (const [anchor, { open, ...content }] of wanted) {
        const note = notes.get(anchor) ?? make(anchor, open);
        note.open = open;
        note.badge.show({ ...content, owner: null });
      }
      for (const seat of [...notes.values()].map(({ badge }) => badge.keep())) seat();
      again();
    },
  };
}
