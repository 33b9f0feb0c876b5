import type { Locator, Page } from '@playwright/test';
import { fixedOktaId } from '../../mocks/okta/ids.ts';
import { expect, test } from '../../test/e2e/fixtures.ts';
import { anythingOfOurs, badgeIn } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

const ago = 'synced \\d+ (second|minute)s? ago';
const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

/** *Push Groups > Find groups by name* by the console's own request: our dialog, which stops it, is not asked. */
async function pushUnasked(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (body) => fetch('/api/playground/push-group', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    JSON.stringify({ appId: fixedOktaId('0oa', 'Spekit'), groupId: fixedOktaId('00g', name), memberships: true }),
  );
}

for (const way of ways['okta.groups'] ?? []) {
  test.describe(`groups in Okta, in the ${way.rendering} rendering`, () => {
    test('the list says of each pushed group as which team, how many have arrived and when, and nothing of others', async ({
      context,
      companion,
    }) => {
      const page = await openPage(context, 'okta.groups', way);
      for (const name of ['Account Executives', 'Sales - EMEA', 'Enablement']) {
        const count = (await companion.team(name, 'idp'))?.memberCount;
        const badge = badgeIn(row(page, name));
        await expect(badge).toHaveAccessibleName(new RegExp(`^Pushed to Spekit as ${name}: ${count} members there, ${ago}$`));
        await expect(badge).toHaveAttribute('data-owner', 'idp');
      }
      for (const name of ['Engineering', 'Marketing', 'Revenue Operations', 'all spekit users'])
        await expect(badgeIn(row(page, name))).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Account Executives', exact: true })).toBeVisible();
    });

    test('a group’s page says the same, and follows the members as they arrive', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.group', { ...way, follow: ['Sales Leadership'] });
      const before = (await companion.team('Sales Leadership'))?.memberCount ?? 0;
      const badge = anythingOfOurs(page).and(page.getByRole('img'));
      await expect(badge).toHaveAccessibleName(new RegExp(`^Pushed to Spekit as Sales Leadership: ${before} members there, ${ago}$`));
      await page
        .getByRole('button', { name: /^Remove / })
        .first()
        .click();
      await expect(badge).toHaveAccessibleName(new RegExp(`: ${before - 1} members? there, ${ago}$`), { timeout: 30_000 });
      await expect(page.getByRole('heading', { name: 'Sales Leadership', exact: true })).toBeVisible();
    });

    test('the page of a group that is not pushed says so, and what else has its name; from its push on it says what has arrived', async ({
      context,
    }) => {
      const said = 'Not pushed: Okta has not pushed a group of this name to Spekit';
      const own = await openPage(context, 'okta.group', { ...way, follow: ['Revenue Operations'] });
      await expect(anythingOfOurs(own)).toHaveAccessibleName(`${said}, a team of this name is Spekit's own`);
      await own.close();
      const page = await openPage(context, 'okta.group', { ...way, follow: ['Marketing'] });
      await expect(anythingOfOurs(page)).toHaveAccessibleName(said);
      await expect(anythingOfOurs(page)).toHaveAttribute('data-owner', 'unknown');
      await pushUnasked(page, 'Marketing');
      await expect(anythingOfOurs(page)).toHaveAccessibleName(new RegExp(`^Pushed to Spekit as Marketing: \\d+ members? there, ${ago}$`), {
        timeout: 30_000,
      });
    });

    test('a push that was refused is told in the words that Okta got, in the list and on the group’s page', async ({
      context,
      companion,
    }) => {
      const page = await openPage(context, 'okta.groups', way);
      await expect(badgeIn(row(page, 'Account Executives'))).toBeVisible();
      await pushUnasked(page, 'all spekit users');
      const badge = badgeIn(row(page, 'all spekit users'));
      await expect(badge).toHaveAccessibleName(/^Not in Spekit: the last push was refused: /, { timeout: 30_000 });
      const [refusal] = (await companion.newestChanges()).filter(({ outcome }) => outcome === 'refused');
      const told = `Not in Spekit: the last push was refused: ${refusal?.detail}`;
      await expect(badge).toHaveAccessibleName(told);
      await page.getByRole('link', { name: 'all spekit users', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'all spekit users', exact: true })).toBeVisible();
      await expect(anythingOfOurs(page)).toHaveAccessibleName(told);
    });
  });
}
