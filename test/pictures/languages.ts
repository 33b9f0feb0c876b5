// Takes the pictures of docs/screenshots/languages: our own pages, a card, a strip's list, notes and a warning over the playground, in
// each language but English. `npm run pages:pictures` runs it too. A machine without Japanese letters (Debian: fonts-ipafont-gothic)
// paints boxes in their stead.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { languages } from '../../scripts/locales/catalogs.ts';
import { connect, launchWithExtension, openOwnPage } from '../e2e/parts/browser.ts';
import { Companion } from '../e2e/parts/companion.ts';
import { OktaConsole } from '../e2e/parts/okta.ts';
import { ourCard, ourDialog, ourStrip, ourStrips } from '../e2e/parts/ours.ts';
import { openPlayground } from '../e2e/parts/playground.ts';
import { openPage } from '../house/walk.ts';
import { ways } from '../house/ways.ts';

const folder = fileURLToPath(new URL('../../docs/screenshots/languages/', import.meta.url));
const size = { width: 1120, height: 640 };

mkdirSync(folder, { recursive: true });
const companion = await Companion.make();
await companion.start();
const playground = await openPlayground(companion, 'put');
try {
  for (const language of languages.filter((one) => one !== 'en')) {
    const context = await launchWithExtension(playground.port, 'light', language);
    await connect(context, companion.url, companion.adminToken, language);
    await take(context, language);
    await context.close();
  }
} finally {
  await playground.close();
  await companion.remove();
}

async function take(context: BrowserContext, language: string): Promise<void> {
  const shot = (name: string) => ({ path: `${folder}${name}-${language}.png`, animations: 'disabled' }) as const;
  const open = async (id: string) => {
    const [way] = ways[id] ?? [];
    if (way === undefined) throw new Error(`test/house/ways.ts has no way to ${id}.`);
    const page = await openPage(context, id, way);
    await page.setViewportSize(size);
    return page;
  };

  const teams = await open('spekit.manage-teams');
  await teams.locator('[data-sourcemark="badge"]').first().waitFor({ state: 'visible' });
  await ourStrip(teams).waitFor({ state: 'visible' });
  await teams.locator('[data-sourcemark="badge"]').nth(1).hover();
  await ourCard(teams).getByRole('term').last().waitFor();
  await teams.screenshot(shot('card'));

  const people = await open('okta.people');
  await ourStrip(people).click();
  await ourCard(people).getByRole('listitem').first().waitFor();
  await people.screenshot(shot('list'));

  const provisioning = await open('okta.provisioning');
  await ourStrips(provisioning).first().waitFor({ state: 'visible' });
  await ourStrips(provisioning).first().click();
  await provisioning.screenshot(shot('notice'));

  const groups = await open('okta.push-groups');
  const unlink = await new OktaConsole(groups).openUnlink('Sales Leadership');
  await unlink.getByRole('button', { name: 'Unlink', exact: true }).click();
  await ourDialog(groups).waitFor({ state: 'visible' });
  await groups.screenshot(shot('warning'));

  const popup = await openOwnPage(context, 'popup');
  await popup.locator('.counts').waitFor();
  await popup.getByRole('searchbox').fill('leadership');
  await popup.locator('.results').waitFor();
  await popup.screenshot({ ...shot('popup'), fullPage: true });

  const options = await openOwnPage(context, 'options');
  await options.locator('form').waitFor();
  await options.screenshot({ ...shot('options'), fullPage: true });
}
