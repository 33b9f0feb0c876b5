import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { layoutFaults } from '../parts/layout.ts';
import { expect, test } from './fixtures.ts';
import { openOwnPage } from './parts/browser.ts';
import { isFirefox } from './parts/enter.ts';
import { OktaConsole } from './parts/okta.ts';
import { badgeIn } from './parts/ours.ts';
import { saved } from './parts/saved.ts';
import { SpekitSettings } from './parts/spekit.ts';

test.use({ connection: 'staging' });

const csv = [
  'Email,First Name,Last Name,Role,Teams,Source',
  'priya.raman@acme.example,Priya,Raman,Expert,Content Champions,Salesforce',
  'new.joiner@acme.example,New,Joiner,Viewer,,Direct',
  'not an address,Bad,Row,Viewer,,Direct',
].join('\r\n');

test('the marks of both consoles say what completing will make of whom they stand beside, before anybody has opened the mapping', {
  tag: '@firefox',
}, async ({ okta, spekit }) => {
  const settings = new SpekitSettings(spekit);
  await settings.openUsers();
  const own = settings.badge('l.moreau@acme.example');
  await expect(own).toHaveAccessibleName(/^Waits for your decision: may be Lucie Moreau, .+ \(from Okta\)/, { timeout: 25_000 });
  const console = new OktaConsole(okta);
  await console.openAssignments();
  const lucie = badgeIn(console.person('lucie.moreau@acme.example'));
  await expect(lucie).toHaveAccessibleName(
    /^Waits for your decision: may be Lucie Moreau, l\.moreau@acme\.example \(Spekit's own\)\. Managed by Okta/,
  );
});

test('the day of the migration: imported, decided by keyboard, confirmed in the workbook, completed, and taken back', {
  tag: '@firefox',
}, async ({ context, companion }) => {
  test.setTimeout(180_000);
  const popup = await openOwnPage(context, 'popup');
  await expect(popup.getByText('Migration waits for your workbook')).toBeVisible({ timeout: 20_000 });
  const page = await openMapping(context, popup);
  await popup.close();
  await shows(page, 'Okta pushes');

  await goTo(page, 'Spekit today');
  await page.getByLabel(/Spekit's export/).setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByText('row 4')).toBeVisible();
  await looksWell(page);
  await page.getByRole('button', { name: 'Import the rows that are right' }).click();
  await expect(page.getByText(/2 users and \d teams? were taken in/)).toBeVisible();
  expect((await companion.user('new.joiner@acme.example'))?.owner).toBe('spekit');

  await goTo(page, 'Okta pushes');
  const row = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 4, name }) });
  await expect(row('Priya Raman')).toContainText('same address');
  await looksWell(page);
  await page.getByLabel('State').selectOption('false');
  const lucie = row('Lucie Moreau').first();
  await expect(lucie).toContainText('Waits for you.');
  const decision = lucie.getByLabel(/^Decision/);
  await decision.focus();
  await page.keyboard.press('M');
  await expect(lucie).toContainText('Saved.');

  await goTo(page, 'Workbook');
  await expect(page.getByText('Every row is decided.')).toBeVisible();
  const workbook = await saved(page, () => page.getByRole('button', { name: 'Save the workbook' }).press('Enter'));
  expect(workbook.name).toMatch(/\.xlsx$/);
  const upload = (buffer: Buffer) =>
    page.getByLabel('The workbook, filled in').setInputFiles({ name: 'mapping.xlsx', mimeType: '', buffer });
  await upload(Buffer.from('no workbook'));
  await expect(page.getByRole('alert')).toContainText(/mapping\.xlsx/);
  await upload(workbook.bytes);
  await expect(page.getByText('mapping.xlsx is right: it can be completed')).toBeVisible();
  await looksWell(page);

  await goTo(page, 'Preview and complete');
  await expect(page.getByText('It goes by the workbook mapping.xlsx.')).toBeVisible();
  await looksWell(page);
  await page.getByRole('button', { name: 'Complete …' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Go back' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await shows(page, 'Done');
  expect(await companion.connection()).toBe('connected');
  expect(await companion.user('priya.raman@acme.example')).toMatchObject({ owner: 'idp', role: 'Expert' });
  expect(await companion.user('l.moreau@acme.example')).toBeUndefined();
  expect((await companion.team('Enablement', 'idp'))?.description).toBe('The enablement crew before Okta was connected');

  const undoFile = await saved(page, () => page.getByRole('button', { name: 'Save the undo file' }).click());
  expect(undoFile.bytes.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Undo …' }).click();
  await looksWell(page);
  await page.getByRole('button', { name: 'Undo now' }).click();
  await expect(page.getByText(/are as before/)).toBeVisible();
  expect(await companion.user('l.moreau@acme.example')).toMatchObject({ owner: 'spekit' });
  expect(await companion.connection()).toBe('staging');
});

async function shows(page: Page, step: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 2, name: step, exact: true })).toBeVisible({ timeout: 20_000 });
}

async function goTo(page: Page, step: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: step }).press('Enter');
  await shows(page, step);
}

/** Also in as little room as there may be, which is what 400 % leaves of a wide window. */
async function looksWell(page: Page): Promise<void> {
  // What looks through a page opens another one, and Firefox lets no driver do so from a page of an extension.
  if (isFirefox(page.context())) return;
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  for (const width of [320, 1200]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await layoutFaults(page.locator('body')), `${width} px`).toEqual([]);
  }
}

/** By the popup's link. Firefox does not tell its driver of a page of an extension that opens by itself. */
async function openMapping(context: BrowserContext, popup: Page): Promise<Page> {
  if (isFirefox(context)) return openOwnPage(context, 'mapping');
  const opened = context.waitForEvent('page');
  await popup
    .getByRole('link', { name: /^Open the mapping/ })
    .first()
    .click();
  return opened;
}
