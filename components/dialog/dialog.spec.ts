import { expect } from '@playwright/test';
import type { OpenDialog } from '../../messages/dialog.ts';
import { activeId, answered, block, type HostWindow, noticed, open, test, warning } from '../../test/parts/dialog-page.ts';

test('a warning inside a dialog that traps the focus: Tab goes round in ours, Enter on Continue goes on, the page hears nothing', async ({
  host,
}) => {
  const dialog = await open(host, warning);
  await expect(dialog).toHaveAccessibleName('The team Account Executives is expected to stay in Spekit');
  await expect(dialog).toHaveAccessibleDescription(/A team can only be removed in Spekit/);
  await expect(dialog).toContainText(/Okta last synced this \d+ seconds ago\./);
  const back = dialog.getByRole('button', { name: 'Go back' });
  const goOn = dialog.getByRole('button', { name: 'Continue' });
  const link = dialog.getByRole('link', { name: 'Open Manage Teams in Spekit (opens in a new tab)' });
  await expect(back).toBeFocused();
  for (const next of [goOn, link, back, goOn]) {
    await host.keyboard.press('Tab');
    await expect(next).toBeFocused();
  }
  await host.keyboard.press('Shift+Tab');
  await expect(back).toBeFocused();
  await host.keyboard.press('Tab');
  await host.keyboard.press('Enter');
  await answered(host, 'continue');
  expect(await noticed(host)).toEqual([]);
  expect(await activeId(host)).toBe('unlink');
  await expect(host.locator('#modal')).toBeVisible();
});

test('a screen reader is told the consequence first, then the ways out', async ({ host }) => {
  await expect(await open(host, warning)).toMatchAriaSnapshot(`
    - dialog "The team Account Executives is expected to stay in Spekit":
      - button "Go back"
      - button "Continue"
  `);
  await host.keyboard.press('Escape');
  await answered(host, 'back');
  await expect(await open(host, block)).toMatchAriaSnapshot(`
    - dialog /^Account Executives/:
      - button "Close"
  `);
});

test('Esc is Go back, and leaves the host app’s own dialog open', async ({ host }) => {
  await open(host, warning);
  await host.keyboard.press('Escape');
  await answered(host, 'back');
  await expect(host.locator('#modal')).toBeVisible();
  expect(await activeId(host)).toBe('unlink');
});

test('a block has Close and the link, and no way on; a click is ours alone', async ({ host }) => {
  const dialog = await open(host, block);
  await expect(dialog.getByRole('button')).toHaveText(['Close']);
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await expect(dialog.getByRole('link')).toHaveAttribute('href', block.link?.href ?? '');
  await dialog.getByText('What still works').click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await answered(host, 'back');
  expect(await noticed(host)).toEqual([]);
});

test('stays usable where a native modal dialog of the page has made all else inert', async ({ host }) => {
  await host.evaluate(() => {
    (window as HostWindow).trapped = false;
    const modal = document.createElement('dialog');
    modal.append(Object.assign(document.createElement('button'), { id: 'native', textContent: 'Native' }));
    document.body.append(modal);
    modal.showModal();
  });
  const dialog = await open(host, warning, { from: '#native', within: false });
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await answered(host, 'continue');
  expect(await activeId(host)).toBe('native');
});

test('ends as Go back when the page is left, when the host app takes its dialog away, and when another one opens', async ({ host }) => {
  await open(host, warning);
  await host.evaluate(() => (window as HostWindow).asked.stop.abort());
  await answered(host, 'back');

  await open(host, warning);
  const first = await host.evaluateHandle(() => (window as HostWindow).asked);
  await open(host, block);
  await expect.poll(() => first.evaluate(({ answer }) => answer)).toBe('back');
  await expect(host.locator('[data-sourcemark]')).toHaveCount(1);

  await host.evaluate(() => document.querySelector('#modal')?.remove());
  await answered(host, 'back');
});

test('goes on without asking where there is nothing to ask', async ({ host }) => {
  for (const decision of [
    { verdict: 'inform', reason: 'group-push-creates-team', remedy: 'go-ahead' },
    { verdict: 'warn', reason: 'not-owned', remedy: 'go-ahead' },
  ] as const) {
    const answer = await host.evaluate((decision) => {
      const openDialog: OpenDialog = Reflect.get(window, Symbol.for('sourcemark.dialog'));
      return openDialog({ action: 'okta.group.push', decision, facts: {}, link: null, within: null, signal: AbortSignal.timeout(60_000) });
    }, decision);
    expect(answer).toBe('continue');
  }
  await expect(host.locator('[data-sourcemark]')).toHaveCount(0);
});

test('a key still held down from the page presses nothing', async ({ host }) => {
  await host.focus('#unlink');
  await host.keyboard.down('Enter');
  const dialog = await open(host, warning);
  await host.keyboard.down('Enter');
  await host.keyboard.up('Enter');
  await expect(dialog).toBeVisible();
  await host.keyboard.press('Enter');
  await answered(host, 'back');
});
