import type { Locator, Page } from '@playwright/test';

/** Our dialog over a host page. */
export function ourDialog(page: Page): Locator {
  return page.locator('[data-sourcemark="dialog"]').getByRole('dialog');
}

/** Everything of ours in a page. */
export function anythingOfOurs(page: Page): Locator {
  return page.locator('[data-sourcemark]');
}
