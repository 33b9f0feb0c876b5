import { expect, test } from '../testing/playground.ts';

for (const rendering of ['classic', 'redesign'] as const) {
  test.describe(rendering, () => {
    test.use({ rendering });

    test('a group is pushed, with its members', async ({ admin, world }) => {
      await admin.openPushGroups();
      await admin.push('Marketing');
      await admin.expectPushed('Marketing');
      expect(await world.companion.team('Marketing')).toMatchObject({ owner: 'idp', memberCount: 3 });
    });

    test('a refused group has the status Error, and the failure’s words with its date', async ({ admin }) => {
      await admin.openPushGroups();
      await admin.push('all spekit users');
      const row = admin.row('all spekit users');
      await expect(row.getByRole('button', { name: 'Error', exact: true })).toBeVisible();
      await expect(row).toContainText(
        /Failed on \d\d-\d\d-\d{4} \d\d:\d\d:\d\d[AP]M UTC: Unable to update Group Push mapping target App group all spekit users: .*Errors reported by remote server: /,
      );
      await admin.page.getByText('Errors (1)').click();
      await expect(admin.row('Sales Development')).toHaveCount(0);
      await expect(row).toBeVisible();
      await admin.pushMenu('all spekit users', 'Unlink pushed group');
      await admin.dialog('Unlink Pushed Group').getByRole('button', { name: 'Unlink', exact: true }).click();
      await expect(row).toHaveCount(0);
    });

    test('unlinking deletes by default: the group is gone from the app', async ({ admin, world }) => {
      await admin.openPushGroups();
      await admin.pushMenu('Sales Leadership', 'Unlink pushed group');
      const dialog = admin.dialog('Unlink Pushed Group');
      await expect(dialog).toContainText('What do you want to do with this group?');
      await expect(dialog).toContainText('No user accounts are deleted with either option');
      await expect(dialog.getByRole('radio', { name: 'Delete the group in the target app (recommended)' })).toBeChecked();
      await dialog.getByRole('button', { name: 'Unlink', exact: true }).click();
      await expect(admin.row('Sales Leadership')).toHaveCount(0);
      await expect.poll(async () => (await world.companion.team('Sales Leadership'))?.owner).toBe('spekit');
    });

    test('unlinking leaves the group in the app where that is chosen, and Cancel does nothing', async ({ admin, world }) => {
      await admin.openPushGroups();
      await admin.pushMenu('Solutions Engineering', 'Unlink pushed group');
      const dialog = admin.dialog('Unlink Pushed Group');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await expect(dialog).toHaveCount(0);
      await expect(admin.row('Solutions Engineering')).toBeVisible();
      await admin.pushMenu('Solutions Engineering', 'Unlink pushed group');
      await dialog.getByRole('radio', { name: 'Leave the group in the target app' }).check();
      await dialog.getByRole('button', { name: 'Unlink', exact: true }).click();
      await expect(admin.row('Solutions Engineering')).toHaveCount(0);
      expect((await world.companion.team('Solutions Engineering'))?.owner).toBe('idp');
    });

    test('push is deactivated and activated again', async ({ admin }) => {
      await admin.openPushGroups();
      await admin.pushMenu('Customer Success', 'Deactivate group push');
      await admin.dialog('Deactivate group push').getByRole('button', { name: 'Deactivate' }).click();
      await expect(admin.row('Customer Success').getByRole('button', { name: 'Inactive', exact: true })).toBeVisible();
      await admin.pushMenu('Customer Success', 'Activate group push');
      await admin.expectPushed('Customer Success');
    });

    test('a rule pushes the groups that fit, and is deleted with them', async ({ admin }) => {
      await admin.openPushGroups();
      await admin.choose(admin.button('Push Groups'), 'Find groups by rule');
      const dialog = admin.dialog('Push groups by rule');
      await dialog.getByRole('textbox', { name: 'Rule name' }).fill('Supporters');
      await dialog.getByRole('textbox', { name: 'Value' }).fill('supp');
      await dialog.getByRole('button', { name: 'Create Rule' }).click();
      await admin.expectPushed('Support');
      await admin.page.getByText('By rule', { exact: true }).click();
      const rule = admin.page.getByRole('listitem').filter({ hasText: 'Group name starts with “supp”' });
      await admin.choose(rule.getByRole('button', { name: 'Active' }), 'Delete Rule');
      await admin.dialog('Delete Rule').getByRole('button', { name: 'Delete Rule' }).click();
      await expect(admin.row('Support')).toHaveCount(0);
      await expect(rule).toHaveCount(0);
    });

    test('the keyboard alone pushes a group, and Esc gives the focus back', async ({ admin, world }) => {
      const { keyboard } = admin.page;
      await admin.openPushGroups();
      await admin.button('Push Groups').focus();
      await keyboard.press('Enter');
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowUp');
      await keyboard.press('Enter');
      const dialog = admin.dialog('Push groups by name');
      await expect(dialog.getByRole('combobox')).toBeFocused();
      await keyboard.type('okta adm');
      await expect(dialog.getByRole('option')).toHaveText([/^Okta Administrators/]);
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await expect(dialog).toContainText('Create Group');
      for (let stop = 0; stop < 12; stop += 1) await keyboard.press('Tab');
      await expect(dialog.locator(':focus')).toHaveCount(1);
      await dialog.getByRole('button', { name: 'Save' }).focus();
      await keyboard.press('Enter');
      await admin.expectPushed('Okta Administrators');
      expect(await world.companion.team('Okta Administrators')).toMatchObject({ owner: 'idp' });

      await admin.button('Push Groups').focus();
      await keyboard.press('Space');
      await keyboard.press('Escape');
      await expect(admin.button('Push Groups')).toBeFocused();
      await keyboard.press('Enter');
      await keyboard.press('Enter');
      await expect(dialog).toBeVisible();
      await keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(admin.button('Push Groups')).toBeFocused();
    });
  });
}
