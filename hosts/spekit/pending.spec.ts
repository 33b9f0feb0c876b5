import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../test/e2e/fixtures.ts';
import { badgeIn, ourDialog, ourNotice } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { renderings } from '../../test/house/ways.ts';

const row = (page: Page, email: string): Locator => page.getByRole('row').or(page.getByRole('listitem')).filter({ hasText: email });

// Spekit Help, "Pending Users": whoever was invited and has never logged in; *Pending invitations* in one generation of its labels,
// *Manage pending invitations* in the other.
for (const rendering of renderings.spekit) {
  test.describe(`pending invitations, in the ${rendering} rendering`, () => {
    test('whom Okta owns is marked and cannot be removed here; sending the invitation again goes through', async ({
      context,
      companion,
    }) => {
      const invited = (await companion.idpUsers()).filter(({ active, pending }) => active && pending);
      const [somebody] = invited;
      if (!somebody?.email) throw new Error('The seed has nobody of Okta who was invited.');
      const page = await openPage(context, 'spekit.manage-users', {
        rendering,
        address: '/app/settings/teams-users/pending-invitations',
        follow: [],
      });
      for (const { email } of invited)
        await expect(badgeIn(row(page, email ?? ''))).toHaveAccessibleName(/^Managed by Okta, synced .* ago$/);
      const line = row(page, somebody.email);
      await line.getByRole('button', { name: 'Resend invite' }).click();
      await expect(page.getByText(`Invitation sent again to ${somebody.email}`)).toBeVisible();
      await expect(ourDialog(page).or(ourNotice(page))).toHaveCount(0);
      await expect(badgeIn(line)).toHaveCount(1);
      await line.getByRole('button', { name: 'Delete user' }).click();
      await expect(ourDialog(page)).toContainText('the account cannot be deleted in Spekit');
      await ourDialog(page).getByRole('button', { name: 'Close' }).click();
      await expect(line).toBeVisible();
      expect(await companion.user(somebody.email)).toMatchObject({ active: true, owner: 'idp' });
    });

    test('who was invited in Spekit itself is left alone', async ({ context, companion }) => {
      const page = await openPage(context, 'spekit.manage-users', {
        rendering,
        address: '/app/settings/teams-users/pending-invitations',
        follow: [],
      });
      const line = row(page, 'karin.vogel@acme-partners.example');
      await expect(page.locator('[data-sourcemark="badge"]').first()).toBeVisible();
      await expect(line).toBeVisible();
      await expect(badgeIn(line)).toHaveCount(0);
      await line.getByRole('button', { name: 'Delete user' }).click();
      const yes = page.getByRole('button', { name: 'Yes' });
      if (rendering === 'current') await yes.click();
      await expect(line).toHaveCount(0);
      await expect(ourDialog(page)).toHaveCount(0);
      await expect.poll(() => companion.user('karin.vogel@acme-partners.example')).toBeUndefined();
    });
  });
}
