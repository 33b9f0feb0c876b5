import { heldBy, labelsOf, nameOf } from './name.ts';
import { around, fits, isShown, plain, textNodes } from './text.ts';

/** How a setting is set, as a person sees it beside its caption. */
export interface Setting {
  /** The switch or choice, where the page lets it be turned now. */
  field: Element | null;
  /** Null where the page does not show it. */
  on: boolean | null;
}

/** What is turned or chosen with. */
export const switches =
  'input[type=checkbox],input[type=radio],[role=checkbox],[role=switch],[role=radio],[aria-pressed],select,[role=combobox],[aria-haspopup=listbox]';
const lists = '[role=combobox],[aria-haspopup]';
const pictures = 'img[alt],[role=img],svg';
const onWords = 'enabled|on|yes|active|scim( 2\\.0)?|[✓✔]';
const offWords = 'disabled|off|no|none|inactive|not enabled|[✗✘]';
/** How far around its caption a setting is looked for, in elements. */
const reach = 5;
const nothing: Setting = { field: null, on: null };

/** By its own switch, the one beside its caption, the choice made there, or the words and pictures that say it. */
export function settingBeside(caption: Element): Setting {
  const labelled = caption.closest('label')?.control;
  const direct = caption.matches(switches) ? caption : labelled?.matches(switches) ? labelled : null;
  if (direct) return { field: direct, on: isOn(direct) };
  for (const box of around(caption, reach)) {
    const all = signsIn(box).filter((sign) => !caption.contains(sign));
    if (all.length === 0) continue;
    // A box of several settings: its own is on its line, else it follows, as far as the next caption.
    return read(all) ?? read(all.filter((sign) => isLevel(sign, caption))) ?? read(following(caption, box, all)) ?? nothing;
  }
  return nothing;
}

/** What says how something is set: what it is turned with, and where there is none, words and pictures. */
function signsIn(box: Element): Element[] {
  // Of what opens a list (a search does so too) only what holds such words.
  const fields = [...box.querySelectorAll(switches)].filter((one) => isShown(seenAs(one)) && !(one.matches(lists) && isOn(one) === null));
  if (fields.length > 0) return fields;
  const words = [...textNodes(box, (text) => meaning([text]) !== null)].map(({ parentElement }) => parentElement);
  return [...words, ...[...box.querySelectorAll(pictures)].filter((one) => meaning([nameOf(one)]) !== null)].filter(isShown);
}

/** Null: they say several things. */
function read(signs: readonly Element[]): Setting | null {
  const [first, ...others] = signs;
  if (!first) return null;
  if (!first.matches(switches)) {
    const said = new Set(signs.map((sign) => meaning([plain(sign.textContent), nameOf(sign)])));
    return said.size === 1 ? { field: null, on: [...said][0] ?? null } : null;
  }
  if (others.length === 0) return { field: first, on: isOn(first) };
  const [chosen, second] = signs.filter(checked);
  return chosen && !second && signs.every(isRadio) ? { field: chosen, on: meaning([...labelsOf(chosen), nameOf(chosen)]) } : null;
}

function isLevel(sign: Element, caption: Element): boolean {
  const [place, words] = [seenAs(sign).getBoundingClientRect(), caption.getBoundingClientRect()];
  const middle = (place.top + place.bottom) / 2;
  return middle > words.top && middle < words.bottom;
}

/** Of what a flat list holds, what comes behind the caption and before the next of its kind. */
function following(caption: Element, box: Element, all: readonly Element[]): Element[] {
  let own = caption;
  while (own.parentElement && own.parentElement !== box) own = own.parentElement;
  const run: Element[] = [];
  for (let next = own.nextElementSibling; next && next.localName !== own.localName; next = next.nextElementSibling) run.push(next);
  return all.filter((sign) => run.some((element) => element.contains(sign)));
}

/** A field that is not drawn itself is seen by its label, which is drawn for it. */
function seenAs(field: Element): Element {
  return isShown(field) ? field : ((field as HTMLInputElement).labels?.[0] ?? field);
}

function isOn(field: Element): boolean | null {
  return field.matches(`select,${lists}`) ? meaning([heldBy(field)]) : checked(field);
}

function checked(field: Element): boolean {
  return field instanceof HTMLInputElement
    ? field.checked
    : (field.getAttribute('aria-checked') ?? field.getAttribute('aria-pressed')) === 'true';
}

function isRadio(field: Element): boolean {
  return field.matches('input[type=radio],[role=radio]');
}

function meaning(words: readonly string[]): boolean | null {
  for (const text of words) {
    if (fits(onWords, text)) return true;
    if (fits(offWords, text)) return false;
  }
  return null;
}
