import { expect, test } from './fixtures.ts';
import { OktaConsole } from './parts/okta.ts';
import { ourDialog } from './parts/ours.ts';
import { SpekitSettings } from './parts/spekit.ts';

test('unlinking with “Delete the group in the target app” asks first; the team stays and becomes Spekit’s own', {
  tag: '@firefox',
}, async ({ okta, spekit, companion }) => {
  const admin = new OktaConsole(okta);
  await okta.bringToFront();
  await admin.openPushGroups();
  await expect(admin.row('Sales Leadership').locator('[data-sourcemark="badge"]')).toBeVisible();
  const before = await companion.team('Sales Leadership');
  expect(before).toMatchObject({ owner: 'idp' });

  const unlink = await admin.openUnlink('Sales Leadership');
  await expect(unlink.getByRole('radio', { name: /Delete the group in the target app/ })).toBeChecked();
  await unlink.getByRole('button', { name: 'Unlink', exact: true }).click();
  const dialog = ourDialog(okta);
  await expect(dialog).toHaveAccessibleName('The team Sales Leadership is expected to stay in Spekit');
  await expect(dialog.getByRole('button', { name: 'Go back' })).toBeFocused();

  await dialog.getByRole('button', { name: 'Go back' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(unlink).toBeVisible();
  expect(await companion.team('Sales Leadership')).toEqual(before);

  await unlink.getByRole('button', { name: 'Unlink', exact: true }).click();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(unlink).toHaveCount(0);
  await expect(admin.row('Sales Leadership')).toHaveCount(0);
  await expect.poll(async () => (await companion.team('Sales Leadership'))?.owner).toBe('spekit');
  expect(await companion.team('Sales Leadership')).toMatchObject({ memberCount: before?.memberCount, description: before?.description });

  await spekit.bringToFront();
  const settings = new SpekitSettings(spekit);
  await settings.openTeams();
  await settings.choose('Sales Leadership', 'Delete team');
  await settings.confirm();
  await expect(settings.row('Sales Leadership')).toHaveCount(0);
  await expect(ourDialog(spekit)).toHaveCount(0);
  expect(await companion.team('Sales Leadership')).toBeUndefined();
});

test('unlinking with “Leave the group in the target app” asks too, by keyboard as well', async ({ okta, companion }) => {
  const admin = new OktaConsole(okta);
  await admin.openPushGroups();
  await expect(admin.row('Customer Success').locator('[data-sourcemark="badge"]')).toBeVisible();
  const unlink = await admin.openUnlink('Customer Success');
  await unlink.getByRole('radio', { name: /Leave the group in the target app/ }).check();
  await unlink.getByRole('button', { name: 'Unlink', exact: true }).focus();
  await okta.keyboard.press('Enter');
  const dialog = ourDialog(okta);
  await expect(dialog).toBeVisible();
  await okta.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(unlink).toBeVisible();
  expect((await companion.team('Customer Success'))?.owner).toBe('idp');
});

test('another app on the same console is left alone', async ({ okta }) => {
  await okta.goto('https://acme-admin.okta.com/admin/apps/active');
  await okta.getByRole('link', { name: 'Slack', exact: true }).click();
  const admin = new OktaConsole(okta);
  await okta
    .getByRole('tab', { name: 'Push Groups' })
    .or(okta.getByRole('link', { name: 'Push Groups' }))
    .first()
    .click();
  await expect(admin.row('Engineering')).toBeVisible();
  const unlink = await admin.openUnlink('Engineering');
  await unlink.getByRole('button', { name: 'Unlink', exact: true }).click();
  await expect(admin.row('Engineering')).toHaveCount(0);
  await expect(okta.locator('[data-sourcemark]')).toHaveCount(0);
});
