import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { OktaConsole } from './parts/okta.ts';
import { badgeIn, ourDialog } from './parts/ours.ts';

const hannah = 'hannah.kowalski@acme.example';

/** The lines under *What is expected*, whose title tells the age of their facts. */
async function expected(page: Page): Promise<string[]> {
  const dialog = ourDialog(page);
  await expect(dialog.getByRole('term').first()).toHaveText(/^What is expected, as of \d+ seconds? ago$/);
  return dialog.getByRole('listitem').allTextContents();
}

for (const oktaRendering of ['classic', 'redesign'] as const) {
  test.describe(`What a warning foretells, in the ${oktaRendering} rendering`, () => {
    test.use({ oktaRendering });

    test('of a person: off in Spekit, out of pushed teams with their next push; and so it comes', {
      tag: oktaRendering === 'classic' ? '@firefox' : [],
    }, async ({ okta, companion }) => {
      const admin = new OktaConsole(okta);
      const foretold = [
        'Expected to be deactivated in Spekit in about 15 seconds, if the app has "Deactivate Users" on.',
        'Expected to leave Account Executives and Sales - EMEA when Okta next pushes their groups; when that is, is not known.',
      ];
      await admin.openPerson('Hannah Kowalski');
      await expect(badgeIn(okta.locator('body')).first()).toBeVisible();
      await admin.changePerson('Deactivate');
      expect(await expected(okta)).toEqual(foretold);
      await ourDialog(okta).getByRole('button', { name: 'Go back' }).click();

      await admin.openAssignments();
      await expect(badgeIn(admin.person(hannah))).toBeVisible();
      await (await admin.openUnassign(hannah)).getByRole('button', { name: 'OK' }).click();
      expect(await expected(okta)).toEqual(foretold);
      await ourDialog(okta).getByRole('button', { name: 'Continue' }).click();
      const teams = async () => (await companion.user(hannah))?.teams.map(({ name }) => name).sort();
      await expect.poll(async () => (await companion.user(hannah))?.active).toBe(false);
      expect(await teams()).toEqual(['Account Executives', 'Sales - EMEA']);

      await admin.openPushGroups();
      await admin.pushNow('Account Executives');
      await expect.poll(teams).toEqual(['Sales - EMEA']);
    });

    test('of a group: its team and members stay, beside a namesake; what Okta keeps to itself is not known', async ({
      okta,
      companion,
    }) => {
      const admin = new OktaConsole(okta);
      const before = await companion.team('Enablement', 'idp');
      const members = `Its ${before?.memberCount} members in Spekit are expected to stay in it.`;
      const twin = "Spekit's own team of the same name is expected to stay beside it.";
      await admin.openGroup('Enablement');
      await expect(badgeIn(okta.locator('body')).first()).toBeVisible();
      await admin.deleteGroup();
      expect(await expected(okta)).toEqual([members, expect.stringMatching(/^Whether Okta tells Spekit of it is not known\./), twin]);
      await ourDialog(okta).getByRole('button', { name: 'Go back' }).click();

      await admin.openPushGroups();
      await expect(badgeIn(admin.row('Enablement'))).toBeVisible();
      await (await admin.openUnlink('Enablement')).getByRole('button', { name: 'Unlink', exact: true }).click();
      expect(await expected(okta)).toEqual([members, expect.stringContaining("expected to be Spekit's own then"), twin]);
      await ourDialog(okta).getByRole('button', { name: 'Continue' }).click();
      await expect.poll(async () => await companion.team('Enablement', 'idp')).toBeUndefined();
      expect((await companion.teamsNamed('Enablement')).map(({ memberCount }) => memberCount)).toContain(before?.memberCount);
      expect(await companion.teamsNamed('Enablement')).toHaveLength(2);
    });
  });
}
