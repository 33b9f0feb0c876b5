import { expect, test } from '../../test/e2e/fixtures.ts';
import { OktaConsole } from '../../test/e2e/parts/okta.ts';
import { anythingOfOurs, badgeIn, ourDialog, ourNotice } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

const ago = 'synced \\d+ (second|minute)s? ago';

for (const way of ways['okta.push-groups'] ?? []) {
  test.describe(`Push Groups, in the ${way.rendering} rendering`, () => {
    test('each row says what Okta says of its push, beside what Spekit has', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      const count = (await companion.team('Sales Leadership'))?.memberCount;
      const badge = badgeIn(admin.row('Sales Leadership'));
      await expect(badge).toHaveAccessibleName(new RegExp(`^Okta: Active · Spekit: ${count} members?, ${ago}$`));
    });

    test('Deactivate group push asks first: the team freezes; the row says so from then on', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.row('Sales Leadership'))).toBeVisible();
      const before = await companion.team('Sales Leadership');
      await admin.pushMenu('Sales Leadership', 'Deactivate group push');
      await expect(ourDialog(page)).toHaveCount(0);
      const deactivate = page.getByRole('dialog', { name: 'Deactivate group push' });
      await deactivate.getByRole('button', { name: 'Deactivate', exact: true }).click();
      await expect(ourDialog(page)).toHaveAccessibleName('The team Sales Leadership freezes in Spekit');
      await expect(ourDialog(page)).toContainText(`Its ${before?.memberCount} members in Spekit are expected to stay in it.`);
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      await expect(deactivate).toBeVisible();
      await deactivate.getByRole('button', { name: 'Deactivate', exact: true }).click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(admin.row('Sales Leadership').getByRole('button', { name: 'Inactive' })).toBeVisible();
      await expect(badgeIn(admin.row('Sales Leadership'))).toHaveAccessibleName(
        new RegExp(`^Okta: Inactive · Spekit: .*, ${ago}, changes do not reach Spekit while the push is off$`),
      );
      expect((await companion.team('Sales Leadership'))?.owner).toBe('idp');
    });

    test('Activate group push ends the pause: told in passing, and waited for until Okta has sent the group again', async ({
      context,
      companion,
    }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      const mark = badgeIn(admin.row('Sales Leadership'));
      await expect(mark).toBeVisible();
      await admin.pushMenu('Sales Leadership', 'Deactivate group push');
      await page.getByRole('dialog', { name: 'Deactivate group push' }).getByRole('button', { name: 'Deactivate', exact: true }).click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(mark).toHaveAccessibleName(/changes do not reach Spekit while the push is off$/);
      const before = (await companion.team('Sales Leadership'))?.sync.lastSyncedAt ?? '';
      await admin.pushMenu('Sales Leadership', 'Activate group push');
      await expect(ourNotice(page)).toContainText('The team Sales Leadership is expected to follow Okta again');
      await expect(ourDialog(page)).toHaveCount(0);
      await expect(mark).toHaveAccessibleName(/^(Waiting for sync, |Seen in Spekit)/);
      await expect(mark).toHaveAccessibleName(/^Okta: Active · Spekit: \d+ members?, synced .* ago$/, { timeout: 30_000 });
      expect((await companion.team('Sales Leadership'))?.sync.lastSyncedAt).not.toBe(before);
    });

    test('in bulk, activating is told once over all that are ticked', async ({ context }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      const names = ['Customer Success', 'Sales Leadership'];
      for (const name of names) await expect(badgeIn(admin.row(name))).toBeVisible();
      await admin.bulk(names, 'Activate');
      await expect(ourNotice(page)).toContainText('2 teams are expected to follow Okta again: Customer Success and Sales Leadership');
      await expect(ourDialog(page)).toHaveCount(0);
    });

    test('Retry All Groups says what is sent again, and goes through', async ({ context }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      await expect(badgeIn(new OktaConsole(page).row('Sales Leadership'))).toBeVisible();
      const sent = page.waitForRequest((request) => request.url().endsWith('/retry-all-groups'));
      await page.getByRole('button', { name: 'Retry All Groups' }).click();
      await sent;
      await expect(ourNotice(page)).toContainText('Okta sends the failed pushes again');
      await expect(ourDialog(page)).toHaveCount(0);
    });

    test('Push now is told in passing, and goes through', async ({ context }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.row('Sales Leadership'))).toBeVisible();
      const sent = page.waitForRequest((request) => request.url().endsWith('/push-now'));
      await admin.pushNow('Sales Leadership');
      await sent;
      await expect(ourNotice(page)).toContainText('Okta sends Sales Leadership with all its members now');
      await expect(ourDialog(page)).toHaveCount(0);
    });

    test('in bulk, unlinking asks once, over all that are ticked: how many teams, how many members', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      const names = ['Customer Success', 'Sales Leadership'];
      for (const name of names) await expect(badgeIn(admin.row(name))).toBeVisible();
      let members = 0;
      for (const name of names) members += (await companion.team(name))?.memberCount ?? 0;
      await admin.bulk(names, 'Delete');
      const unlink = page.getByRole('dialog', { name: 'Unlink Pushed Groups' });
      await unlink.getByRole('button', { name: 'Unlink', exact: true }).click();
      await expect(ourDialog(page)).toHaveAccessibleName('2 teams stay in Spekit: Customer Success and Sales Leadership');
      await expect(ourDialog(page)).toContainText(`Their ${members} members in Spekit in all are expected to stay in them.`);
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      await expect(admin.row('Customer Success')).toBeVisible();
      await unlink.getByRole('button', { name: 'Unlink', exact: true }).click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      for (const name of names) {
        await expect(admin.row(name)).toHaveCount(0);
        await expect.poll(async () => (await companion.team(name))?.owner).toBe('spekit');
      }
      await expect(admin.row('Sales Development')).toBeVisible();
    });

    test('in bulk, deactivating asks at the one click that does it', async ({ context }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      const names = ['Customer Success', 'Sales Leadership', 'Solutions Engineering'];
      for (const name of names) await expect(badgeIn(admin.row(name))).toBeVisible();
      await admin.bulk(names, 'Deactivate');
      await expect(ourDialog(page)).toHaveAccessibleName(/^3 teams freeze in Spekit: Customer Success, Sales Leadership and Solutions/);
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(admin.row('Customer Success').getByRole('button', { name: 'Inactive' })).toBeVisible();
      await expect(admin.row('Sales Development').getByRole('button', { name: 'Active', exact: true })).toBeVisible();
    });

    test('deleting a rule asks first: which of its teams stay', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.row('Sales - EMEA'))).toBeVisible();
      await page.getByText('By rule', { exact: true }).click();
      const rule = page.getByRole('listitem').filter({ hasText: 'Sales regions' });
      await rule.getByRole('button', { name: 'Active' }).click();
      await page
        .getByRole('menuitem', { name: 'Delete Rule' })
        .or(page.getByRole('link', { name: 'Delete Rule' }))
        .first()
        .click();
      const dialog = page.getByRole('dialog', { name: 'Delete Rule' });
      await dialog.getByRole('button', { name: 'Delete Rule' }).click();
      await expect(ourDialog(page)).toHaveAccessibleName('The teams of this rule stay in Spekit');
      const members = (await companion.team('Sales - EMEA'))?.memberCount;
      await expect(ourDialog(page)).toContainText(`Its ${members} members in Spekit are expected to stay in it.`);
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      await expect(rule).toBeVisible();
      await dialog.getByRole('button', { name: 'Delete Rule' }).click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(rule).toHaveCount(0);
      await expect.poll(async () => (await companion.team('Sales - EMEA'))?.owner).toBe('spekit');
    });

    test('of another app on the same console is left alone', async ({ context }) => {
      const page = await openPage(context, 'okta.push-groups', { ...way, follow: ['Slack', 'Push Groups'] });
      const admin = new OktaConsole(page);
      await expect(admin.row('Engineering')).toBeVisible();
      await page.getByRole('button', { name: 'Group Push Settings' }).click();
      await page.getByRole('dialog').getByRole('checkbox').uncheck();
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await admin.bulk(['Engineering', 'Support'], 'Deactivate');
      await expect(admin.row('Engineering').getByRole('button', { name: 'Inactive' })).toBeVisible();
      await expect(anythingOfOurs(page)).toHaveCount(0);
    });
  });
}
