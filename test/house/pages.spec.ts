import type { BrowserContext } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { stillPage } from '../e2e/parts/browser.ts';
import { openPage } from './walk.ts';
import { renderings, ways } from './ways.ts';

for (const host of ['okta', 'spekit'] as const) {
  for (const rendering of renderings[host]) {
    test(`every page of ${host} is recognised and whole in the ${rendering} rendering`, async ({ context }) => {
      test.setTimeout(120_000);
      for (const [id, all] of Object.entries(ways).filter(([id]) => id.startsWith(`${host}.`))) {
        const way = all.find((one) => one.rendering === rendering);
        if (way === undefined) throw new Error(`${id} has no way in the ${rendering} rendering: add it to test/house/ways.ts.`);
        const page = await openPage(context, id, way);
        await expect
          .poll(() => reported(context, page.url()), { message: `${id} in the ${rendering} rendering`, timeout: 15_000 })
          .toMatchObject({ page: id, missing: [] });
        await page.close();
      }
    });
  }
}

/** What the content script has told of the tab at that address: kept in the extension's session storage. */
async function reported(context: BrowserContext, url: string): Promise<unknown> {
  const still = await stillPage(context);
  const kept = await still.evaluate('chrome.storage.session.get(null)');
  return reports(kept).find((report) => Reflect.get(report, 'url') === url);
}

/** Every report in what is stored, whatever it is wrapped in. */
function reports(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('page' in value && 'missing' in value) return [value];
  return Object.values(value).flatMap(reports);
}
