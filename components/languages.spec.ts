import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { fill } from '../locales/fill.ts';
import type { WordKey } from '../locales/words.ts';
import { anAttention, aRefusal, aStatus } from '../mocks/handlers/companion.ts';
import { aCheck, aMapping, anOpenRow, type MappingState } from '../mocks/handlers/mapping.ts';
import { catalog, languages } from '../scripts/locales/catalogs.ts';
import { connect, launchWithExtension, openOwnPage } from '../test/e2e/parts/browser.ts';
import { playCompanion } from '../test/e2e/parts/played-companion.ts';
import { layoutFaults } from '../test/parts/layout.ts';

// Our own pages in the built extension, in a browser of another language. German has the longest words, Japanese no spaces to break at.
test.describe.configure({ timeout: 300_000 });

for (const language of languages.filter((one) => one !== 'en')) {
  test(`popup and options hold their words in ${language}: nothing is cut off, nothing overlaps, axe finds nothing`, async () => {
    const words = catalog(language);
    const say = (key: WordKey, facts = {}) => fill(words.get(key) ?? '', facts);
    const companion = await playCompanion();
    const { host } = new URL(companion.state.url);
    const context = await launchWithExtension(9, 'light', language);
    try {
      const options = await openOwnPage(context, 'options');
      await shows(options, say('options.intro'), language);
      await options.getByLabel(say('options.companionUrl')).fill('http://companion.acme.example');
      await options.getByRole('button', { name: say('options.save') }).click();
      await shows(options, say('field.url-http', { host: 'companion.acme.example' }), language);
      await options.getByLabel(say('options.companionUrl')).fill(companion.state.url);
      await options.getByLabel(say('options.token'), { exact: true }).fill('wrong');
      await options.getByRole('button', { name: say('options.test') }).click();
      await shows(options, say('test.unauthorized.detail'), language);
      await expect(options).toHaveTitle(say('options.title'));

      const popup = await openOwnPage(context, 'popup');
      await shows(popup, say('reach.not-set-up.why'), language);
      await connect(context, companion.state.url, companion.state.token, language);
      await shows(popup, say('connected', { host }), language);
      await popup.getByRole('searchbox').fill('customer');
      await expect(popup.getByText('Customer Success').first()).toBeVisible();
      await popup.keyboard.press('ArrowDown');
      await popup.keyboard.press('Enter');
      await shows(popup, say('why.of-team'), language);
      await popup.getByRole('searchbox').fill('nobody of that name');
      await shows(popup, say('search.none'), language);
      companion.state.attention = anAttention({ seq: 50 });
      companion.state.status = aStatus({ seq: 50 });
      await shows(popup, say('attention.last-admin-why'), language);
      const panel = await openOwnPage(context, 'sidepanel');
      await shows(panel, say('panel.export.csv'), language);
      await panel.getByLabel(say('panel.name')).fill('nobody');
      await shows(panel, say('panel.none'), language);
      companion.state.role = 'admin';
      companion.state.mapping = aLongMapping();
      const mapping = await openOwnPage(context, 'mapping');
      for (const step of ['account', 'push', 'workbook', 'complete'] as const) {
        await mapping
          .getByRole('navigation')
          .getByRole('link', { name: say(`mapping.steps.${step}.title`) })
          .click();
        if (step === 'workbook') await mapping.getByLabel(say('mapping.workbook.upload')).setInputFiles(aWorkbook);
        const last = {
          account: 'mapping.account.state.connected.means',
          push: 'mapping.rows.which',
          workbook: 'mapping.workbook.check-again',
        } as const;
        await shows(mapping, say(step === 'complete' ? 'mapping.complete.lines' : last[step]), language);
      }
      await mapping.close();
      await popup.bringToFront();
      companion.state.status = aStatus({
        seq: 60,
        account: { id: 'acme', type: 'production', connection: 'staging' },
        lastRefusal: aRefusal({ reason: 'uniqueness', detail: 'x'.repeat(200) }),
      });
      await shows(popup, say('connection.staging'), language);
      companion.answerWith(500);
      await shows(popup, say('reach.failing.todo'), language);
    } finally {
      await context.close();
      await companion.close();
    }
  });
}

const aWorkbook = { name: 'a-workbook-with-a-name-that-is-long.xlsx', mimeType: '', buffer: Buffer.from('x') };

/** With names, addresses and values as long as they come. */
function aLongMapping(): MappingState {
  const userName = 'wolfgang.amadeus.maximilian.von.und.zu.hohenstaufen@tochterunternehmen.acme.example';
  const row = anOpenRow({ name: 'Wolfgang Amadeus Maximilian von und zu Hohenstaufen-Schleswig-Holstein', userName });
  const problem = { code: 'x', sheet: 'Users', row: 49_812, column: 'Decision', value: 'x'.repeat(120), detail: 'Choose merge or skip.' };
  return aMapping({ rows: [row], check: aCheck({ problems: [problem], problemCount: 1, asked: [row] }) });
}

for (const [browser, language] of [
  ['en-GB', 'en'],
  ['fr', 'en'],
] as const)
  test(`a browser in ${browser} gets ${language}, and is told so`, async () => {
    const context = await launchWithExtension(9, 'light', browser);
    try {
      const options = await openOwnPage(context, 'options');
      await expect(options.locator('html')).toHaveAttribute('lang', language);
      await expect(options).toHaveTitle(catalog(language).get('options.title') ?? '');
      await expect(options.getByText(catalog(language).get('options.intro') ?? '')).toBeVisible();
    } finally {
      await context.close();
    }
  });

/** The words are there, in a page that says its language, and lie well in as little room as there may be. */
async function shows(page: Page, text: string, language: string): Promise<void> {
  await test.step(text, async () => {
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const size = page.viewportSize() ?? { width: 360, height: 600 };
    for (const width of [size.width, 320]) {
      await page.setViewportSize({ width, height: size.height });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      // The head stays where one scrolls, over what is scrolled.
      await page.evaluate(() => scrollTo(0, 0));
      expect(await layoutFaults(page.locator('body'))).toEqual([]);
    }
    await page.setViewportSize(size);
  });
}
