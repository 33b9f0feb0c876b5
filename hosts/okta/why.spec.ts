import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../test/e2e/fixtures.ts';
import { OktaConsole } from '../../test/e2e/parts/okta.ts';
import { badgeIn, ourCard } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

for (const way of ways['okta.group'] ?? []) {
  test.describe(`why is this person not in that team, in the ${way.rendering} rendering`, () => {
    test('on a group’s page whoever has not arrived is marked, and the card says why', async ({ context }) => {
      const page = await openPage(context, 'okta.group', { ...way, follow: ['Account Executives'] });
      const ethan = badgeIn(row(page, 'Ethan Brooks'));
      await expect(ethan).toHaveAccessibleName('Ethan Brooks has not arrived in the team Account Executives in Spekit: see why');
      await expect(badgeIn(row(page, 'Tom Whitaker'))).toHaveCount(0);
      await ethan.hover();
      await expect(ourCard(page).getByRole('listitem').last()).toHaveText(/^No: Okta has not sent Ethan Brooks: not assigned to Spekit$/);
      await expect(ourCard(page)).toContainText('Assign Ethan Brooks to the Spekit app in Okta.');
      await expect(ourCard(page).getByRole('link', { name: /^Open this person in Okta/ })).toBeVisible();
    });

    test('on a person’s page the groups say in which of them the person has not arrived', async ({ context }) => {
      const [people] = ways['okta.person'] ?? [];
      const page = await openPage(context, 'okta.person', {
        ...(people ?? way),
        rendering: way.rendering,
        follow: ['Julia Novak'],
      });
      await new OktaConsole(page).openGroupsOf('Julia Novak');
      const group = badgeIn(row(page, 'Solutions Engineering'));
      await expect(group).toHaveAccessibleName(
        /^Julia Novak has not arrived in the team Solutions Engineering in Spekit: see why, Pushed to Spekit as Solutions Engineering: /,
      );
      await group.hover();
      await expect(ourCard(page)).toContainText('Why Julia Novak is not in Solutions Engineering');
      await expect(ourCard(page)).toContainText('Assign Julia Novak to the Spekit app in Okta.');
    });
  });
}
