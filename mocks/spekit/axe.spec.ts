import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Companion } from '../../test/e2e/parts/companion.ts';
import { type PlainPage, pathOf } from './app/data/routes.ts';
import { renderings } from './app/renderings.ts';
import { type Replica, startReplica } from './replica.ts';

let companion: Companion;
let replica: Replica;

test.beforeAll(async () => {
  companion = await Companion.make();
  await companion.start();
  replica = await startReplica({ companionUrl: companion.url, scimToken: companion.scimToken, adminToken: companion.adminToken });
});

test.afterAll(async () => {
  await replica.close();
  await companion.remove();
});

const pages: readonly PlainPage[] = ['dashboard', 'wiki', 'settings', 'users', 'teams', 'pending', 'connect', 'tokens'];
/** Words that say that the page has its data. */
const loaded: Partial<Record<PlainPage, string>> = { users: 'Zoe Partner', teams: 'Onboarding Buddies', pending: 'zoe@partner.example' };

for (const rendering of renderings) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const one of pages) {
      test(`axe finds nothing serious: ${rendering}, ${colorScheme}, ${one}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${replica.url}${pathOf({ page: one }, rendering)}?rendering=${rendering}`);
        if (one === 'users') await page.getByLabel(/^Search/).fill('partner');
        await page
          .getByText(loaded[one] ?? /\w/)
          .first()
          .waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
      });
    }
  }
}
