// `npm run pages:pictures`: takes the pictures of docs/pages.md, of the playground with the built extension, light and dark.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { oktaPages } from '../../hosts/okta/index.ts';
import { spekitPages } from '../../hosts/spekit/index.ts';
import { connect, launchWithExtension } from '../e2e/parts/browser.ts';
import { Companion } from '../e2e/parts/companion.ts';
import { ourCard, ourStrip } from '../e2e/parts/ours.ts';
import { openPlayground } from '../e2e/parts/playground.ts';
import { openPage } from '../house/walk.ts';
import { ways } from '../house/ways.ts';

const folder = fileURLToPath(new URL('../../docs/screenshots/pages/', import.meta.url));
const size = { width: 1120, height: 640 };
/** Pages that mark something; the others only guard. */
const marking = new Set([...oktaPages, ...spekitPages].filter(({ subject, lists }) => subject ?? lists.length > 0).map(({ id }) => id));
/** Pages that explain something as soon as they are opened. */
const explaining = new Set(['okta.general', 'okta.provisioning', 'spekit.connect']);

const summed = new Set([...oktaPages, ...spekitPages].filter(({ lists }) => lists.some((list) => list.summed)).map(({ id }) => id));
/** What is shown open, on one page of each console. */
const opened: Readonly<Record<string, 'card' | 'list' | 'why'>> = {
  'okta.group': 'why',
  'okta.people': 'list',
  'okta.push-groups': 'card',
  'spekit.manage-teams': 'card',
};

mkdirSync(folder, { recursive: true });
const companion = await Companion.make();
await companion.start();
const playground = await openPlayground(companion, 'put');
try {
  for (const scheme of ['light', 'dark'] as const) await takeAll(scheme);
} finally {
  await playground.close();
  await companion.remove();
}

/** With its card, or with the list of its strip, open. */
async function takeOpened(page: Page, id: string, scheme: 'light' | 'dark'): Promise<void> {
  const what = opened[id];
  if (what === undefined) return;
  if (what === 'list') await ourStrip(page).click();
  else await page.locator('[data-sourcemark="badge"]').nth(1).hover();
  await ourCard(page).waitFor({ state: 'visible' });
  if (what === 'card')
    await ourCard(page)
      .getByText(/, \d+ \w+ ago$/)
      .last()
      .waitFor();
  else await ourCard(page).getByRole('listitem').first().waitFor();
  await page.screenshot({ path: `${folder}${id}-${what}-${scheme}.png`, animations: 'disabled' });
}

/** Each page in the first of its renderings. */
async function takeAll(scheme: 'light' | 'dark'): Promise<void> {
  const context = await launchWithExtension(playground.port, scheme);
  try {
    await connect(context, companion.url, companion.adminToken);
    for (const [id, [way]] of Object.entries(ways)) {
      if (way === undefined) continue;
      const page = await openPage(context, id, way);
      await page.setViewportSize(size);
      if (explaining.has(id)) await page.locator('[data-sourcemark="strip"]').first().waitFor({ state: 'visible' });
      if (marking.has(id)) await page.locator('[data-sourcemark="badge"]').first().waitFor({ state: 'visible' });
      if (summed.has(id)) await ourStrip(page).waitFor({ state: 'visible' });
      await page.screenshot({ path: `${folder}${id}-${scheme}.png`, animations: 'disabled' });
      if (id in opened) await takeOpened(page, id, scheme);
      await page.close();
      console.log(`${id}, ${scheme}`);
    }
  } finally {
    await context.close();
  }
}
