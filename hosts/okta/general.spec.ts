import { expect, test } from '../../test/e2e/fixtures.ts';
import { anythingOfOurs, ourDialog, ourStrips } from '../../test/e2e/parts/ours.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

for (const way of ways['okta.general'] ?? []) {
  test.describe(`General, in the ${way.rendering} rendering`, () => {
    test('says whether SCIM is on, and asks before it is switched off; another setting is saved without a word', async ({ context }) => {
      const page = await openPage(context, 'okta.general', way);
      await expect(ourStrips(page)).toHaveAccessibleName(/^SCIM is on$/);
      const save = page.getByRole('button', { name: 'Save', exact: true });
      const edit = page.getByRole('button', { name: 'Edit' });
      await edit.click();
      await page.getByLabel('Application label').fill('Spekit (production)');
      await save.click();
      await expect(page.getByRole('heading', { name: 'Spekit (production)', exact: true })).toBeVisible();
      await expect(ourDialog(page)).toHaveCount(0);

      await edit.click();
      const none = page.getByRole('radio', { name: 'None' });
      if ((await none.count()) > 0) await none.check();
      else await page.getByRole('checkbox', { name: 'Enable SCIM provisioning' }).uncheck();
      await expect(ourStrips(page)).toHaveAccessibleName(/^SCIM is off: nothing is sent$/);
      await save.click();
      await expect(ourDialog(page)).toHaveAccessibleName('Okta will send nothing to Spekit any more');
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      await expect(save).toBeVisible();
      await save.click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(save).toHaveCount(0);
      await expect(page.getByText('None', { exact: true })).toBeVisible();
      await expect(ourStrips(page)).toHaveAccessibleName(/^SCIM is off: nothing is sent$/);
    });

    test('of another app on the same console is left alone', async ({ context }) => {
      const page = await openPage(context, 'okta.general', { ...way, follow: ['Slack', 'General'] });
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText('Application visibility')).toBeVisible();
      await expect(anythingOfOurs(page)).toHaveCount(0);
    });
  });
}
