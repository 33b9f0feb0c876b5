import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { fill } from '../../locales/fill.ts';
import type { WordKey } from '../../locales/words.ts';
import { catalog, languages } from '../../scripts/locales/catalogs.ts';
import { layoutFaults } from '../../test/parts/layout.ts';
import { bundle, spekit } from '../../test/parts/session-page.ts';
import { speaking } from '../../test/parts/spoken.ts';

const html = `<!doctype html><html lang="en"><head><title>Host</title></head><body><main><h1>Squads</h1><table>
  <thead><tr><th>Squad</th><th>Actions</th></tr></thead><tbody>
  ${['Sales', 'Support', 'Legal', 'Finance'].map((name) => `<tr><td>${name}</td><td><button>Remove</button></td></tr>`).join('')}</tbody></table></main></body></html>`;
const program = bundle(`
  import { startTeaching } from './content/teach/teach.ts';
  startTeaching({ host: 'spekit', known: null, emails: { text: '\\\\S+@\\\\S+', anywhere: true }, ask: async () => ({}) });`);

for (const language of languages.filter((one) => one !== 'en'))
  test(`a page is taught in ${language}, in words that hold in 320 px`, async ({ page }) => {
    const words = catalog(language);
    const say = (key: WordKey, facts = {}) => fill(words.get(key) ?? '', facts);
    await page.setViewportSize({ width: 320, height: 720 });
    await page.route(`${spekit}/**`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.goto(`${spekit}/squads`);
    await page.evaluate(speaking(language));
    await page.evaluate(await program);
    const panel = page.getByRole('dialog', { name: say('teach.title') });
    const holds = async () => {
      expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      expect(await layoutFaults(panel)).toEqual([]);
      expect((await new AxeBuilder({ page }).include('[data-sourcemark="panel"]').analyze()).violations).toEqual([]);
    };
    await expect(panel.getByRole('status')).toHaveText(say('teach.names.team'));
    await expect(page.locator('[data-sourcemark="panel"]')).toHaveAttribute('lang', language);
    await holds();
    const typed = panel.getByLabel(say('teach.names-typed'));
    await typed.fill('Support');
    await typed.press('Enter');
    await expect(panel.getByRole('status')).toContainText(say('teach.right'));
    await expect(panel.getByRole('status')).toContainText('4');
    await holds();
    await panel.getByRole('button', { name: say('teach.use') }).click();
    await expect(panel.getByLabel(say('teach.act'))).toContainText(say('teach.acts.spekit.team.delete'));
    await holds();
    await panel.getByRole('button', { name: say('teach.finish') }).click();
    await expect(panel.getByRole('status')).toHaveText(say('teach.kept'));
    await holds();
  });
