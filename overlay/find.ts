import type { Locator, LocatorRole } from '../contract/page-declaration.ts';
import { readAddress } from './address.ts';
import { besides } from './beside.ts';
import { cellsUnder } from './columns.ts';
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

/** Every element inside `root` (itself included) that the locator means, in the page's order. */
export function findAll(locator: Locator, root: Element): Element[] {
  if ('link' in locator) return within(root, 'a[href]').filter((link) => readAddress(locator.link, (link as HTMLAnchorElement).href));
  if ('column' in locator) return cellsUnder(locator.column, root);
  if ('text' in locator) return textOf(locator.text, locator.anywhere ? frame : `${frame},${notWords}`, root);
  if ('label' in locator) return fieldsOf(root).filter((field) => labelsOf(field).some((label) => fits(locator.label, label)));
  if ('beside' in locator) return besides(locator, root);
  if ('hash' in locator) return fits(locator.hash, location.hash) ? [document.documentElement] : [];
  if ('css' in locator) return within(root, locator.css);
  const { role, name, selected } = locator;
  return within(root, byRole[role]).filter(
    (element) => (!selected || element.matches(chosen)) && (name === undefined || fits(name, nameOf(element))) && isShown(element),
  );
}

/** The first element that one of the alternatives finds, with that alternative. */
export function findFirst(alternatives: readonly Locator[], root: Element): Element | null {
  for (const locator of alternatives) {
    const [found] = findAll(locator, root);
    if (found) return found;
  }
  return null;
}

export function within(root: Element, css: string): Element[] {
  const inside = [...root.querySelectorAll(css)];
  return root.matches(css) ? [root, ...inside] : inside;
}

function textOf(wording: string, not: string, root: Element): Element[] {
  const found = new Set<Element>();
  for (const { nodeValue, parentElement } of textNodes(root))
    if (fits(wording, plain(nodeValue)) && !parentElement.closest(not) && isShown(parentElement)) found.add(parentElement);
  return [...found];
}
