import { expect, test } from './fixtures.ts';
import { openOwnPage } from './parts/browser.ts';
import { Companion } from './parts/companion.ts';
import { OktaConsole } from './parts/okta.ts';
import { ourDialog } from './parts/ours.ts';
import { SpekitSettings } from './parts/spekit.ts';

/** Another companion stands in Spekit's place; Okta and the extension know the one that passes on to it. */
const relayed = test.extend<{ behind: Companion }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that a function needs from this pattern.
  behind: async ({}, use) => {
    const behind = await Companion.make();
    await behind.start();
    await use(behind);
    await behind.remove();
  },
  companion: async ({ behind }, use) => {
    const companion = await Companion.make({
      SOURCEMARK_RELAY_URL: `${behind.url}/scim/v2`,
      SOURCEMARK_RELAY_TOKEN: behind.scimToken,
    });
    await companion.start();
    await use(companion);
    await companion.remove();
  },
});

relayed(
  'a companion that passes on: what Okta pushes is in Spekit, what must not reach Spekit does not, and how long Spekit took is told',
  { tag: '@firefox' },
  async ({ okta, spekit, context, companion, behind }) => {
    const admin = new OktaConsole(okta);
    await okta.bringToFront();
    await admin.openPushGroups();
    await expect(admin.row('Sales Leadership').locator('[data-sourcemark="badge"]')).toBeVisible();
    await admin.push('Marketing');
    await expect.poll(async () => (await companion.team('Marketing'))?.memberCount ?? 0).toBeGreaterThan(0);
    const [here, there] = [await companion.team('Marketing'), await behind.team('Marketing')];
    expect(there).toMatchObject({ id: here?.id, owner: 'idp', memberCount: here?.memberCount });
    await spekit.bringToFront();
    const settings = new SpekitSettings(spekit);
    await settings.openTeams();
    await expect(settings.badge('Marketing')).toHaveAccessibleName(/^Managed by Okta, synced \d+ \w+ ago$/);

    await okta.bringToFront();
    const unlink = await admin.openUnlink('Sales Leadership');
    await unlink.getByRole('button', { name: 'Unlink', exact: true }).click();
    await ourDialog(okta).getByRole('button', { name: 'Continue' }).click();
    const popup = await openOwnPage(context, 'popup');
    const words = 'Okta asked to delete this team in Spekit. The companion did not pass that on';
    await expect(popup.getByText(words).first()).toBeVisible({ timeout: 20_000 });
    await expect(popup.getByText(/^Spekit answered after [\d.]+ s on average, [\d.]+ s at most$/)).toBeVisible();
    expect(await behind.team('Sales Leadership')).toMatchObject({ owner: 'idp' });
    expect(await companion.team('Sales Leadership')).toMatchObject({ owner: 'idp' });
    const panel = await openOwnPage(context, 'sidepanel');
    await expect(panel.getByRole('listitem').filter({ hasText: 'Marketing' }).first()).toContainText(/Spekit took [\d.]+ s/);
  },
);
