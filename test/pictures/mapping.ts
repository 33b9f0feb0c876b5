// Takes the pictures of docs/mapping.md: the steps of the mapping on the day of the migration, over the playground and a real companion, light
// and dark. `npm run pages:pictures` runs it too.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { connect, launchWithExtension, openOwnPage } from '../e2e/parts/browser.ts';
import { Companion } from '../e2e/parts/companion.ts';
import { openPlayground } from '../e2e/parts/playground.ts';

const folder = fileURLToPath(new URL('../../docs/screenshots/mapping/', import.meta.url));
const size = { width: 1120, height: 800 };

const exported = [
  'Email,First Name,Last Name,Role,Teams,Source,Favourite colour',
  'priya.raman@acme.example,Priya,Raman,Expert,Content Champions,Salesforce,blue',
  'tom.whitaker@acme.example,Tom,Whitaker,Team Admin,Enablement,Direct,green',
  'karin vogel,Karin,Vogel,Viewer,,Direct,red',
].join('\r\n');

mkdirSync(folder, { recursive: true });
for (const scheme of ['light', 'dark'] as const) {
  const companion = await Companion.make();
  await companion.start();
  const playground = await openPlayground(companion, 'put', 'staging');
  const context = await launchWithExtension(playground.port, scheme);
  try {
    await connect(context, companion.url, companion.adminToken);
    const page = await openOwnPage(context, 'mapping');
    await page.setViewportSize(size);
    await take(page, scheme);
  } finally {
    await context.close();
    await playground.close();
    await companion.remove();
  }
}

async function take(page: Page, scheme: string): Promise<void> {
  const shot = (name: string) => page.screenshot({ path: `${folder}${name}-${scheme}.png`, animations: 'disabled', fullPage: true });
  const goTo = async (step: string) => {
    await page.getByRole('navigation').getByRole('link', { name: step }).click();
    await page.getByRole('heading', { level: 2, name: step }).waitFor();
  };
  await goTo('Account');
  await shot('account');

  await goTo('Spekit today');
  await page.getByLabel(/Spekit's export/).setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(exported) });
  await page.getByRole('button', { name: 'Import the rows that are right' }).waitFor();
  await shot('import');
  await page.getByRole('button', { name: 'Import the rows that are right' }).click();
  await page.getByText('were taken in').waitFor();

  await goTo('Okta pushes');
  await page.getByRole('heading', { level: 4, name: 'Priya Raman' }).waitFor();
  await shot('push');

  await goTo('Workbook');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the workbook' }).click();
  const buffer = readFileSync(await (await downloading).path());
  await page.getByLabel('The workbook, filled in').setInputFiles({ name: 'mapping.xlsx', mimeType: '', buffer });
  await page.getByText('mapping.xlsx cannot be completed yet').waitFor();
  await shot('workbook');

  await goTo('Okta pushes');
  await page.getByLabel('State').selectOption('false');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 4, name: 'Lucie Moreau' }) });
  await row.getByLabel(/^Decision/).selectOption('merge');
  await row.getByText('Saved.').waitFor();
  await goTo('Workbook');
  await page.getByRole('button', { name: 'Leave this workbook' }).click();
  await goTo('Preview and complete');
  await page.getByRole('button', { name: 'Complete …' }).click();
  await page.getByRole('button', { name: 'Complete now' }).waitFor();
  await shot('complete');
  await page.getByRole('button', { name: 'Complete now' }).click();
  await page.getByRole('button', { name: 'Undo …' }).waitFor();
  await shot('done');
}
