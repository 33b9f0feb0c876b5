import type { Locator } from '../contract/page-declaration.ts';
import { besides } from './beside.ts';
import { findSigns } from './sign.ts';

/** Every element inside the roots (themselves included) that the locator means, in the page's order. Told one by one, as they are found:
 *  who wants one does not pay for all. */
export function* find(locator: Locator, roots: Iterable<Element>): Generator<Element> {
  if ('beside' in locator) for (const root of roots) yield* besides(locator, root);
  else yield* findSigns(locator, roots);
}

export function findAll(locator: Locator, root: Element): Element[] {
  return [...find(locator, [root])];
}

/** The first element that one of the alternatives finds. */
export function findFirst(alternatives: readonly Locator[], root: Element): Element | null {
  for (const locator of alternatives) for (const found of find(locator, [root])) return found;
  return null;
}
