import type { BrowserContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { extensionOrigin } from './parts/browser.ts';
import { anythingOfOurs, expectNothingOfOurs, ourDialog } from './parts/ours.ts';
import { openMarkedTeams, type SpekitSettings } from './parts/spekit.ts';

test.use({ ownBrowser: true });

/** What Chrome's own page of extensions does for its user. */
async function inExtensions(context: BrowserContext, call: string, ...args: unknown[]): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async ([path, given]) => {
      const [api = '', name = ''] = path.split('.');
      const { developerPrivate } = Reflect.get(globalThis, 'chrome');
      // Else Chrome switches an unpacked extension off as soon as it is loaded anew.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await Reflect.get(globalThis, 'chrome')[api][name](...given);
    },
    [call, args] as const,
  );
  await page.close();
}

const idOf = async (context: BrowserContext) => new URL(await extensionOrigin(context)).host;

async function expectGuarded(settings: SpekitSettings): Promise<void> {
  await settings.choose('Account Executives', 'Delete team');
  await expect(ourDialog(settings.page)).toContainText('cannot be deleted in Spekit');
  await expect(ourDialog(settings.page)).toHaveCount(1);
  await ourDialog(settings.page).getByRole('button', { name: 'Close' }).click();
  await expect(ourDialog(settings.page)).toHaveCount(0);
}

test('after an update the elder scripts retire and the new ones take over, in the page that is open', async ({ spekit, context }) => {
  const settings = await openMarkedTeams(spekit);
  const errors: string[] = [];
  spekit.on('pageerror', (error) => errors.push(error.message));
  const before = await anythingOfOurs(spekit).count();
  // Seen by the page as well as by its scripts: a mark that has it is the elder session's.
  await anythingOfOurs(spekit).evaluateAll((marks) => marks.forEach((mark) => void mark.setAttribute('data-elder', '')));
  await inExtensions(context, 'developerPrivate.reload', await idOf(context), { failQuietly: true });
  await spekit.bringToFront();
  await expect(spekit.locator('[data-elder]')).toHaveCount(0, { timeout: 20_000 });
  await expect(anythingOfOurs(spekit)).toHaveCount(before);
  await expectGuarded(settings);
  expect(errors).toEqual([]);
});

test('while the extension is switched off nothing of it is left in an open page', async ({ spekit, context }) => {
  const settings = await openMarkedTeams(spekit);
  await inExtensions(context, 'management.setEnabled', await idOf(context), false);
  await spekit.bringToFront();
  await expectNothingOfOurs(spekit);
  await settings.choose('Account Executives', 'Delete team');
  await expect(spekit.getByRole('dialog', { name: 'Are you sure?' })).toBeVisible();
  await expect(ourDialog(spekit)).toHaveCount(0);
});

test('without the permission for a host its open pages are left alone, and marked again once it is back', async ({ spekit, context }) => {
  const settings = await openMarkedTeams(spekit);
  const extensionId = await idOf(context);
  await inExtensions(context, 'developerPrivate.updateExtensionConfiguration', { extensionId, hostAccess: 'ON_SPECIFIC_SITES' });
  for (const host of ['http://127.0.0.1/*', 'https://app.spekit.co/*'])
    await inExtensions(context, 'developerPrivate.addHostPermission', extensionId, host);
  await spekit.reload();
  await expect(settings.badge('Account Executives')).toBeVisible();
  // The companion may still be asked.
  await inExtensions(context, 'developerPrivate.removeHostPermission', extensionId, 'https://app.spekit.co/*');
  await spekit.bringToFront();
  await expect(anythingOfOurs(spekit)).toHaveCount(0);
  await settings.choose('Account Executives', 'Delete team');
  await expect(spekit.getByRole('dialog', { name: 'Are you sure?' })).toBeVisible();
  await expect(ourDialog(spekit)).toHaveCount(0);
  await spekit.keyboard.press('Escape');
  await inExtensions(context, 'developerPrivate.addHostPermission', extensionId, 'https://app.spekit.co/*');
  await spekit.bringToFront();
  await expect(settings.badge('Account Executives')).toBeVisible();
  await expectGuarded(settings);
});
