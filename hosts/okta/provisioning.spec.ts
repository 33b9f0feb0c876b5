import { expect, test } from '../../test/e2e/fixtures.ts';
import { OktaConsole } from '../../test/e2e/parts/okta.ts';
import { anythingOfOurs, ourDialog, ourNotice, ourStrips } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

const hannah = 'hannah.kowalski@acme.example';

for (const way of ways['okta.provisioning'] ?? []) {
  test.describe(`Provisioning, in the ${way.rendering} rendering`, () => {
    test('To App: beside each switch stands what it means for Spekit, as it is set', async ({ context }) => {
      const page = await openPage(context, 'okta.provisioning', way);
      const said = ['New people reach Spekit', 'Names and emails follow Okta', 'Leavers are deactivated in Spekit'];
      await expect(ourStrips(page)).toHaveCount(said.length);
      for (const [index, words] of said.entries()) await expect(ourStrips(page).nth(index)).toHaveAccessibleName(words);
      await expect(ourStrips(page).nth(0)).toHaveAccessibleDescription(/^On: whoever is assigned gets a Spekit account as a Viewer/);
      await ourStrips(page).nth(2).press('Enter');
      await expect(ourNotice(page)).toContainText('whoever is unassigned or deactivated in Okta is deactivated in Spekit');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('checkbox', { name: /^Deactivate Users/ }).uncheck();
      await expect(ourStrips(page).filter({ visible: true })).toHaveCount(said.length);
      await expect(ourStrips(page).nth(2)).toHaveAccessibleName(/^Leavers stay active in Spekit$/);
      await page.getByRole('checkbox', { name: /^Deactivate Users/ }).check();
      await expect(ourStrips(page).nth(2)).toHaveAccessibleName(/^Leavers are deactivated in Spekit$/);
    });

    test('switching Deactivate Users and Create Users off asks for each; a change of neither is let through', async ({ context }) => {
      const page = await openPage(context, 'okta.provisioning', way);
      await expect(ourStrips(page)).toHaveCount(3);
      const edit = () => page.getByRole('button', { name: 'Edit' }).click();
      const save = page.getByRole('button', { name: 'Save', exact: true });
      await edit();
      await page.getByRole('checkbox', { name: /^Update User Attributes/ }).uncheck();
      await save.click();
      await expect(page.getByText('Disabled', { exact: true })).toHaveCount(1);

      await edit();
      await page.getByRole('checkbox', { name: /^Deactivate Users/ }).uncheck();
      await page.getByRole('checkbox', { name: /^Create Users/ }).uncheck();
      await save.click();
      await expect(ourDialog(page)).toHaveAccessibleName('People who leave will keep their Spekit accounts');
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      await expect(save).toBeVisible();
      await save.click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(ourDialog(page)).toHaveAccessibleName('Nobody new will reach Spekit from Okta');
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByText('Disabled', { exact: true })).toHaveCount(3);

      await edit();
      await page.getByRole('checkbox', { name: /^Create Users/ }).check();
      await save.click();
      await expect(ourNotice(page)).toContainText('Whoever is assigned from now on gets a Spekit account');
      await expect(ourDialog(page)).toHaveCount(0);
      await expect(page.getByText('Disabled', { exact: true })).toHaveCount(2);
    });

    test('with Deactivate Users off, unassigning says that the account is expected to stay active', async ({ context, companion }) => {
      const page = await openPage(context, 'okta.provisioning', way);
      const admin = new OktaConsole(page);
      await expect(ourStrips(page)).toHaveCount(3);
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('checkbox', { name: /^Deactivate Users/ }).uncheck();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByText('Disabled', { exact: true })).toHaveCount(1);
      await admin.openAssignments();
      await expect(admin.person(hannah).locator('[data-sourcemark="badge"]')).toBeVisible();
      await (await admin.openUnassign(hannah)).getByRole('button', { name: 'OK' }).click();
      await expect(ourDialog(page)).toHaveAccessibleName('Hannah Kowalski is expected to stay active in Spekit');
      await expect(ourDialog(page)).toContainText(
        /Expected to stay active in Spekit: "Deactivate Users" was off when it was last seen, .* ago\./,
      );
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(admin.person(hannah)).toHaveCount(0);
      expect((await companion.user(hannah))?.active).toBe(true);
    });

    test('Integration: address, identifier, actions and the test are explained', async ({ context }) => {
      const page = await openPage(context, 'okta.provisioning', way);
      await expect(ourStrips(page)).toHaveCount(3);
      await page.getByText('Integration', { exact: true }).click();
      await expect(page.getByText('SCIM connector base URL')).toBeVisible();
      const said = ['Where Okta sends', 'How people are found', 'What Okta may send', 'Changes nothing in Spekit'];
      await expect(ourStrips(page)).toHaveCount(said.length);
      for (const words of said) await expect(page.getByRole('button', { name: words, exact: true })).toHaveCount(1);
      await page.getByRole('button', { name: 'Test Connector Configuration' }).click();
      await expect(page.getByText('Connector configured successfully')).toBeVisible();
    });

    test('of another app on the same console is left alone', async ({ context }) => {
      const page = await openPage(context, 'okta.provisioning', { ...way, follow: ['Slack', 'Provisioning'] });
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('checkbox', { name: /^Deactivate Users/ }).uncheck();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText('Disabled', { exact: true })).toHaveCount(1);
      await expect(anythingOfOurs(page)).toHaveCount(0);
    });
  });
}
