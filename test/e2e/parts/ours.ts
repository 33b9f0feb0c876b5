import { expect, type Locator, type Page } from '@playwright/test';

/** Our dialog over a host page. */
export function ourDialog(page: Page): Locator {
  return page.locator('[data-sourcemark="dialog"]').getByRole('dialog');
}

/** The mark in a row, card or heading. */
export function badgeIn(part: Locator): Locator {
  return part.locator('[data-sourcemark="badge"]');
}

/** The card of a mark, or the list of a strip. */
export function ourCard(page: Page): Locator {
  return page.locator('[data-sourcemark="panel"]');
}

/** The line that sums a list up; not the sign beside a control that the page switched off, which is named by its question. */
export function ourStrip(page: Page): Locator {
  return page.locator('[data-sourcemark="strip"][aria-expanded]');
}

/** Explanations beside words of a page. */
export function ourStrips(part: Locator | Page): Locator {
  return part.locator('[data-sourcemark="strip"]:not([aria-expanded])');
}

export function ourNotice(page: Page): Locator {
  return page.locator('[data-sourcemark="notice"]');
}

/** Everything of ours in a page. */
export function anythingOfOurs(page: Page): Locator {
  return page.locator('[data-sourcemark]');
}

/** Nothing of ours is left. The admin looks at the tab again and again meanwhile: a page that is only left open asks every quarter of a minute. */
export async function expectNothingOfOurs(page: Page): Promise<void> {
  const left = async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    return anythingOfOurs(page).count();
  };
  await expect.poll(left, { timeout: 40_000 }).toBe(0);
}
