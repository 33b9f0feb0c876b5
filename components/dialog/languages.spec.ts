import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { fill } from '../../locales/fill.ts';
import type { WordKey } from '../../locales/words.ts';
import { catalog, languages } from '../../scripts/locales/catalogs.ts';
import { answered, block, open, test, warning } from '../../test/parts/dialog-page.ts';
import { layoutFaults } from '../../test/parts/layout.ts';

for (const language of languages.filter((one) => one !== 'en')) {
  test.describe(`the dialog in ${language}`, () => {
    test.use({ language });
    const words = catalog(language);
    const say = (key: WordKey, facts = {}) => fill(words.get(key) ?? '', facts);

    for (const [name, told, title, leave] of [
      ['warning', warning, 'reasons.group-unlink-team-stays.title', 'dialog.back'],
      ['block', block, 'reasons.idp-team-delete.title', 'dialog.close'],
    ] as const)
      test(`a ${name} is told in it, says so, and holds its words in any width`, async ({ host }) => {
        const dialog = await open(host, told);
        await expect(dialog).toHaveAttribute('lang', language);
        await expect(dialog).toHaveAccessibleName(say(title, { name: 'Account Executives' }));
        await expect(dialog.getByRole('term').filter({ hasText: say('dialog.why') })).toBeVisible();
        for (const width of [1280, 320]) {
          await host.setViewportSize({ width, height: 1600 });
          expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
          expect(await layoutFaults(dialog)).toEqual([]);
        }
        const { violations } = await new AxeBuilder({ page: host }).include('[data-sourcemark="dialog"]').analyze();
        expect(violations).toEqual([]);
        await dialog.getByRole('button', { name: say(leave) }).click();
        await answered(host, 'back');
      });
  });
}
