import { expect, test } from '@playwright/test';
import { layoutFaults } from './layout.ts';

// What finds faults of layouts is itself seen to find them: a check that cannot fail says nothing of the pages that it passes.
const pages: [what: string, html: string, faults: RegExp | null][] = [
  ['words with room', '<p>Von Okta verwaltet</p><p>Zurück</p>', null],
  ['words cut off by their box', '<p style="width:40px;overflow:hidden;white-space:nowrap">Von Okta verwaltet</p>', /^cut off: Von Okta/],
  [
    'words that run out of a pill',
    '<b style="display:flex;width:40px;white-space:nowrap"><u>Von Okta verwaltet</u></b>',
    /^cut off: Von Okta/,
  ],
  [
    'words over others',
    '<p>Von Okta verwaltet</p><p style="margin-top:-34px">Zurück</p>',
    /^over one another: Von Okta verwaltet \/ Zurück/,
  ],
  ['words beside the window', '<p style="position:absolute;left:300px;width:200px">Von Okta verwaltet</p>', /^out of the window: Von Okta/],
  ['words for screen readers alone', '<span class="unseen" style="position:absolute;left:-999px">Ja:</span>', null],
];

for (const [what, html, faults] of pages)
  test(`finds ${faults === null ? 'nothing wrong with' : 'fault with'} ${what}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 400 });
    await page.setContent(html);
    const found = await layoutFaults(page.locator('body'));
    if (faults === null) expect(found).toEqual([]);
    else expect(found).toContainEqual(expect.stringMatching(faults));
  });

test('looks into an open shadow', async ({ page }) => {
  await page.setContent('<span></span>');
  await page.evaluate(() => {
    const cut = Object.assign(document.createElement('p'), { textContent: 'Von Okta verwaltet' });
    cut.style.cssText = 'width:40px;overflow:hidden;white-space:nowrap';
    document.querySelector('span')?.attachShadow({ mode: 'open' }).append(cut);
  });
  expect(await layoutFaults(page.locator('span'))).toEqual([expect.stringMatching(/^cut off/)]);
});
