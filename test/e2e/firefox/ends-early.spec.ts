import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { connect, openOwnPage } from '../parts/browser.ts';
import { launchFirefox } from '../parts/firefox/launch.ts';
import { ourDialog } from '../parts/ours.ts';
import { SpekitSettings } from '../parts/spekit.ts';

/** Whether the background page runs now. Asking does not wake it. */
const runs = (own: Page): Promise<boolean> =>
  own.evaluate(() => {
    const views: Window[] = Reflect.get(globalThis, 'browser').extension.getViews();
    return views.some((view) => view.location.pathname.includes('background'));
  });

test('Firefox ends the background page as soon as it idles, and takes a host away: all goes on, and Save asks for the host again', {
  tag: '@firefox',
}, async ({ companion, playgroundPort }) => {
  const context = await launchFirefox(playgroundPort, 'dark', {
    'extensions.background.idle.timeout': 300,
    // Nobody is there to answer: what a click asks for is given.
    'extensions.webextOptionalPermissionPrompts': false,
  });
  await connect(context, companion.url, companion.adminToken);
  const options = await openOwnPage(context, 'options');
  const page = await context.newPage();
  await page.goto('https://app.spekit.co/?rendering=current');
  const settings = new SpekitSettings(page);
  await settings.openTeams();
  await expect(settings.badge('Account Executives')).toHaveAccessibleName(/^Managed by Okta, synced \d+ \w+ ago$/);
  await expect.poll(() => runs(options), { timeout: 30_000 }).toBe(false);
  await settings.choose('Account Executives', 'Delete team');
  await expect(ourDialog(page)).toContainText('cannot be deleted in Spekit');
  await page.keyboard.press('Escape');
  await expect(ourDialog(page)).toHaveCount(0);

  await options.bringToFront();
  await options.evaluate(() => Reflect.get(globalThis, 'browser').permissions.remove({ origins: ['http://127.0.0.1/*'] }));
  const popup = await openOwnPage(context, 'popup');
  await expect(popup.getByText('The browser does not let Sourcemark reach').first()).toBeVisible();
  await options.bringToFront();
  await options.getByRole('button', { name: 'Save' }).click();
  await expect(options.getByText('Saved').first()).toBeVisible();
  const panel = await openOwnPage(context, 'sidepanel');
  await expect(panel.getByText('Okta created the team Account Executives')).toBeVisible();
  await context.close();
});
