import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Companion } from '../../test/e2e/parts/companion.ts';
import { type PlainPage, pathOf } from './app/data/routes.ts';
import { renderings } from './app/renderings.ts';
import { type Replica, startReplica } from './replica.ts';

let companion: Companion;
let replica: Replica;

// axe reads every element's colours: that takes its time on a busy machine.
test.describe.configure({ mode: 'default', timeout: 180_000 });

test.beforeAll(async () => {
  companion = await Companion.make();
  await companion.start();
  replica = await startReplica({ companionUrl: companion.url, scimToken: companion.scimToken, adminToken: companion.adminToken });
});

test.afterAll(async () => {
  await replica.close();
  await companion.remove();
});

/** A page, and words that say that it has its data. Long lists are narrowed first: one row is like the next. */
const pages: readonly { page: PlainPage; words: string }[] = [
  { page: 'users', words: 'Zoe Partner' },
  { page: 'teams', words: 'Onboarding Buddies' },
  { page: 'pending', words: 'zoe@partner.example' },
  { page: 'connect', words: 'SSO/SCIM is connected' },
  { page: 'settings', words: 'Connect' },
];
/** The older generation has no dark look. */
const looks = { current: ['light', 'dark'], older: ['light'] } as const;

for (const rendering of renderings) {
  for (const colorScheme of looks[rendering]) {
    for (const { page: one, words } of pages) {
      test(`axe finds nothing serious: ${rendering}, ${colorScheme}, ${one}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${replica.url}${pathOf({ page: one }, rendering)}?rendering=${rendering}`);
        if (one === 'users') await page.getByLabel(/^Search/).fill('partner');
        await page.getByText(words).first().waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
      });
    }
  }
}

test('axe finds nothing serious in an open menu and in dialogs', async ({ page }) => {
  const check = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).include('[role=menu], [role=dialog]').analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  };
  await page.goto(`${replica.url}${pathOf({ page: 'teams' }, 'current')}?rendering=current`);
  await page.getByRole('button', { name: 'Actions for Account Executives' }).click();
  await check();
  await page.getByRole('menuitem', { name: 'Edit team' }).click();
  await check();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Manage Users' }).click();
  await page.getByRole('link', { name: 'Maya Person00' }).click();
  await page.getByRole('button', { name: 'Edit teams' }).click();
  await check();
});
