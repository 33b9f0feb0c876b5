import { expect, test } from '../testing/playground.ts';

for (const rendering of ['classic', 'redesign'] as const) {
  test.describe(rendering, () => {
    test.use({ rendering });

    test('a person is assigned, which makes the user there, and unassigned, which deactivates it', async ({ admin, world }) => {
      await admin.openApp('Assignments');
      await admin.choose(admin.button('Assign'), 'Assign to People');
      const dialog = admin.dialog('Assign Spekit to People');
      await dialog.getByRole('searchbox').fill('ethan');
      await dialog.getByRole('button', { name: 'Assign Ethan Brooks (ethan.brooks@acme.example)' }).click();
      await expect(dialog.getByRole('textbox', { name: 'User Name' })).toHaveValue('ethan.brooks@acme.example');
      await dialog.getByRole('button', { name: 'Save and Go Back' }).click();
      await expect(dialog.getByText('Assigned', { exact: true })).toBeVisible();
      await dialog.getByRole('button', { name: 'Done' }).click();
      await expect(admin.row('Ethan Brooks')).toBeVisible();
      const ethan = () => world.companion.user('ethan.brooks@acme.example');
      await expect.poll(async () => (await ethan())?.teams.map((team) => team.name)).toEqual(['Account Executives']);

      await admin.row('Ethan Brooks').getByRole('button').click();
      await admin.dialog('Unassign User').getByRole('button', { name: 'OK' }).click();
      await expect(admin.row('Ethan Brooks')).toHaveCount(0);
      await expect.poll(async () => (await ethan())?.active).toBe(false);
    });

    test('with Create Users off a person has the red mark, until Provision User', async ({ admin, world }) => {
      const { page } = admin;
      const createUsers = async (on: boolean): Promise<void> => {
        await admin.openApp('Provisioning');
        await admin.button('Edit').click();
        await page.getByRole('checkbox', { name: 'Create Users: Enable' }).setChecked(on);
        await admin.button('Save').click();
        await expect(page.getByText('Disabled', { exact: true })).toHaveCount(on ? 0 : 1);
      };
      await createUsers(false);
      await admin.openApp('Assignments');
      await admin.choose(admin.button('Assign'), 'Assign to People');
      const dialog = admin.dialog('Assign Spekit to People');
      await dialog.getByRole('button', { name: /^Assign Julia Novak/ }).click();
      await dialog.getByRole('button', { name: 'Save and Go Back' }).click();
      await dialog.getByRole('button', { name: 'Done' }).click();
      await expect(admin.row('Julia Novak').getByRole('img', { name: 'Error' })).toBeVisible();
      await createUsers(true);
      await admin.openApp('Assignments');
      await admin.row('Julia Novak').getByRole('button', { name: 'Provision User' }).click();
      await expect.poll(async () => (await world.companion.user('julia.novak@acme.example'))?.active).toBe(true);
      await expect(admin.row('Julia Novak').getByRole('img', { name: 'Error' })).toHaveCount(0);
    });

    test('the connector is tested, and the settings of group push are kept', async ({ admin }) => {
      const { page } = admin;
      await admin.openApp('Provisioning');
      await page.getByText('Integration', { exact: true }).click();
      await expect(page.getByText(/^http:\/\/127\.0\.0\.1:\d+\/scim\/v2$/)).toBeVisible();
      await admin.button('Test Connector Configuration').click();
      await expect(page.getByText('Connector configured successfully')).toBeVisible();

      const set = async (on: boolean): Promise<void> => {
        await admin.openPushGroups();
        await admin.button('Group Push Settings').click();
        const dialog = admin.dialog('Group Push Settings');
        const rename = dialog.getByRole('checkbox', { name: 'Rename app groups to match group name in Okta' });
        await expect(rename).toBeChecked({ checked: !on });
        await rename.setChecked(on);
        await dialog.getByRole('button', { name: 'Save' }).click();
        await expect(dialog).toHaveCount(0);
      };
      await set(false);
      await set(true);
    });

    test('tabs follow the address, and Back', async ({ admin }) => {
      const { page } = admin;
      await admin.openApp('Assignments');
      await expect(page).toHaveURL(/#tab-assignments$/);
      await admin.row('Aisha Bello').waitFor();
      await admin.tab('Push Groups').click();
      await expect(page).toHaveURL(/#tab-group-push$/);
      await admin.row('Account Executives').waitFor();
      await page.goBack();
      await expect(admin.row('Aisha Bello')).toBeVisible();
      await page.reload();
      await expect(admin.row('Aisha Bello')).toBeVisible();
    });

    test('a menu that stands open outlives a change of the list', async ({ admin, world }) => {
      await admin.openPushGroups();
      await admin.row('Customer Success').getByRole('button').first().click();
      const item = admin.page.getByText('Unlink pushed group').filter({ visible: true });
      await expect(item).toBeVisible();
      const heard = admin.page.waitForResponse((answer) => answer.url().endsWith('/console') && answer.status() === 200);
      world.playground.okta.changed();
      await heard;
      await expect(item).toBeVisible();
      await admin.page.keyboard.press('Escape');
      await expect(item).toHaveCount(0);
    });
  });
}
