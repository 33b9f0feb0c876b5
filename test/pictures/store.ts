// `npm run pages:pictures` takes these too: what the stores show, in the size that both take (1280 × 800), of the playground alone.
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { connect, launchWithExtension, openOwnPage } from '../e2e/parts/browser.ts';
import { Companion } from '../e2e/parts/companion.ts';
import { OktaConsole } from '../e2e/parts/okta.ts';
import { badgeIn, ourCard, ourDialog } from '../e2e/parts/ours.ts';
import { openPlayground } from '../e2e/parts/playground.ts';
import { SpekitSettings } from '../e2e/parts/spekit.ts';

const folder = fileURLToPath(new URL('../../docs/store/', import.meta.url));
const size = { width: 1280, height: 800 };
const take = (page: Page, name: string): Promise<Buffer> => page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });

const companion = await Companion.make();
await companion.start();
const playground = await openPlayground(companion, 'put');
const context = await launchWithExtension(playground.port);
try {
  await connect(context, companion.url, companion.adminToken);
  await inOkta(await opened(context, 'https://acme-admin.okta.com/admin/dashboard?rendering=redesign'));
  await inSpekit(await opened(context, 'https://app.spekit.co/?rendering=current'));
  const panel = await openOwnPage(context, 'sidepanel');
  await panel.setViewportSize(size);
  await panel.getByRole('list', { name: 'History' }).waitFor();
  await take(panel, 'history');
} finally {
  await context.close();
  await playground.close();
  await companion.remove();
}

async function opened(from: BrowserContext, address: string): Promise<Page> {
  const page = await from.newPage();
  await page.setViewportSize(size);
  await page.goto(address);
  return page;
}

async function inOkta(page: Page): Promise<void> {
  const okta = new OktaConsole(page);
  await okta.openPushGroups();
  await badgeIn(okta.row('Sales Leadership')).waitFor();
  await take(page, 'push-groups');
  const unlink = await okta.openUnlink('Sales Leadership');
  await unlink.getByRole('button', { name: 'Unlink', exact: true }).click();
  await ourDialog(page).waitFor();
  await take(page, 'warning');
  await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
}

async function inSpekit(page: Page): Promise<void> {
  const settings = new SpekitSettings(page);
  await settings.openTeams();
  await settings.badge('Account Executives').hover();
  await ourCard(page).waitFor({ state: 'visible' });
  await take(page, 'manage-teams');
}
