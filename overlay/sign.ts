import type { LocatorRole, Sign } from '../contract/page-declaration.ts';
import { readAddress } from './address.ts';
import { cellsUnder } from './columns.ts';
import type { Glance } from './glance.ts';
import { fieldsOf, labelsOf, nameOf } from './name.ts';
import { fits, isShown, plain, textNodes } from './text.ts';

/** The elements that have a role by nature or by attribute: the few whose names are then computed. */
const byRole: Record<LocatorRole, string> = {
  heading: 'h1,h2,h3,h4,[role=heading]',
  tab: '[role=tab],.ui-tabs-nav a,[aria-current]',
  button: 'button,[role=button],a,input[type=button],input[type=submit]',
  link: 'a[href],[role=link]',
  option: '[role=option]',
  columnheader: 'th,[role=columnheader]',
  dialog: 'dialog[open],[role=dialog],[role=alertdialog]',
};
const chosen = '[aria-selected=true],[aria-current]:not([aria-current=false]),.ui-tabs-selected *,.ui-state-active *,.active,.selected';
const frame = 'nav,header,option,[role=navigation],[role=banner]';
const notWords = 'a,button,[role=tab],[role=button],[role=link],[role=menuitem]';

type TextIn = Text & { parentElement: Element };

/** Every element inside the roots (themselves included) that such a locator means, in the page's order. */
export function* findSigns(locator: Sign, roots: Iterable<Element>): Generator<Element> {
  if ('column' in locator) yield* cellsUnder(locator.column, roots);
  else for (const root of roots) yield* findIn(locator, root);
}

/** The first element that one of the alternatives finds, as far as a glance at the page shows. */
export function spotFirst(alternatives: readonly Sign[], glance: Glance): Element | null {
  for (const locator of alternatives) for (const found of spot(locator, glance)) return found;
  return null;
}

function spot(locator: Sign, { elements, texts }: Glance): Iterable<Element> {
  if ('text' in locator) {
    const said = texts.filter(({ nodeValue }) => suits(locator.text, plain(nodeValue)));
    return shownAt(said as TextIn[], locator);
  }
  if ('role' in locator)
    return playing(
      locator,
      elements.filter((element) => element.matches(byRole[locator.role])),
    );
  return findSigns(locator, [document.body]);
}

function* findIn(locator: Exclude<Sign, { column: string }>, root: Element): Generator<Element> {
  if ('text' in locator)
    yield* shownAt(
      textNodes(root, (words) => suits(locator.text, words)),
      locator,
    );
  else if ('label' in locator) {
    for (const field of fieldsOf(root)) if (labelsOf(field).some((label) => fits(locator.label, label))) yield field;
  } else if ('hash' in locator) {
    if (fits(locator.hash, location.hash)) yield document.documentElement;
  } else if ('role' in locator) yield* playing(locator, within(root, byRole[locator.role]));
  else
    for (const element of within(root, 'css' in locator ? locator.css : 'a[href]'))
      if ('css' in locator || readAddress(locator.link, (element as HTMLAnchorElement).href)) yield element;
}

function* within(root: Element, css: string): Generator<Element> {
  if (root.matches(css)) yield root;
  yield* root.querySelectorAll(css);
}

/** Those of the elements of a role that are meant. */
function* playing({ name, selected }: Extract<Sign, { role: string }>, elements: Iterable<Element>): Generator<Element> {
  for (const element of elements)
    if ((!selected || element.matches(chosen)) && (name === undefined || fits(name, nameOf(element))) && isShown(element)) yield element;
}

function suits(wording: string, words: string): boolean {
  return words !== '' && fits(wording, words);
}

/** The elements that say those words where the locator looks for them. */
function* shownAt(said: Iterable<TextIn>, { anywhere }: Extract<Sign, { text: string }>): Generator<Element> {
  const not = anywhere ? frame : `${frame},${notWords}`;
  const found = new Set<Element>();
  for (const { parentElement } of said)
    if (!found.has(parentElement) && !parentElement.closest(not) && isShown(parentElement)) {
      found.add(parentElement);
      yield parentElement;
    }
}
