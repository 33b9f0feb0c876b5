import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../test/e2e/fixtures.ts';
import { OktaConsole } from '../../test/e2e/parts/okta.ts';
import { anythingOfOurs, badgeIn, ourDialog, ourNotice } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
const mark = (page: Page): Locator => anythingOfOurs(page).and(page.getByRole('img'));
const status = (page: Page, words: string): Locator => page.getByText(words, { exact: true });

for (const way of ways['okta.person'] ?? []) {
  test.describe(`a person in Okta, in the ${way.rendering} rendering`, () => {
    test('Suspend is told in passing: the Spekit account stays active', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.person', way);
      await expect(mark(page)).toBeVisible();
      await new OktaConsole(page).changePerson('Suspend');
      await expect(ourNotice(page)).toContainText('Priya Raman is expected to stay as is in Spekit');
      await expect(ourNotice(page)).toContainText('Expected to stay active in Spekit: Okta sends an app nothing of a suspension.');
      await expect(ourDialog(page)).toHaveCount(0);
      await expect(status(page, 'Suspended')).toBeVisible();
      expect(await companion.user('priya.raman@acme.example')).toMatchObject({ active: true, owner: 'idp' });
      await new OktaConsole(page).changePerson('Unsuspend');
      await expect(status(page, 'Suspended')).toHaveCount(0);
    });

    test('Delete, once deactivated, asks first: the account stays in Spekit as it is', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.person', way);
      const admin = new OktaConsole(page);
      await expect(mark(page)).toBeVisible();
      await admin.changePerson('Deactivate');
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(status(page, 'Deactivated')).toBeVisible();
      await expect(mark(page)).toHaveAccessibleName(/deactivated in Spekit$/, { timeout: 30_000 });
      await admin.changePerson('Delete');
      await expect(ourDialog(page)).toHaveAccessibleName("The Spekit account of Priya Raman is expected to stay, out of Okta's reach");
      await expect(ourDialog(page)).toContainText('Deactivated in Spekit now: expected to stay so.');
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      const dialog = page.getByRole('dialog', { name: 'Delete Person' });
      await expect(dialog).toBeVisible();
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
      await expect(page.getByText('priya.raman@acme.example')).toHaveCount(0);
      expect(await companion.user('priya.raman@acme.example')).toMatchObject({ active: false, owner: 'idp' });
    });

    test('a click on a group’s name adds the person: told in passing, and waited for until the team has got it', async ({
      context,
      companion,
    }) => {
      const page = await openPage(context, 'okta.person', way);
      await new OktaConsole(page).openGroupsOf('Priya Raman');
      await expect(badgeIn(row(page, 'Sales Leadership'))).toBeVisible();
      const before = (await companion.team('Enablement', 'idp'))?.memberCount ?? 0;
      await page.getByRole('combobox', { name: 'Search groups' }).fill('enable');
      await page.getByRole('option', { name: 'Enablement' }).click();
      await expect(ourNotice(page)).toContainText('Spekit is expected to follow this group');
      await expect(ourDialog(page)).toHaveCount(0);
      await expect(badgeIn(row(page, 'Enablement'))).toHaveAccessibleName(/^Waiting for sync, /);
      await expect(badgeIn(row(page, 'Enablement'))).toHaveAccessibleName(/^Seen in Spekit/, { timeout: 30_000 });
      expect((await companion.team('Enablement', 'idp'))?.memberCount).toBe(before + 1);
    });

    test('a group that is not pushed is added without a word', async ({ context }) => {
      const page = await openPage(context, 'okta.person', way);
      await new OktaConsole(page).openGroupsOf('Priya Raman');
      await expect(badgeIn(row(page, 'Sales Leadership'))).toBeVisible();
      await page.getByRole('combobox', { name: 'Search groups' }).fill('market');
      await page.getByRole('option', { name: 'Marketing' }).click();
      await expect(row(page, 'Marketing')).toBeVisible();
      await expect(ourNotice(page)).toHaveCount(0);
    });
  });
}
