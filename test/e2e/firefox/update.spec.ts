import { expect, test } from '../fixtures.ts';
import { stillPage } from '../parts/browser.ts';
import { anythingOfOurs, ourDialog } from '../parts/ours.ts';
import { openMarkedTeams } from '../parts/spekit.ts';

test('Firefox ends the elder scripts of an update at once: the new ones take their marks away and over, in the page that is open', {
  tag: '@firefox',
}, async ({ spekit, context }) => {
  const settings = await openMarkedTeams(spekit);
  const before = await anythingOfOurs(spekit).count();
  const still = await stillPage(context);
  await spekit.bringToFront();
  await anythingOfOurs(spekit).evaluateAll((marks) => marks.forEach((mark) => void mark.setAttribute('data-elder', '')));
  // The page of the extension goes with it, and may not say so.
  await still.evaluate(() => Reflect.get(globalThis, 'browser').runtime.reload()).catch(() => undefined);
  await expect(spekit.locator('[data-elder]')).toHaveCount(0, { timeout: 20_000 });
  await expect(anythingOfOurs(spekit)).toHaveCount(before);
  await settings.choose('Account Executives', 'Delete team');
  await expect(ourDialog(spekit)).toContainText('cannot be deleted in Spekit');
  await expect(ourDialog(spekit)).toHaveCount(1);
});
