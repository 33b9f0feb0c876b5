import { heldBy } from './name.ts';
import { isShown } from './text.ts';

/** What fields held before a person edited them. */
export interface Fields {
  /** The value before the first edit; null where nobody has edited the field. */
  before(field: Element): string | null;
}

/** Remembers the value of each field at its first edit. A field that was out of sight in between begins anew: dialogs keep their fields
 *  and fill them for the next subject. */
export function rememberFields(signal: AbortSignal): Fields {
  const held = new Map<Element, { value: string; edited: boolean }>();
  const hear = ({ type, target }: Event) => {
    if (!(target instanceof Element)) return;
    const known = held.get(target);
    if (type === 'input') held.set(target, { value: known?.value ?? '', edited: true });
    else if (!known?.edited) {
      for (const field of held.keys()) if (!field.isConnected || !isShown(field)) held.delete(field);
      held.set(target, { value: heldBy(target), edited: false });
    }
  };
  for (const type of ['focusin', 'beforeinput', 'input']) addEventListener(type, hear, { capture: true, signal });
  return {
    before(field) {
      const known = held.get(field);
      return known?.edited ? known.value : null;
    },
  };
}
