import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../testing/playground.ts';

/** Everything that axe calls serious or critical, as `rule: element`. */
async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

for (const rendering of ['classic', 'redesign'] as const) {
  test.describe(rendering, () => {
    test.use({ rendering });

    test('axe finds nothing serious on the lists', async ({ admin }) => {
      for (const path of ['/admin/dashboard', '/admin/users', '/admin/groups', '/admin/apps/active']) {
        await admin.open(path);
        expect(await serious(admin.page), path).toEqual([]);
      }
    });

    test('axe finds nothing serious on a person’s and a group’s page', async ({ admin, world }) => {
      const { people, groups } = world.playground.okta.state;
      for (const tab of ['tab-applications', 'tab-groups', 'tab-account', 'tab-admin-roles']) {
        await admin.open(`/admin/user/profile/view/${people[0]?.id}#${tab}`);
        await expect(admin.page.getByText('Loading…')).toHaveCount(0);
        expect(await serious(admin.page), tab).toEqual([]);
        await admin.page.goto('about:blank');
      }
      await admin.open(`/admin/group/${groups[0]?.id}`);
      await admin.button('Assign people').click();
      expect(await serious(admin.page)).toEqual([]);
    });

    test('axe finds nothing serious on the app’s tabs, menus and dialogs', async ({ admin }) => {
      for (const tab of ['General', 'Provisioning', 'Assignments']) {
        await admin.openApp(tab);
        await expect(admin.page.getByText('Loading…')).toHaveCount(0);
        expect(await serious(admin.page), tab).toEqual([]);
      }
      await admin.openPushGroups();
      expect(await serious(admin.page)).toEqual([]);
      await admin.row('Customer Success').getByRole('button').first().click();
      expect(await serious(admin.page), 'menu').toEqual([]);
      await admin.page.keyboard.press('Escape');
      await admin.pushMenu('Customer Success', 'Unlink pushed group');
      expect(await serious(admin.page), 'Unlink').toEqual([]);
      await admin.page.keyboard.press('Escape');
      await admin.choose(admin.button('Push Groups'), 'Find groups by name');
      await admin.page.getByRole('dialog').getByRole('combobox').fill('s');
      await admin.page.getByRole('option').first().waitFor();
      expect(await serious(admin.page), 'Find groups by name').toEqual([]);
    });
  });
}
