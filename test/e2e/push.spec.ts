import { expect, test } from './fixtures.ts';
import { openOwnPage } from './parts/browser.ts';
import { OktaConsole } from './parts/okta.ts';
import { ourDialog } from './parts/ours.ts';
import { launchPlain } from './parts/plain-browser.ts';
import { SpekitSettings } from './parts/spekit.ts';

for (const flavour of ['put', 'patch'] as const) {
  test.describe(`an app that updates with ${flavour.toUpperCase()}`, () => {
    test.use({ flavour });

    const told = 'a pushed group stands on Manage Teams with its members and a badge whose age counts up';
    test(told, { tag: flavour === 'put' ? '@firefox' : [] }, async ({ okta, spekit, companion }) => {
      const admin = new OktaConsole(okta);
      const settings = new SpekitSettings(spekit);
      await settings.openTeams();
      await expect(settings.row('Marketing')).toHaveCount(0);

      await admin.openPushGroups();
      await admin.push('Marketing');
      await expect(admin.row('Marketing').locator('[data-sourcemark="badge"][data-owner="idp"]')).toBeVisible({ timeout: 20_000 });

      await spekit.bringToFront();
      const badge = settings.badge('Marketing');
      await expect(badge).toBeVisible({ timeout: 20_000 });
      await expect(badge).toHaveAttribute('data-owner', 'idp');
      await expect(badge).toHaveAccessibleName(/^Managed by Okta, synced \d+ seconds? ago/);
      const team = await companion.team('Marketing');
      expect(team?.memberCount).toBeGreaterThan(0);
      await expect(settings.row('Marketing')).toContainText(String(team?.memberCount));

      const first = await badge.getAttribute('aria-label');
      await expect(badge).not.toHaveAttribute('aria-label', first ?? '');
      await expect(badge).toHaveAccessibleName(/^Managed by Okta, synced \d+ seconds? ago/);
    });
  });
}

test('pushing a reserved name is blocked before Okta sends anything', { tag: '@firefox' }, async ({ okta, companion }) => {
  const admin = new OktaConsole(okta);
  await admin.openPushGroups();
  await expect(admin.row('Sales Development').locator('[data-sourcemark="badge"]')).toBeVisible();
  await admin.push('all spekit users');
  const dialog = ourDialog(okta);
  await expect(dialog).toHaveAccessibleName(/all spekit users.* cannot be added to Spekit/i);
  await expect(dialog.getByRole('button', { name: 'Continue' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(admin.row('all spekit users')).toHaveCount(0);
  expect((await companion.newestChanges()).filter((change) => change.outcome === 'refused')).toEqual([]);
});

test('pushed by an admin without Sourcemark, a reserved name is refused, and the refusal stands in Okta, popup and history in the same words', async ({
  okta,
  context,
  companion,
  playgroundPort,
}) => {
  const plain = await launchPlain(playgroundPort);
  const page = await plain.newPage();
  await page.goto('https://acme-admin.okta.com/admin/dashboard?rendering=classic');
  const other = new OktaConsole(page);
  await other.openPushGroups();
  await other.push('all spekit users');
  await expect(other.row('all spekit users').getByText(/Errors reported by remote server: /)).toBeVisible({ timeout: 20_000 });
  await plain.close();

  const [refusal] = (await companion.newestChanges()).filter((change) => change.outcome === 'refused');
  const words = refusal?.detail ?? '';
  expect(words).toMatch(/all spekit users cannot be added to Spekit/i);

  const admin = new OktaConsole(okta);
  await admin.openPushGroups();
  await expect(admin.row('all spekit users').getByText(`Errors reported by remote server: ${words}`)).toBeVisible();
  const popup = await openOwnPage(context, 'popup');
  await expect(popup.getByRole('blockquote').filter({ hasText: words })).toBeVisible();
  await expect(popup.getByRole('list', { name: 'History' }).getByText(words)).toBeVisible();
});
