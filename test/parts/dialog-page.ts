import { readFileSync } from 'node:fs';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { DialogAnswer, OpenDialog } from '../../messages/dialog.ts';
import type { Told } from './dialog-told.ts';
import { hostilePage, hostilePolicy } from './hostile-page.ts';
import { speaking } from './spoken.ts';

export { block, type Told, warning } from './dialog-told.ts';

/** The bundle as it is shipped, in a page that would like to reach into it. */
const bundle = readFileSync(new URL('../../.output/chrome-mv3/dialog.js', import.meta.url), 'utf8');

export interface Asked {
  answer?: DialogAnswer;
  stop: AbortController;
}
export type HostWindow = Window & typeof globalThis & { asked: Asked; noticed: string[]; trapped: boolean };

export const test = base.extend<{ host: Page; language: string }>({
  language: ['en', { option: true }],
  host: async ({ page, language }, use) => {
    await page.route('https://host.example/', (route) =>
      route.fulfill({ body: hostilePage, contentType: 'text/html', headers: { 'content-security-policy': hostilePolicy } }),
    );
    await page.goto('https://host.example/');
    await page.evaluate(speaking(language));
    await page.evaluate(bundle);
    await use(page);
  },
});

/** Opens it from the control `from`, as the content script does, and gives the dialog. */
export async function open(page: Page, told: Told, { from = '#unlink', within = true } = {}): Promise<Locator> {
  await page.focus(from);
  await page.evaluate(
    ({ told, within }) => {
      const view = window as HostWindow;
      const openDialog: OpenDialog = Reflect.get(view, Symbol.for('sourcemark.dialog'));
      const asked: Asked = { stop: new AbortController() };
      view.asked = asked;
      const facts = { ...told.facts, syncedAt: Date.now() - 12_000, asOf: Date.now() - 3_000 };
      const place = within ? document.querySelector('#modal') : null;
      const request = { ...told, facts, action: 'okta.group.unlink', within: place, signal: asked.stop.signal } as const;
      void openDialog(request).then((answer) => {
        asked.answer = answer;
      });
    },
    { told, within },
  );
  const dialog = page.locator('[data-sourcemark="dialog"]').getByRole('dialog');
  await expect(dialog).toBeVisible();
  // The page's own control has lost the focus; from here on it is to notice nothing.
  await page.evaluate(() => {
    (window as HostWindow).noticed = [];
  });
  return dialog;
}

export async function answered(page: Page, answer: DialogAnswer): Promise<void> {
  await expect.poll(() => page.evaluate(() => (window as HostWindow).asked.answer)).toBe(answer);
  await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
}

export const noticed = (page: Page): Promise<string[]> => page.evaluate(() => (window as HostWindow).noticed);
export const activeId = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
