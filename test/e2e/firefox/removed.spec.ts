import { expect, test } from '../fixtures.ts';
import { stillPage } from '../parts/browser.ts';
import { anythingOfOurs, ourDialog } from '../parts/ours.ts';
import { openMarkedTeams } from '../parts/spekit.ts';

test('removed while its dialog is open, nothing of ours is seen once that is closed: Firefox ends our scripts without a word', {
  tag: '@firefox',
}, async ({ spekit, context }) => {
  const settings = await openMarkedTeams(spekit);
  await settings.choose('Account Executives', 'Delete team');
  await expect(ourDialog(spekit)).toBeVisible();
  const seen = anythingOfOurs(spekit).filter({ visible: true });
  expect(await seen.count()).toBeGreaterThan(2);
  const still = await stillPage(context);
  await spekit.bringToFront();
  // The page of the extension goes with it, and may not say so.
  await still.evaluate(() => Reflect.get(globalThis, 'browser').management.uninstallSelf()).catch(() => undefined);
  await expect(anythingOfOurs(spekit).and(spekit.locator(':not([data-sourcemark="dialog"])')).filter({ visible: true })).toHaveCount(0);
  await spekit.keyboard.press('Escape');
  await expect(ourDialog(spekit)).toBeHidden();
  await expect(seen).toHaveCount(0);
  // The page is the admin's again.
  await settings.choose('Content Champions', 'Delete team');
  await expect(spekit.getByRole('dialog')).toBeVisible();
});
