import type { BrowserContext, Page } from '@playwright/test';
import type { UserFacts } from '../../contract/subjects.ts';
import { expect, test } from '../../test/e2e/fixtures.ts';
import type { Companion } from '../../test/e2e/parts/companion.ts';
import { anythingOfOurs, ourDialog, ourNotice } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { type Way, ways } from '../../test/house/ways.ts';

const mark = (page: Page) => page.locator('[data-sourcemark="badge"]').first();

/** Somebody whom Okta manages, in teams of Okta's. */
async function somebody(companion: Companion): Promise<UserFacts> {
  const user = (await companion.idpUsers()).find(({ teams }) => teams.filter(({ owner }) => owner === 'idp').length > 1);
  if (user === undefined) throw new Error('The seed has nobody of Okta in two teams of Okta’s.');
  return user;
}

async function open(context: BrowserContext, way: Way, user: UserFacts): Promise<Page> {
  const page = await openPage(context, 'spekit.user', { ...way, follow: [] });
  await page.goto(`${page.url().replace(/\?.*/, '')}/${user.id}?rendering=${way.rendering}`);
  await expect(page.getByRole('heading', { name: user.displayName })).toBeVisible();
  await expect(mark(page)).toHaveAccessibleName(/^Managed by Okta, synced /);
  return page;
}

for (const way of ways['spekit.user'] ?? []) {
  test.describe(`a user’s page, in the ${way.rendering} rendering`, () => {
    // Guide: "An Account Admin can change roles".
    test('an Account Admin changes the role of a user of Okta’s in a team of Okta’s, by mouse and keyboard, without a word of ours', async ({
      context,
      companion,
    }) => {
      const user = await somebody(companion);
      const page = await open(context, way, user);
      await page.getByRole('button', { name: 'Edit teams' }).click();
      const role = page.getByRole('combobox', { name: `Role in ${user.teams[0]?.name}` });
      await role.selectOption('Expert');
      await expect.poll(async () => (await companion.user(user.email ?? ''))?.role).toBe('Expert');
      await expect(role).toHaveValue('Expert');
      await role.focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(async () => (await companion.user(user.email ?? ''))?.role).toBe('Team Admin');
      await page.getByRole('button', { name: 'Done' }).press('Enter');
      await expect(role).toHaveCount(0);
      await expect(page.getByText('Team Admin').first()).toBeVisible();
      await expect(ourDialog(page).or(ourNotice(page))).toHaveCount(0);
      expect((await companion.user(user.email ?? ''))?.owner).toBe('idp');
    });

    test('what Okta owns of the user is explained before Spekit refuses it', async ({ context, companion }) => {
      const user = await somebody(companion);
      const page = await open(context, way, user);
      const dialog = ourDialog(page);
      await page.getByLabel('First Name').fill('Somebody');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toHaveAccessibleName(`The profile of ${user.displayName} comes from Okta`);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toHaveCount(0);
      await page.getByLabel('First Name').press('Enter');
      await expect(dialog).toHaveAccessibleName(`The profile of ${user.displayName} comes from Okta`);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: `Why is this switched off? ${user.displayName} is managed by Okta` }).click();
      await expect(dialog).toContainText('so the account cannot be deactivated in Spekit');
      await dialog.getByRole('button', { name: 'Close' }).click();

      await page.getByRole('button', { name: 'Edit teams' }).click();
      await page.getByRole('button', { name: 'Remove User' }).first().click();
      await expect(dialog).toHaveAccessibleName(`The members of ${user.teams[0]?.name} are managed by Okta`);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toHaveCount(0);
      expect(await companion.user(user.email ?? '')).toEqual(user);
    });

    test('of a user invited in Spekit is left alone', async ({ context, companion }) => {
      const omar = await companion.user('omar.siddiqui@brightpath.example');
      const page = await openPage(context, 'spekit.user', { ...way, follow: [] });
      await page.goto(`${page.url().replace(/\?.*/, '')}/${omar?.id}?rendering=${way.rendering}`);
      await page.getByLabel('First Name').fill('Omer');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect.poll(async () => (await companion.user('omar.siddiqui@brightpath.example'))?.displayName).toBe('Omer Siddiqui');
      await expect(anythingOfOurs(page)).toHaveCount(0);
    });
  });
}
