import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Admin } from '../testing/console.ts';
import { expect, test } from '../testing/playground.ts';

/** Everything that axe calls serious or critical, as `rule: element`. */
async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** Where to look, and how an admin comes there. */
const places: Readonly<Record<string, (admin: Admin) => Promise<void>>> = {
  Dashboard: (admin) => admin.open('/admin/dashboard'),
  People: (admin) => admin.open('/admin/users'),
  Groups: (admin) => admin.open('/admin/groups'),
  Applications: (admin) => admin.open('/admin/apps/active'),
  'a person’s groups': async (admin) => {
    await admin.open('/admin/users');
    await admin.page.getByRole('link', { name: 'Priya Raman' }).click();
    await admin.page.getByRole('heading', { level: 1, name: 'Priya Raman' }).waitFor();
    await admin.page.getByRole('main').getByText('Groups', { exact: true }).click();
    await admin.row('Sales Leadership').waitFor();
  },
  'Assign people': async (admin) => {
    await admin.open('/admin/groups');
    await admin.page.getByRole('link', { name: 'Support', exact: true }).click();
    await admin.button('Assign people').click();
    await admin.page.getByRole('dialog').waitFor();
  },
  'an app’s provisioning': async (admin) => {
    await admin.openApp('Provisioning');
    await admin.button('Edit').click();
  },
  'an app’s assignments': async (admin) => {
    await admin.openApp('Assignments');
    await admin.row('Aisha Bello').waitFor();
  },
  'Push Groups': (admin) => admin.openPushGroups(),
  'a pushed group’s menu': async (admin) => {
    await admin.openPushGroups();
    await admin.row('Enablement').getByRole('button').first().click();
  },
  Unlink: async (admin) => {
    await admin.openPushGroups();
    await admin.pushMenu('Enablement', 'Unlink pushed group');
    await admin.page.getByRole('dialog').waitFor();
  },
  'Find groups by name': async (admin) => {
    await admin.openPushGroups();
    await admin.choose(admin.button('Push Groups'), 'Find groups by name');
    await admin.page.getByRole('dialog').getByRole('combobox').fill('s');
    await admin.page.getByRole('option').first().waitFor();
  },
};

for (const [rendering, colorScheme] of [
  ['classic', 'light'],
  ['classic', 'dark'],
  ['redesign', 'light'],
  ['redesign', 'dark'],
] as const) {
  test.describe(`${rendering}, ${colorScheme}`, () => {
    test.use({ rendering, colorScheme });

    for (const [name, come] of Object.entries(places)) {
      test(`axe finds nothing serious: ${name}`, async ({ admin }) => {
        await come(admin);
        expect(await serious(admin.page)).toEqual([]);
      });
    }
  });
}
