import type { Locator } from '@playwright/test';
import { expect, test } from '../../test/e2e/fixtures.ts';
import { badgeIn, ourCard, ourDialog, ourStrips } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

/** The marks that hang nearest to words: not in a heading, whose name is the team's. A box's own hangs at its end. */
const marksAt = (words: Locator) => badgeIn(words.locator('xpath=ancestor::*[.//*[@data-sourcemark="badge"]][1]'));

for (const way of ways['spekit.team'] ?? []) {
  test.describe(`a team of Okta’s and its members, in the ${way.rendering} rendering`, () => {
    test('are marked, and Okta’s membership is explained before Spekit refuses a change of it', async ({ context, companion }) => {
      const page = await openPage(context, 'spekit.team', way);
      const name = 'Account Executives';
      const before = (await companion.team(name))?.memberCount;
      const heading = page.getByRole('heading', { name: way.rendering === 'older' ? `Manage Users of ${name}` : name, exact: true });
      await expect(way.rendering === 'older' ? marksAt(heading).last() : marksAt(heading).first()).toHaveAccessibleName(
        /^Managed by Okta, synced /,
      );
      const member = page.getByText('Aisha Bello', { exact: true });
      await expect(member).toBeVisible();
      await expect(marksAt(member).first()).toHaveAccessibleName(/^Managed by Okta, synced /);
      await page.getByRole('button', { name: 'Remove User' }).first().click();
      await expect(ourDialog(page)).toHaveAccessibleName(`The members of ${name} are managed by Okta`);
      await ourDialog(page).getByRole('button', { name: 'Close' }).click();
      // *Add 1 user* is off until somebody is chosen; of a team of Okta's it says why it stays so.
      if (way.rendering === 'older') await ourStrips(page).first().click();
      else await page.getByRole('button', { name: 'Add users' }).click();
      await expect(ourDialog(page)).toHaveAccessibleName(`The members of ${name} are managed by Okta`);
      expect((await companion.team(name))?.memberCount).toBe(before);
    });

    test('the card of the team tells of anybody who is typed why they are not in it', async ({ context }) => {
      const page = await openPage(context, 'spekit.team', way);
      const heading = page.getByRole('heading', {
        name: way.rendering === 'older' ? /^Manage Users of Account Executives$/ : 'Account Executives',
      });
      await (way.rendering === 'older' ? marksAt(heading).last() : marksAt(heading).first()).hover();
      await expect(ourCard(page)).toHaveAccessibleName('Account Executives');
      const field = ourCard(page).getByRole('textbox', { name: 'Why is somebody not in this team?' });
      await field.fill('ethan.brooks@acme.example');
      await field.press('Enter');
      await expect(ourCard(page)).toContainText('Assign ethan.brooks@acme.example to the Spekit app in Okta.');
      await field.fill('Priya Raman');
      await field.press('Enter');
      await expect(ourCard(page)).toContainText('Add Priya Raman to the group Account Executives in Okta.');
    });
  });
}
