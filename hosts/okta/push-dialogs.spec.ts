import type { BrowserContext } from '@playwright/test';
import { expect, test } from '../../test/e2e/fixtures.ts';
import { stillPage } from '../../test/e2e/parts/browser.ts';
import { OktaConsole } from '../../test/e2e/parts/okta.ts';
import { anythingOfOurs, badgeIn, ourDialog, ourNotice, ourStrips } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

for (const way of ways['okta.push-groups'] ?? []) {
  test.describe(`before a push, in the ${way.rendering} rendering`, () => {
    test('before a push its dialog says what it will come to, as soon as a group is chosen', async ({ context }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.row('Sales Leadership'))).toBeVisible();
      await page.getByRole('button', { name: 'Push Groups', exact: true }).click();
      await page
        .getByRole('menuitem', { name: 'Find groups by name' })
        .or(page.getByRole('link', { name: 'Find groups by name' }))
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      // The menu that leads here pushes nothing yet, whatever groups the page shows.
      await expect(ourStrips(page)).toHaveCount(0);
      await expect(ourNotice(page)).toHaveCount(0);
      for (const [name, said, more] of [
        ['Revenue Operations', 'Spekit has a team Revenue Operations of its own', /is not known/],
        ['all spekit users', 'A group named all spekit users cannot be added to Spekit', /names of Spekit's own teams/],
        ['Marketing', 'Marketing is expected to appear in Spekit as a team', /^Which members are not assigned .* is not known/],
      ] as const) {
        await dialog.getByRole('combobox').fill(name);
        await dialog.getByRole('option', { name }).first().click();
        await expect(ourStrips(dialog)).toHaveAccessibleName(said);
        await expect(ourStrips(dialog)).toHaveAccessibleDescription(more);
      }
      await ourStrips(dialog).press('Enter');
      await expect(ourNotice(page)).toContainText('Marketing is expected to appear in Spekit as a team');
      await expect(dialog.getByRole('combobox')).toHaveValue('Marketing');
    });

    test('a rule that takes in a reserved name, or a name that Spekit has, says so before it is created', async ({ context }) => {
      const groups = await openPage(context, 'okta.groups', { ...way, address: '/admin/groups', follow: [] });
      await expect(badgeIn(groups.getByRole('row').filter({ hasText: 'Account Executives' }))).toBeVisible();
      // What the page has shown is kept a moment after it was marked.
      await expect.poll(() => knownGroups(context)).toContain('all spekit users');
      await groups.close();
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.row('Sales Leadership'))).toBeVisible();
      const dialog = await admin.openRule();
      await dialog.getByRole('textbox', { name: 'Rule name' }).fill('Everybody');
      await dialog.getByRole('textbox', { name: 'Value' }).fill('all');
      await expect(ourStrips(dialog)).toHaveAccessibleName('This rule takes in all spekit users, which cannot be added to Spekit');
      await dialog.getByRole('textbox', { name: 'Value' }).fill('revenue');
      await expect(ourStrips(dialog)).toHaveAccessibleName('This rule takes in revenue operations, and Spekit has a team of that name');
      await dialog.getByRole('button', { name: 'Create Rule' }).click();
      await expect(ourDialog(page)).toHaveAccessibleName('This rule takes in revenue operations, and Spekit has a team of that name');
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      // What is typed while ours still closes reaches nothing behind it.
      await expect(ourDialog(page)).toHaveCount(0);
      await dialog.getByRole('textbox', { name: 'Value' }).fill('market');
      await expect(ourStrips(dialog)).toHaveAccessibleName('Each group that fits this rule becomes a team in Spekit');
      await dialog.getByRole('button', { name: 'Create Rule' }).click();
      await expect(dialog).toHaveCount(0);
      await expect(admin.row('Marketing')).toBeVisible();
    });

    test('a rule by description is not foretold: which groups it takes in is said to be not known, and why', async ({
      context,
      companion,
    }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.row('Sales Leadership'))).toBeVisible();
      const dialog = await admin.openRule();
      await dialog.getByRole('textbox', { name: 'Rule name' }).fill('Told by what they are');
      const choice = dialog.getByLabel('Match by');
      if ((await choice.count()) > 0) {
        await choice.selectOption('Group description');
        await dialog.getByLabel('Condition').selectOption('contains');
        await dialog.getByRole('textbox', { name: 'Value' }).fill('field marketing');
      } else await dialog.getByRole('textbox', { name: /^Group description/ }).fill('field marketing');
      const note = ourStrips(dialog);
      await expect(note).toHaveAccessibleName('Which groups this rule takes in is not known');
      await expect(note).toHaveAccessibleDescription(/descriptions are not seen here: SCIM sends a group's name and members alone/);
      await dialog.getByRole('button', { name: 'Create Rule' }).click();
      await expect(ourDialog(page)).toHaveCount(0);
      await expect(ourNotice(page)).toContainText('Which groups this rule takes in is not known');
      await expect(admin.row('Marketing')).toBeVisible();
      await expect.poll(async () => (await companion.team('Marketing'))?.owner).toBe('idp');
    });

    test('Refresh App Groups says that it changes nothing in Spekit, and does not', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.row('Sales Leadership'))).toBeVisible();
      const note = page.getByRole('button', { name: 'Refresh App Groups: Changes nothing in Spekit', exact: true });
      await expect(note).toBeVisible();
      await expect(ourStrips(page)).toHaveCount(1);
      const before = await companion.newestChanges();
      await page.getByRole('button', { name: 'Refresh App Groups', exact: true }).click();
      await note.press('Enter');
      await expect(ourNotice(page)).toContainText('Nothing is pushed by it, and Spekit stays as it is.');
      await expect(ourDialog(page)).toHaveCount(0);
      expect(await companion.newestChanges()).toEqual(before);
    });

    test('whose members are not assigned, and that the group assigns the app as well, is said where Okta has shown it', async ({
      context,
    }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.row('Sales Leadership'))).toBeVisible();
      const choose = async (name: string) => {
        await page.getByRole('button', { name: 'Push Groups', exact: true }).click();
        const item = { name: 'Find groups by name' };
        await page.getByRole('menuitem', item).or(page.getByRole('link', item)).first().click();
        await page.getByRole('dialog').getByRole('combobox').fill(name);
        await page.getByRole('dialog').getByRole('option', { name }).first().click();
        return ourStrips(page.getByRole('dialog'));
      };
      await admin.openGroup('Support');
      await expect(anythingOfOurs(page).and(page.getByRole('img'))).toBeVisible();
      const asked = page.getByRole('button', { name: /^Remove / });
      await expect(asked.first()).toBeVisible();
      const seen = await asked.count();
      const still = await stillPage(context);
      await expect.poll(async () => JSON.stringify(await still.evaluate('chrome.storage.local.get("shown")'))).toContain('"support"');
      await admin.openPushGroups();
      const note = await choose('Support');
      await expect(note).toHaveAccessibleDescription(
        new RegExp(`^${seen} of the ${seen} members that were seen .* ago on the group's page are not in Spekit`),
      );
      await page.keyboard.press('Escape');

      await admin.openAssignments();
      await admin.assignGroup('Support');
      await page.getByText('Groups', { exact: true }).last().click();
      await expect(admin.entry('Support')).toBeVisible();
      await expect(badgeIn(admin.entry('Support'))).toBeVisible();
      await admin.openPushGroups();
      await expect(await choose('Support')).toHaveAccessibleDescription(
        /It was seen .* ago among the app's assignments\. Okta does not support one group/,
      );
    });
    test('the ⚙ settings say what the switch for renames means; off, a rename is told not to reach Spekit', async ({
      context,
      companion,
    }) => {
      const page = await openPage(context, 'okta.push-groups', way);
      const admin = new OktaConsole(page);
      await expect(badgeIn(admin.row('Sales Leadership'))).toBeVisible();
      await page.getByRole('button', { name: 'Group Push Settings' }).click();
      const dialog = page.getByRole('dialog', { name: 'Group Push Settings' });
      const note = ourStrips(dialog);
      await expect(note).toHaveAccessibleName(/^Renames reach Spekit$/);
      await dialog.getByRole('checkbox').uncheck();
      await expect(note).toHaveAccessibleName(/^Renames do not reach Spekit$/);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(ourNotice(page)).toContainText('Renames in Okta no longer reach Spekit');
      await expect(dialog).toHaveCount(0);

      await admin.openGroup('Sales Leadership');
      await expect(anythingOfOurs(page).and(page.getByRole('img'))).toBeVisible();
      await page
        .getByRole('button', { name: 'Edit' })
        .or(page.getByRole('button', { name: 'Actions', exact: true }))
        .first()
        .click();
      const edit = page.getByRole('menuitem', { name: /^Edit/ }).or(page.getByRole('link', { name: /^Edit/ }));
      if ((await edit.count()) > 0) await edit.first().click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Sales Heads');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(ourNotice(page)).toContainText('The team in Spekit keeps its name');
      await expect(page.getByRole('heading', { name: 'Sales Heads', exact: true })).toBeVisible();
      expect(await companion.team('Sales Leadership')).toBeDefined();
    });
  });
}

/** The groups of Okta's that the extension knows, as it keeps them. */
async function knownGroups(context: BrowserContext): Promise<string> {
  const still = await stillPage(context);
  return still.evaluate(async () => {
    const { okta } = await Reflect.get(globalThis, 'chrome').storage.local.get('okta');
    return JSON.stringify(okta?.data.groups ?? {});
  });
}
