import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { anAttention, aRefusal, aStatus } from '../mocks/handlers/companion.ts';
import { aMapping } from '../mocks/handlers/mapping.ts';
import { launchWithExtension, openOwnPage } from '../test/e2e/parts/browser.ts';
import { playCompanion } from '../test/e2e/parts/played-companion.ts';

// Our own pages as they really open, in the built extension, before a played companion that gets into trouble.
// One walk a colour scheme: a browser costs more than all that is looked at in it.
test.describe.configure({ timeout: 300_000 });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`popup, side panel and options in all their states: axe finds nothing, nothing is cut off (${colorScheme})`, async () => {
    const companion = await playCompanion();
    const context = await launchWithExtension(9, colorScheme);
    try {
      const options = await openOwnPage(context, 'options');
      await connect(options, companion.state.url);
      const popup = await openOwnPage(context, 'popup');

      await shows(popup, 'Connected to', async () => undefined);
      await shows(popup, 'all spekit users', () => popup.getByRole('searchbox').fill('all spekit users'));
      await shows(popup, 'Customer Success', () => popup.getByRole('searchbox').fill('customer'));
      await popup.keyboard.press('ArrowDown');
      await popup.keyboard.press('Enter');
      await shows(popup, 'Another team has this name', async () => undefined);
      await shows(popup, 'is the last active Account Admin', async () => {
        companion.state.attention = anAttention({ seq: 50 });
        companion.state.status = aStatus({ seq: 50 });
      });
      const panel = await openOwnPage(context, 'sidepanel');
      await shows(panel, 'Okta created the team', async () => undefined);
      await shows(panel, 'Nothing in the history is so', () => panel.getByLabel('Name holds').fill('nobody'));
      await panel.getByLabel('Name holds').fill('');
      await shows(panel, 'POST /scim/v2/Users', () => panel.getByRole('button', { name: 'Request and answer' }).first().click());
      const saved = panel.waitForEvent('download');
      await shows(panel, 'rows were saved', () => panel.getByRole('button', { name: 'Export as Excel workbook' }).click());
      expect((await readXlsx(await readFile(await (await saved).path()))).sheets[0]?.rows).toHaveLength(3);
      await shows(panel, 'Back to the history', () =>
        panel
          .getByRole('button', { name: /^Story of/ })
          .first()
          .click(),
      );
      await panel.close();
      companion.state.mapping = aMapping();
      const mapping = await openOwnPage(context, 'mapping');
      await shows(mapping, 'The workbook, filled in', async () => undefined);
      await shows(mapping, 'l.moreau@acme.example', () => mapping.getByRole('link', { name: 'Okta pushes' }).click());
      await mapping.close();
      await shows(popup, 'not as a companion should', async () => companion.answerWith(500));
      await shows(popup, 'does not answer', async () => {
        companion.answerWith(null);
        companion.state.reachable = false;
      });
      await shows(popup, 'refuses the access token', async () => {
        companion.state.reachable = true;
        companion.state.token = 'another';
      });
      await shows(popup, 'Staging', async () => {
        companion.state.token = 'admin-token';
        const account = { id: 'acme', type: 'production', connection: 'staging' } as const;
        companion.state.status = aStatus({ seq: 60, account, lastRefusal: aRefusal({ detail: 'x'.repeat(200) }) });
      });
      await disconnect(options);
      await shows(popup, 'not set up yet', async () => undefined);
    } finally {
      await context.close();
      await companion.close();
    }
  });
}

async function connect(options: Page, url: string): Promise<void> {
  const save = options.getByRole('button', { name: 'Save' });
  await options.getByLabel('Companion URL').fill('http://companion.acme.example');
  await shows(options, 'could be read on the way', () => save.click());
  await options.getByLabel('Companion URL').fill(url);
  await options.getByLabel('Access token', { exact: true }).fill('wrong');
  await shows(options, 'refuses this access token', () => options.getByRole('button', { name: 'Test connection' }).click());
  await options.getByLabel('Access token', { exact: true }).fill('admin-token');
  await shows(options, '34 users and 9 teams', () => save.click());
  await options.reload();
  await expect(options.getByLabel('Companion URL')).toHaveValue(url);
  await shows(options, 'Name of the profile', () => options.getByRole('button', { name: 'Add another profile' }).click());
  await options.getByRole('button', { name: /^Forget everything/ }).click();
  await options.getByRole('button', { name: /^Remove this profile/ }).click();
  await shows(options, 'with its token?', async () => undefined);
  await options.getByRole('button', { name: 'Remove it' }).click();
  await expect(options.getByLabel('Companion URL')).toHaveValue(url);
}

test('the popup’s button opens the side panel, and the popup goes', async () => {
  const context = await launchWithExtension(9);
  try {
    const popup = await openOwnPage(context, 'popup');
    const session = await context.newCDPSession(context.pages()[0] ?? popup);
    await popup.getByRole('button', { name: 'Side panel' }).click();
    const open = async () => (await session.send('Target.getTargets')).targetInfos.map(({ url }) => new URL(url).pathname);
    await expect.poll(open).toContain('/sidepanel.html');
    await expect.poll(open).not.toContain('/popup.html');
  } finally {
    await context.close();
  }
});

async function disconnect(options: Page): Promise<void> {
  await options.getByLabel('Companion URL').fill('');
  await options.getByLabel('Access token', { exact: true }).fill('');
  await shows(options, 'Saved', () => options.getByRole('button', { name: 'Save' }).click());
}

/** What the page shows after `act`, and that it shows it well: also in half the room, as at 200 %. */
async function shows(page: Page, text: string, act: () => Promise<unknown>): Promise<void> {
  await test.step(text, async () => {
    await act();
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 30_000 });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const size = page.viewportSize() ?? { width: 360, height: 600 };
    await page.setViewportSize({ width: Math.min(size.width / 2, 320), height: size.height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.setViewportSize(size);
    expect(wide).toBeLessThanOrEqual(0);
  });
}
