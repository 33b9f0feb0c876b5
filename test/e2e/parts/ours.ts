import type { Locator, Page } from '@playwright/test';

/** Our dialog over a host page. */
export function ourDialog(page: Page): Locator {
  return page.locator('[data-sourcemark="dialog"]').getByRole('dialog');
}

/** The mark in a row, card or heading. */
export function badgeIn(part: Locator): Locator {
  return part.locator('[data-sourcemark="badge"]');
}

/** Explanations beside words of a page. */
export function ourStrips(part: Locator | Page): Locator {
  return part.locator('[data-sourcemark="strip"]');
}

export function ourNotice(page: Page): Locator {
  return page.locator('[data-sourcemark="notice"]');
}

/** Everything of ours in a page. */
export function anythingOfOurs(page: Page): Locator {
  return page.locator('[data-sourcemark]');
}
