import { expect, test } from './fixtures.ts';
import { ourDialog } from './parts/ours.ts';
import { SpekitSettings } from './parts/spekit.ts';

test.describe('a team that Okta pushes', () => {
  test('cannot be deleted: the reason and the way to its group in Okta stand there, and nothing changes', async ({
    spekit,
    companion,
    okta,
  }) => {
    const settings = new SpekitSettings(spekit);
    await okta.goto('https://acme-admin.okta.com/admin/apps/active');
    await okta.getByRole('link', { name: 'Spekit', exact: true }).click();
    await expect(okta.getByRole('heading', { name: 'Spekit' })).toBeVisible();
    await settings.openTeams();
    await expect(settings.badge('Account Executives')).toBeVisible();
    const before = await companion.team('Account Executives');
    await settings.choose('Account Executives', 'Delete team');
    const dialog = ourDialog(spekit);
    await expect(dialog).toHaveAccessibleName('Account Executives is managed by Okta');
    await expect(dialog).toContainText('cannot be deleted in Spekit');
    await expect(dialog.getByRole('link')).toHaveAttribute('href', /^https:\/\/acme-admin\.okta\.com\/admin\//);
    await expect(dialog.getByRole('button', { name: 'Continue' })).toHaveCount(0);
    await spekit.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(spekit.getByText('Are you sure?')).toHaveCount(0);
    expect(await companion.team('Account Executives')).toEqual(before);
  });

  test('cannot be renamed, by mouse or by keyboard, and the link goes to that very group once it was seen in Okta', {
    tag: '@firefox',
  }, async ({ okta, spekit, companion }) => {
    await okta.goto('https://acme-admin.okta.com/admin/groups');
    const link = okta.getByRole('link', { name: 'Account Executives', exact: true });
    await expect(link).toBeVisible();
    const href = await link.evaluate((anchor) => (anchor as HTMLAnchorElement).href);
    await okta.goto('https://acme-admin.okta.com/admin/apps/active');
    await okta.getByRole('link', { name: 'Spekit', exact: true }).click();
    await expect(okta.getByRole('heading', { name: 'Spekit' })).toBeVisible();

    await spekit.bringToFront();
    const settings = new SpekitSettings(spekit);
    await settings.openTeams();
    await expect(settings.badge('Account Executives')).toBeVisible();
    const before = await companion.team('Account Executives');
    await settings.rename('Account Executives', 'Closers');
    const dialog = ourDialog(spekit);
    await expect(dialog).toContainText('cannot be renamed in Spekit');
    await expect(dialog.getByRole('link')).toHaveAttribute('href', href);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);

    await spekit.getByLabel('Team Name').press('Enter');
    await expect(dialog).toContainText('cannot be renamed in Spekit');
    await spekit.keyboard.press('Escape');
    expect(await companion.team('Account Executives')).toEqual(before);
    expect(await companion.team('Closers')).toBeUndefined();
  });

  test('has its description edited without a word of ours', async ({ spekit, companion }) => {
    const settings = new SpekitSettings(spekit);
    await settings.openTeams();
    await expect(settings.badge('Account Executives')).toBeVisible();
    await settings.describe('Account Executives', 'Closes new business');
    await expect(ourDialog(spekit)).toHaveCount(0);
    expect((await companion.team('Account Executives'))?.description).toBe('Closes new business');
  });
});

test('a team of Spekit’s own has no badge of Okta’s, and is renamed and deleted', async ({ spekit, companion }) => {
  const settings = new SpekitSettings(spekit);
  await settings.openTeams();
  await expect(settings.badge('Account Executives')).toBeVisible();
  await expect(settings.row('Partner Managers').locator('[data-sourcemark="badge"][data-owner="idp"]')).toHaveCount(0);
  await settings.rename('Partner Managers', 'Partner Network');
  await expect(settings.row('Partner Network')).toBeVisible();
  await settings.choose('Partner Network', 'Delete team');
  await settings.confirm();
  await expect(settings.row('Partner Network')).toHaveCount(0);
  await expect(ourDialog(spekit)).toHaveCount(0);
  expect(await companion.team('Partner Network')).toBeUndefined();
});

test('of two teams of one name only Okta’s is marked as Okta’s', async ({ spekit }) => {
  const settings = new SpekitSettings(spekit);
  await settings.openTeams();
  await expect(settings.row('Enablement')).toHaveCount(2);
  const marked = settings.row('Enablement').filter({ has: spekit.locator('[data-sourcemark="badge"][data-owner="idp"]') });
  await expect(marked).toHaveCount(1);
  await expect(marked.getByRole('img', { name: 'IdP team' })).toBeVisible();
});
