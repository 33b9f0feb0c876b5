import type { BrowserContext, Locator } from '@playwright/test';

/** Puts a text into a field in place of what is there. In Firefox key by key, as a person does: what a driver sets there otherwise, React does
 *  not notice. */
export async function enter(field: Locator, text: string): Promise<void> {
  if (!isFirefox(field.page().context())) return field.fill(text);
  await field.clear();
  await field.pressSequentially(text);
}

export function isFirefox(context: BrowserContext): boolean {
  return context.browser()?.browserType().name() === 'firefox';
}
