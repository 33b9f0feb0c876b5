import type { BrowserContext, Page } from '@playwright/test';
import type { Way } from './ways.ts';

const origins: Readonly<Record<string, string>> = { okta: 'https://acme-admin.okta.com', spekit: 'https://app.spekit.co' };

/** Opens a page of the playground in a new tab, on its way: its address in that rendering, then link by link. */
export async function openPage(context: BrowserContext, id: string, { rendering, address, follow }: Way): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origins[id.split('.')[0] ?? '']}${address}?rendering=${rendering}`);
  for (const words of follow) {
    const exact = { name: words, exact: true };
    await page.getByRole('link', exact).or(page.getByRole('tab', exact)).first().click();
  }
  // The options open by themselves at the first start, in front of a page that is then hidden and gets no frames.
  await page.bringToFront();
  return page;
}
