import { expect, type Page, test } from '@playwright/test';
import { connect, launchWithExtension, openOwnPage } from '../../test/e2e/parts/browser.ts';
import { playCompanion } from '../../test/e2e/parts/played-companion.ts';

/** Presses Tab until that is reached, past the end of the page if need be; what is on the way is seen to have the focus. */
async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const { isSeen, isSelf } = await wanted.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
      return {
        isSeen: document.activeElement === document.body || (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
        isSelf: document.activeElement === element,
      };
    });
    expect(isSeen, `${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))} shows that it has the focus`).toBe(true);
    if (isSelf) return;
  }
  throw new Error(`Tab does not reach ${name}.`);
}

test('the whole side panel by keyboard: filters, a story and back, what Okta sent, an export', async () => {
  const companion = await playCompanion();
  const context = await launchWithExtension(9);
  try {
    await connect(context, companion.state.url, 'admin-token');
    const panel = await openOwnPage(context, 'sidepanel');
    await expect(panel.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(2);

    await tabTo(panel, 'searchbox', 'Name holds');
    await panel.keyboard.type('nobody');
    await expect(panel.getByText('Nothing in the history is so')).toBeVisible();
    await panel.keyboard.press('Control+A');
    await panel.keyboard.press('Delete');
    await expect(panel.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(2);
    await tabTo(panel, 'combobox', 'Outcome');
    await panel.keyboard.press('R');
    await expect(panel.getByLabel('Outcome')).toHaveValue('refused');
    await panel.keyboard.press('Home');
    await expect(panel.getByLabel('Outcome')).toHaveValue('');

    await tabTo(panel, 'button', 'Export as CSV');
    const saved = panel.waitForEvent('download');
    await panel.keyboard.press('Enter');
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    await expect(panel.getByText('rows were saved')).toBeVisible();

    await tabTo(panel, 'button', 'Request and answer');
    await panel.keyboard.press('Space');
    await expect(panel.getByText('POST /scim/v2/Users').first()).toBeVisible();

    await tabTo(panel, 'button', /^Story of/);
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { name: /^Story of/ })).toBeFocused();
    await tabTo(panel, 'button', 'Back to the history');
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { name: 'History' })).toBeFocused();
  } finally {
    await context.close();
    await companion.close();
  }
});
