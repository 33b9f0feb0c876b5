import { expect, test } from '../../test/e2e/fixtures.ts';
import { OktaConsole } from '../../test/e2e/parts/okta.ts';
import { anythingOfOurs, badgeIn, ourDialog, ourNotice } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

const hannah = 'hannah.kowalski@acme.example';

for (const way of ways['okta.assignments'] ?? []) {
  test.describe(`Assignments, in the ${way.rendering} rendering`, () => {
    test('unassigning asks first, at the button that sends it: Go back sends nothing, Continue sends it once', async ({
      context,
      companion,
    }) => {
      const page = await openPage(context, 'okta.assignments', way);
      const admin = new OktaConsole(page);
      const sent: string[] = [];
      page.on('request', (request) => request.url().endsWith('/unassign') && sent.push(request.url()));
      await expect(badgeIn(admin.person(hannah))).toHaveAccessibleName(/^Managed by Okta, synced \d+ (second|minute)s? ago$/);
      const before = await companion.user(hannah);

      const unassign = await admin.openUnassign(hannah);
      const dialog = ourDialog(page);
      await expect(dialog).toHaveCount(0);
      await unassign.getByRole('button', { name: 'OK' }).click();
      await expect(dialog).toHaveAccessibleName('Hannah Kowalski is expected to be deactivated in Spekit');
      await dialog.getByRole('button', { name: 'Go back' }).click();
      await expect(dialog).toHaveCount(0);
      await expect(unassign).toBeVisible();

      await unassign.getByRole('button', { name: 'OK' }).focus();
      await page.keyboard.press('Enter');
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(unassign).toBeVisible();
      expect(sent).toEqual([]);
      expect(await companion.user(hannah)).toEqual(before);

      await page.keyboard.press('Space');
      await dialog.getByRole('button', { name: 'Continue' }).click();
      await expect(unassign).toHaveCount(0);
      await expect(admin.person(hannah)).toHaveCount(0);
      expect(sent).toHaveLength(1);
      await expect.poll(async () => (await companion.user(hannah))?.active).toBe(false);
    });

    test('assigning tells in passing what it does in Spekit; the new user is marked as soon as Okta has sent it', async ({
      context,
      companion,
    }) => {
      const page = await openPage(context, 'okta.assignments', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.person(hannah))).toBeVisible();
      await admin.assign('ethan.brooks@acme.example');
      await expect(ourNotice(page)).toContainText('This is expected to create a Viewer in Spekit, and to send an invitation');
      await expect(ourDialog(page)).toHaveCount(0);
      await expect(badgeIn(admin.person('ethan.brooks@acme.example'))).toHaveAttribute('data-owner', 'idp');
      expect(await companion.user('ethan.brooks@acme.example')).toMatchObject({ role: 'Viewer', active: true, owner: 'idp' });
    });

    test('two people of one name: the one whose ✕ was pressed is meant', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.assignments', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.person('maria.garcia2@acme.example'))).toBeVisible();
      await (await admin.openUnassign('maria.garcia2@acme.example')).getByRole('button', { name: 'OK' }).click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect.poll(async () => (await companion.user('maria.garcia2@acme.example'))?.active).toBe(false);
      expect((await companion.user('maria.garcia@acme.example'))?.active).toBe(true);
    });

    test('whom Okta could not send is marked as not sent, and Provision User tells in passing what it does', async ({ context }) => {
      const page = await openPage(context, 'okta.assignments', way);
      const admin = new OktaConsole(page);
      const row = admin.person('julia.novak@acme.example');
      await expect(badgeIn(admin.person(hannah))).toBeVisible();
      await admin.createUsers(false);
      await admin.assign('julia.novak@acme.example');
      await expect(row.getByRole('img', { name: 'Error', exact: true })).toBeVisible();
      await expect(badgeIn(row)).toHaveAccessibleName(/^Not known to Sourcemark: Okta has not sent this person\. .*Provision User/);
      await ourNotice(page).getByRole('button', { name: 'Dismiss' }).click();

      await admin.createUsers(true);
      await page.reload();
      await row.getByRole('button', { name: 'Provision User' }).click();
      await expect(ourNotice(page)).toContainText('This is expected to create a Viewer in Spekit');
      await expect(badgeIn(row)).toHaveAccessibleName(/^Managed by Okta, synced \d+ seconds? ago$/);
    });

    test('a group that assigns the app is marked as such; that it is pushed too is trouble', async ({ context }) => {
      const page = await openPage(context, 'okta.assignments', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.person(hannah))).toBeVisible();
      await admin.assignGroup('Marketing');
      await expect(ourNotice(page)).toContainText('This creates a user in Spekit for each member of Marketing, as a Viewer');
      await admin.assignGroup('Account Executives');
      await page.getByText('Groups', { exact: true }).last().click();
      await expect(badgeIn(admin.entry('Marketing'))).toHaveAccessibleName(
        'Assigns people to Spekit: each member has an account there, and the group is no team',
      );
      await expect(badgeIn(admin.entry('Account Executives'))).toHaveAccessibleName(
        /^Assigns people to Spekit, and is pushed there as a team too\. Okta does not support one group for both/,
      );
    });

    test('converting an assignment tells that access hangs on the group from then on, and changes nothing in Spekit', async ({
      context,
      companion,
    }) => {
      const page = await openPage(context, 'okta.assignments', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.person(hannah))).toBeVisible();
      await admin.assignGroup('Account Executives');
      await ourNotice(page).getByRole('button', { name: 'Dismiss' }).click();
      const before = await companion.user(hannah);
      const dialog = await admin.openConvert();
      await expect(ourNotice(page)).toHaveCount(0);
      await dialog.getByLabel('Hannah Kowalski').check();
      await dialog.getByRole('button', { name: /^Convert/ }).click();
      await expect(dialog).toHaveCount(0);
      await expect(ourNotice(page)).toContainText('Whoever is converted has Spekit by a group from now on');
      await expect(ourDialog(page)).toHaveCount(0);
      await expect(admin.person(hannah)).toContainText('Group');
      expect(await companion.user(hannah)).toEqual(before);
    });

    test('unassigning a group asks first, and says what is known of who loses access', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.assignments', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.person(hannah))).toBeVisible();
      await admin.assignGroup('Support');
      await page.getByText('Groups', { exact: true }).last().click();
      await expect(badgeIn(admin.entry('Support'))).toBeVisible();
      const sent: string[] = [];
      page.on('request', (request) => request.url().endsWith('/unassign-group') && sent.push(request.url()));
      await admin.entry('Support').getByRole('button', { name: 'Unassign Support' }).click();
      const unassign = page.getByRole('dialog', { name: 'Unassign Group' });
      await unassign.getByRole('button', { name: 'OK' }).click();
      await expect(ourDialog(page)).toHaveAccessibleName('Whoever has Spekit by Support alone is expected to be deactivated');
      await expect(ourDialog(page)).toContainText('Who that is, is not known');
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      expect(sent).toEqual([]);
      const before = (await companion.idpUsers()).length;
      await unassign.getByRole('button', { name: 'OK' }).click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(admin.entry('Support')).toHaveCount(0);
      expect(sent).toHaveLength(1);
      await expect.poll(async () => (await companion.idpUsers()).length).toBeLessThan(before);
    });

    test('of another app on the same console is left alone', async ({ context }) => {
      const page = await openPage(context, 'okta.assignments', { ...way, follow: ['Slack', 'Assignments'] });
      const admin = new OktaConsole(page);
      await (await admin.openUnassign(hannah)).getByRole('button', { name: 'OK' }).click();
      await expect(admin.person(hannah)).toHaveCount(0);
      await admin.assign(hannah);
      await expect(anythingOfOurs(page)).toHaveCount(0);
    });
  });
}
