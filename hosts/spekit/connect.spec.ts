import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../../test/e2e/fixtures.ts';
import type { Companion } from '../../test/e2e/parts/companion.ts';
import { anythingOfOurs, ourDialog, ourNotice, ourStrips } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { type Way, ways } from '../../test/house/ways.ts';

const connectButton = (page: Page) => page.getByRole('button', { name: 'Connect with SSO/SCIM' });

/** Connect of an account that is not connected (the playground's is, when it begins), by way of a page whose marks tell that the session
 *  knows its account. */
async function openDisconnected(context: BrowserContext, companion: Companion, way: Way): Promise<Page> {
  const [teams = way] = (ways['spekit.manage-teams'] ?? []).filter(({ rendering }) => rendering === way.rendering);
  const page = await openPage(context, 'spekit.manage-teams', teams);
  await expect(anythingOfOurs(page).first()).toBeVisible();
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, way.address);
  await page.getByRole('button', { name: 'Disconnect' }).click();
  const sure = page.getByRole('dialog', { name: 'Are you sure?' }).getByRole('button', { name: 'Yes' });
  // The older generation does not ask.
  await sure.or(connectButton(page)).first().waitFor();
  if (await sure.isVisible()) await sure.click();
  await expect(connectButton(page)).toBeVisible();
  expect(await companion.connection()).toBe('not-connected');
  return page;
}

for (const way of ways['spekit.connect'] ?? []) {
  test.describe(`Connect, in the ${way.rendering} rendering`, () => {
    test('of the production account is left alone', async ({ context, companion }) => {
      const page = await openDisconnected(context, companion, way);
      await connectButton(page).click();
      if (way.rendering === 'current') {
        const steps = page.getByRole('dialog', { name: 'Connect with SSO/SCIM' });
        await steps.getByLabel('Workspace name').fill('acme');
        await steps.getByRole('button', { name: 'Connect', exact: true }).click();
      }
      await expect.poll(() => companion.connection()).toBe('connected');
      await expect(ourDialog(page)).toHaveCount(0);
      await expect(ourNotice(page)).toHaveCount(0);
    });

    test('tells beside its heading how the account stands and how fresh it is', async ({ context }) => {
      const page = await openPage(context, 'spekit.connect', way);
      await expect(ourStrips(page)).toHaveAccessibleName(/^Connected with Okta · last sync \d+ (s|min) ago$/);
      await expect(ourStrips(page)).toBeVisible();
      await ourStrips(page).click();
      await expect(ourNotice(page)).toContainText('Whom Okta manages is changed in Okta');
    });

    for (const type of ['sandbox', 'additional'] as const) {
      test.describe(type, () => {
        const other = test.extend({
          playgroundPort: async ({ playgroundPort, companion }, use) => {
            await companion.become(type);
            await use(playgroundPort);
          },
        });

        other('accounts cannot be connected, by mouse or keyboard', async ({ context, companion }) => {
          const page = await openDisconnected(context, companion, way);
          const dialog = ourDialog(page);
          for (const press of [
            () => connectButton(page).click(),
            () => connectButton(page).press('Enter'),
            () => connectButton(page).press('Space'),
          ]) {
            await press();
            await expect(dialog).toHaveAccessibleName('Only the production account can be connected');
            await expect(dialog).toContainText('Connect Okta to your production account.');
            await expect(dialog.getByRole('button', { name: 'Continue' })).toHaveCount(0);
            await dialog.getByRole('button', { name: 'Close' }).click();
            await expect(dialog).toHaveCount(0);
          }
          await expect(page.getByRole('dialog')).toHaveCount(0);
          expect(await companion.connection()).toBe('not-connected');
        });
      });
    }
  });
}
