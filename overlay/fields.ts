import { heldBy, labelsOf } from './name.ts';
import { isShown } from './text.ts';

/** What fields held before a person edited them. */
export interface Fields {
  /** The value before the first edit; null where nobody has edited the field. */
  before(field: Element): string | null;
}

interface Held {
  /** Before the first edit. */
  value: string;
  edited: boolean;
  /** By which it is known again, and what it held last. */
  label: string;
  last: string;
}

/** Remembers the value of each field at its first edit. A field that was out of sight in between begins anew: dialogs keep their fields
 *  and fill them for the next subject. One that was made anew while it was edited, with its label and what was typed, is the same. */
export function rememberFields(signal: AbortSignal): Fields {
  const held = new Map<Element, Held>();
  const labelOf = (field: Element) => labelsOf(field)[0] ?? '';
  const heldFor = (field: Element): Held | undefined => {
    const known = held.get(field);
    if (known) return known;
    const [label, now] = [labelOf(field), heldBy(field)];
    for (const [old, before] of held) if (before.edited && !old.isConnected && before.label === label && before.last === now) return before;
    return undefined;
  };
  const hear = ({ type, target }: Event) => {
    if (!(target instanceof Element)) return;
    const known = type === 'input' ? held.get(target) : heldFor(target);
    const last = heldBy(target);
    if (type === 'input') held.set(target, { value: known?.value ?? '', edited: true, label: labelOf(target), last });
    else if (known?.edited) held.set(target, known);
    else {
      for (const field of held.keys()) if (!field.isConnected || !isShown(field)) held.delete(field);
      held.set(target, { value: last, edited: false, label: '', last });
    }
  };
  for (const type of ['focusin', 'beforeinput', 'input']) addEventListener(type, hear, { capture: true, signal });
  return {
    before(field) {
      const known = heldFor(field);
      return known?.edited ? known.value : null;
    },
  };
}
