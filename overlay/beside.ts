import { nameOf } from './name.ts';
import { showsPicture } from './picture.ts';
import { fits, rows, textNodes } from './text.ts';

const controls = 'button,[role=button],a,input[type=button],summary';
const notNames = 'button,[role=button],summary,label,select,[role=menu],th,[role=columnheader]';

interface Meant {
  beside: string;
  icon?: string | undefined;
}

/** The first words of each row that has a control of that name: how a list without columns or links is read.
 *  A row is what its markup calls one, else the widest element around the control that has no second control of the same name. */
export function besides(meant: Meant, root: Element): Element[] {
  const known = new Map<Element, boolean>();
  const found = new Set<Element>();
  for (const control of root.querySelectorAll(controls)) {
    if (!isMeant(control, meant)) continue;
    const row = control.closest(rows) ?? widest(control, meant, known);
    const words = row && firstWords(row);
    if (words) found.add(words);
  }
  return [...found];
}

function widest(control: Element, meant: Meant, known: Map<Element, boolean>): Element | null {
  let row = control.parentElement;
  for (let next = row?.parentElement; row && next && !isList(next, meant, known); next = row.parentElement) row = next;
  return row;
}

/** Whether an element holds several rows: two controls of one name, or the page's own heading. */
function isList(element: Element, meant: Meant, known: Map<Element, boolean>): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  const names = [...element.querySelectorAll(controls)]
    .filter((control) => isMeant(control, meant))
    .map((control) => nameOf(control).split(' ', 1)[0]);
  const answer =
    new Set(names).size < names.length ||
    element.matches('body,main,section,[role=main],[role=list]') ||
    element.querySelector('h1') !== null;
  known.set(element, answer);
  return answer;
}

/** The words that a row begins with: its heading, else its first words that are no control's. */
export function firstWords(row: Element): Element | null {
  const heading = row.querySelector('h2,h3,h4,h5,[role=heading]');
  if (heading) return heading;
  for (const { parentElement } of textNodes(row)) if (!parentElement.closest(notNames)) return parentElement;
  return null;
}

function isMeant(control: Element, { beside, icon }: Meant): boolean {
  const name = nameOf(control);
  return (name !== '' && fits(beside, name)) || showsPicture(control, name, icon);
}
