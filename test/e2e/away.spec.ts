import { expect, test } from './fixtures.ts';
import { killServiceWorker, openOwnPage } from './parts/browser.ts';
import { OktaConsole } from './parts/okta.ts';
import { anythingOfOurs, expectNothingOfOurs, ourDialog } from './parts/ours.ts';
import { SpekitSettings } from './parts/spekit.ts';

test('while the companion is away both consoles work as if we were not there, the popup says so, and all recovers by itself', {
  tag: '@firefox',
}, async ({ okta, spekit, context, companion }) => {
  const errors: string[] = [];
  for (const page of [okta, spekit]) page.on('pageerror', (error) => errors.push(error.message));
  const admin = new OktaConsole(okta);
  const settings = new SpekitSettings(spekit);
  await settings.openTeams();
  await expect(settings.badge('Account Executives')).toBeVisible();

  await companion.stop();
  const popup = await openOwnPage(context, 'popup');
  await expect(popup.getByText(`The companion at 127.0.0.1:${companion.port} does not answer`)).toBeVisible({ timeout: 20_000 });

  await spekit.bringToFront();
  await expectNothingOfOurs(spekit);
  await settings.choose('Account Executives', 'Delete team');
  await expect(spekit.getByRole('dialog', { name: 'Are you sure?' })).toBeVisible();
  await expect(ourDialog(spekit)).toHaveCount(0);
  await spekit.keyboard.press('Escape');

  await okta.bringToFront();
  await admin.openPushGroups();
  const unlink = await admin.openUnlink('Enablement');
  await unlink.getByRole('button', { name: 'Cancel' }).click();
  await expect(anythingOfOurs(okta)).toHaveCount(0);

  await companion.start();
  await spekit.bringToFront();
  await expect(settings.badge('Account Executives')).toBeVisible({ timeout: 40_000 });
  await popup.bringToFront();
  await expect(popup.getByText(`Connected to 127.0.0.1:${companion.port}`)).toBeVisible({ timeout: 20_000 });
  expect(errors).toEqual([]);
});

test('the service worker dies between two actions and nobody notices', async ({ spekit, context }) => {
  const settings = new SpekitSettings(spekit);
  await settings.openTeams();
  await expect(settings.badge('Account Executives')).toBeVisible();
  const popup = await openOwnPage(context, 'popup');
  await killServiceWorker(popup);
  await popup.close();

  await spekit.bringToFront();
  await settings.choose('Account Executives', 'Delete team');
  const dialog = ourDialog(spekit);
  await expect(dialog).toContainText('cannot be deleted in Spekit');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await killServiceWorker(spekit);
  await settings.openUsers();
  await expect(spekit.locator('[data-sourcemark="badge"][data-owner="idp"]').first()).toBeVisible();
});
