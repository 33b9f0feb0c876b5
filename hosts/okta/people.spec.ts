import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../test/e2e/fixtures.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

/** The row or card of the person with that address. */
const person = (page: Page, email: string): Locator => page.getByRole('row').or(page.getByRole('listitem')).filter({ hasText: email });
const badge = (page: Page, email: string): Locator => person(page, email).locator('[data-sourcemark="badge"]');

for (const way of ways['okta.people'] ?? []) {
  test(`People, in the ${way.rendering} rendering: who is in Spekit is marked, how fresh that is, who is deactivated there`, async ({
    context,
  }) => {
    const page = await openPage(context, 'okta.people', way);
    await expect(badge(page, 'priya.raman@acme.example')).toHaveAccessibleName(/^Managed by Okta, synced \d+ (second|minute)s? ago$/);
    await expect(badge(page, 'gregory.stone@acme.example')).toHaveAccessibleName(/^Managed by Okta, synced .* ago, deactivated in Spekit$/);
    // Two of one name are told apart by the id in their links.
    for (const email of ['maria.garcia@acme.example', 'maria.garcia2@acme.example'])
      await expect(badge(page, email)).toHaveAttribute('data-owner', 'idp');
    // Whom nobody assigned to Spekit, the companion has never heard of.
    for (const email of ['dylan.murphy@acme.example', 'ethan.brooks@acme.example']) await expect(badge(page, email)).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Priya Raman', exact: true })).toBeVisible();
  });

  test(`People, in the ${way.rendering} rendering: marks follow the list through a search`, async ({ context }) => {
    const page = await openPage(context, 'okta.people', way);
    await expect(badge(page, 'priya.raman@acme.example')).toBeVisible();
    // Not the console's own search, which stands above every page.
    await page.getByRole('searchbox', { name: 'Search people', exact: true }).fill('zhang');
    await expect(person(page, 'wei.zhang@acme.example')).toBeVisible();
    await expect(badge(page, 'wei.zhang@acme.example')).toBeVisible();
    await expect(page.locator('[data-sourcemark="badge"]')).toHaveCount(1);
  });
}
