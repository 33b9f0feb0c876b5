import { expect, test } from './fixtures.ts';
import { enter } from './parts/enter.ts';
import { OktaConsole } from './parts/okta.ts';
import { ourDialog } from './parts/ours.ts';
import { SpekitSettings } from './parts/spekit.ts';

test('a person deactivated in Okta shows on Manage Users', { tag: '@firefox' }, async ({ okta, spekit, companion }) => {
  await okta.bringToFront();
  const admin = new OktaConsole(okta);
  const settings = new SpekitSettings(spekit);
  const [user] = await companion.idpUsers();
  if (user === undefined) throw new Error('The seed has no user of Okta.');
  await admin.openPerson(user.displayName);
  await expect(okta.locator('[data-sourcemark="badge"][data-owner="idp"]').first()).toBeVisible();
  await admin.changePerson('Deactivate');
  const dialog = ourDialog(okta);
  await expect(dialog).toHaveAccessibleName(`${user.displayName} is expected to be deactivated in Spekit too`);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(async () => (await companion.user(user.email ?? ''))?.active).toBe(false);

  await spekit.bringToFront();
  await settings.openUsers();
  await enter(spekit.getByPlaceholder(/Search/).first(), user.email ?? '');
  await expect(settings.row(user.email ?? '')).toContainText('Deactivated');
  await expect(settings.badge(user.email ?? '')).toHaveAccessibleName(/Managed by Okta.*deactivated/);
});

test('a synced user cannot be deleted in Spekit; one invited there can', { tag: '@firefox' }, async ({ spekit, companion }) => {
  const settings = new SpekitSettings(spekit);
  await settings.openUsers();
  const [user] = await companion.idpUsers();
  const email = user?.email ?? '';
  await expect(settings.badge(email)).toBeVisible();
  await settings.choose(email, 'Delete user');
  const dialog = ourDialog(spekit);
  await expect(dialog).toContainText('cannot be deleted in Spekit');
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await companion.user(email)).toEqual(user);

  await settings.choose('omar.siddiqui@brightpath.example', 'Delete user');
  await settings.confirm();
  await expect(settings.row('omar.siddiqui@brightpath.example')).toHaveCount(0);
  await expect(dialog).toHaveCount(0);
});
