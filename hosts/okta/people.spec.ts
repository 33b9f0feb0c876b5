import { expect, test } from '../../test/e2e/fixtures.ts';
import { OktaConsole } from '../../test/e2e/parts/okta.ts';
import { anythingOfOurs, badgeIn } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

for (const way of ways['okta.people'] ?? []) {
  test(`People, in the ${way.rendering} rendering: who is in Spekit is marked, how fresh that is, who is deactivated there`, async ({
    context,
  }) => {
    const page = await openPage(context, 'okta.people', way);
    const badge = (email: string) => badgeIn(new OktaConsole(page).person(email));
    await expect(badge('priya.raman@acme.example')).toHaveAccessibleName(/^Managed by Okta, synced \d+ (second|minute)s? ago$/);
    await expect(badge('gregory.stone@acme.example')).toHaveAccessibleName(/^Managed by Okta, synced .* ago, deactivated in Spekit$/);
    // Two of one name are told apart by the id in their links.
    for (const email of ['maria.garcia@acme.example', 'maria.garcia2@acme.example'])
      await expect(badge(email)).toHaveAttribute('data-owner', 'idp');
    // Whom nobody assigned to Spekit, the companion has never heard of.
    for (const email of ['dylan.murphy@acme.example', 'ethan.brooks@acme.example']) await expect(badge(email)).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Priya Raman', exact: true })).toBeVisible();
  });

  test(`People, in the ${way.rendering} rendering: marks follow the list through a search`, async ({ context }) => {
    const page = await openPage(context, 'okta.people', way);
    const badge = (email: string) => badgeIn(new OktaConsole(page).person(email));
    await expect(badge('priya.raman@acme.example')).toBeVisible();
    // Not the console's own search, which stands above every page.
    await page.getByRole('searchbox', { name: 'Search people', exact: true }).fill('zhang');
    await expect(new OktaConsole(page).person('wei.zhang@acme.example')).toBeVisible();
    await expect(badge('wei.zhang@acme.example')).toBeVisible();
    await expect(anythingOfOurs(page)).toHaveCount(1);
  });
}
