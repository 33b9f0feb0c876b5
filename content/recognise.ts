import type { PageDeclaration } from '../contract/page-declaration.ts';
import { readAddress } from '../overlay/address.ts';
import { findFirst } from '../overlay/find.ts';
import { isShown } from '../overlay/text.ts';

/** A page of the host app that is on screen. */
export interface Page {
  declared: PageDeclaration;
  /** The places of its address (`groupId`, `instanceId`, …). */
  places: Record<string, string>;
  /** What it was recognised by. */
  signs: Element[];
}

/** The pages that are on screen: usually one or none. `isOurs` says of an app's page whether the app is the one to mark. */
export function recognise(pages: readonly PageDeclaration[], isOurs: (places: Record<string, string>) => boolean): Page[] {
  const found: Page[] = [];
  for (const declared of pages) {
    const places = declared.path ? readAddress(declared.path, location.href) : {};
    if (!places || (declared.app && !isOurs(places))) continue;
    const signs = declared.shows.map((alternatives) => findFirst(alternatives, document.body));
    if (signs.every((sign) => sign !== null)) found.push({ declared, places, signs });
  }
  return found;
}

/** Whether what a page was recognised by still stands. */
export function stands(page: Page): boolean {
  return page.signs.every((sign) => sign.isConnected && isShown(sign));
}
