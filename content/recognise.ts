import type { PageDeclaration } from '../contract/page-declaration.ts';
import { readAddress } from '../overlay/address.ts';
import { type Glance, glanceAt } from '../overlay/glance.ts';
import { spotFirst } from '../overlay/sign.ts';
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
  let glance: Glance | null = null;
  for (const declared of pages) {
    const places = declared.path ? readAddress(declared.path, location.href) : {};
    if (!places || (declared.app && !isOurs(places))) continue;
    glance ??= glanceAt(document.body);
    const signs = signsOf(declared, glance);
    if (signs) found.push({ declared, places, signs });
  }
  return found;
}

/** All that a page is recognised by, or null: the first that is missing decides. */
function signsOf({ shows }: PageDeclaration, glance: Glance): Element[] | null {
  const signs: Element[] = [];
  for (const alternatives of shows) {
    const sign = spotFirst(alternatives, glance);
    if (!sign) return null;
    signs.push(sign);
  }
  return signs;
}

/** Whether what a page was recognised by still stands. */
export function stands(page: Page): boolean {
  return page.signs.every((sign) => sign.isConnected && isShown(sign));
}
