import { expect, test } from '../testing/playground.ts';

for (const rendering of ['classic', 'redesign'] as const) {
  test.describe(rendering, () => {
    test.use({ rendering });

    test('a pushed group is renamed, and the team with it, in both flavours', async ({ admin, world }) => {
      const { page } = admin;
      const rename = async (from: string, to: string): Promise<void> => {
        await admin.open('/admin/groups');
        await page.getByRole('link', { name: from, exact: true }).click();
        await admin.choose(admin.button('Actions'), 'Edit group');
        const dialog = admin.dialog('Edit group');
        await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(to);
        await dialog.getByRole('button', { name: 'Save' }).click();
        await expect(page.getByRole('heading', { level: 1, name: to, exact: true })).toBeVisible();
        await expect.poll(async () => (await world.companion.team(to))?.owner).toBe('idp');
      };
      await rename('Sales Development', 'Business Development');
      await admin.openApp('General');
      await page.getByRole('radio', { name: /^PATCH/ }).check();
      await rename('Business Development', 'Sales Development');
      await admin.openApp('General');
      await page.getByRole('radio', { name: /^PUT/ }).check();
      await expect(page.getByRole('radio', { name: /^PUT/ })).toBeChecked();
    });

    test('a name that is taken is refused in the dialog', async ({ admin }) => {
      await admin.open('/admin/groups');
      await admin.button('Add group').click();
      const dialog = admin.dialog('Add group');
      await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Enablement');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog.getByRole('alert')).toHaveText('An object with this field already exists in the current organization.');
    });

    test('a group is made, gets people, loses one, and is deleted', async ({ admin }) => {
      const { page } = admin;
      await admin.open('/admin/groups');
      await admin.button('Add group').click();
      await admin.dialog('Add group').getByRole('textbox', { name: 'Name', exact: true }).fill('Deal Desk');
      await admin.dialog('Add group').getByRole('button', { name: 'Save' }).click();
      await page.getByRole('link', { name: 'Deal Desk', exact: true }).click();
      await admin.button('Assign people').click();
      const dialog = admin.dialog('Assign people to Deal Desk');
      await dialog.getByRole('searchbox').fill('leah');
      await dialog.getByRole('button', { name: 'Add Leah Goldberg (leah.goldberg@acme.example)' }).click();
      await expect(dialog.getByText('Assigned', { exact: true })).toBeVisible();
      await expect(dialog.getByRole('searchbox')).toHaveValue('leah');
      await dialog.getByRole('button', { name: 'Done' }).click();
      await expect(admin.row('Leah Goldberg')).toBeVisible();
      await admin.row('Leah Goldberg').getByRole('button').click();
      await expect(admin.row('Leah Goldberg')).toHaveCount(0);
      await admin.choose(admin.button('Actions'), 'Delete group');
      await admin.dialog('Delete group').getByRole('button', { name: 'Delete group' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Account Executives', exact: true })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Deal Desk', exact: true })).toHaveCount(0);
    });

    test('a person is added to a group from the person’s page by a click on its name', async ({ admin, world }) => {
      const { page } = admin;
      await admin.open('/admin/users');
      await page.getByRole('searchbox', { name: 'Search people' }).fill('amara');
      await page.getByRole('link', { name: 'Amara Osei' }).click();
      await page.getByRole('heading', { level: 1, name: 'Amara Osei' }).waitFor();
      await page.getByRole('main').getByText('Groups', { exact: true }).click();
      await page.getByRole('combobox', { name: 'Search groups' }).fill('enable');
      await page.getByRole('option', { name: 'Enablement' }).click();
      await expect(admin.row('Enablement')).toBeVisible();
      await expect
        .poll(async () => (await world.companion.user('amara.osei@acme.example'))?.teams.map((team) => team.name))
        .toContain('Enablement');
    });

    test('a person is renamed; then deactivated, which reaches the app; then activated', async ({ admin, world }) => {
      const { page } = admin;
      await admin.open('/admin/users');
      await page.getByRole('link', { name: 'Zoe Patel' }).click();
      await page.getByRole('heading', { level: 1, name: 'Zoe Patel' }).waitFor();
      await admin.tab('Profile').click();
      await admin.button('Edit').click();
      await page.getByRole('textbox', { name: 'Last name' }).fill('Shah');
      await admin.button('Save').click();
      await expect(page.getByRole('heading', { level: 1, name: 'Zoe Shah' })).toBeVisible();
      const zoe = () => world.companion.user('zoe.patel@acme.example');
      await expect.poll(async () => (await zoe())?.displayName).toBe('Zoe Shah');
      await admin.choose(admin.button('More Actions'), 'Deactivate');
      await admin.dialog('Deactivate Person').getByRole('button', { name: 'Deactivate' }).click();
      await expect(page.getByText('Deactivated', { exact: true })).toBeVisible();
      await expect.poll(async () => (await zoe())?.active).toBe(false);
      await admin.choose(admin.button('More Actions'), 'Activate');
      await admin.dialog('Activate Person').getByRole('button', { name: 'Activate' }).click();
      await expect(page.getByText('Deactivated', { exact: true })).toHaveCount(0);
    });
  });
}
