import { expect, type Page, test } from '@playwright/test';
import { stop } from 'esbuild';
import { layoutFaults } from '../parts/layout.ts';
import { serveGallery } from './server.ts';
import { states } from './states.ts';

/** Narrowest and widest that a surface is shown. */
const widths = [320, 1200] as const;

// Pictures are not compared: fonts and their smoothing are each machine's own. Where words lie is the same everywhere.
test('every state of every surface is shown, and nothing is cut off, out of the window or over anything else', async ({ page }) => {
  const gallery = await serveGallery(0);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  for (const [nth, { surface, name, shows }] of states.entries()) {
    await test.step(`${surface}: ${name}`, async () => {
      await page.setViewportSize({ width: widths[0], height: 700 });
      await page.goto(`${gallery.url}frame?state=${nth}`);
      await expect(page.getByText(shows).first()).toBeVisible();
      for (const width of widths) {
        await page.setViewportSize({ width, height: 700 });
        const found = await layoutFaults(page.locator('body'));
        faults.push(...found.map((fault) => `${surface}: ${name}, ${width} px: ${fault}`));
      }
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      faults.push(...(await unadapted(page)).map((fault) => `${surface}: ${name}: ${fault}`));
      await page.emulateMedia({ forcedColors: null, reducedMotion: null });
    });
  }
  // The page that lists them, as somebody uses it.
  await page.goto(gallery.url);
  await page.getByLabel('Dark').check();
  const first = page.frameLocator('iframe').first();
  await expect(first.getByText(states[0]?.shows ?? '').first()).toBeVisible();
  await expect(first.locator('body')).toHaveCSS('background-color', 'rgb(23, 23, 31)');
  await expect(page.locator('iframe')).toHaveCount(states.length);
  await gallery.close();
  await stop();
  expect(faults).toEqual([]);
});

/** What still moves though its user wants no motion, and what is drawn in colours of ours though its user has chosen all of them. */
function unadapted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const probe = document.body.appendChild(document.createElement('i'));
    const chosen = ['CanvasText', 'Canvas', 'LinkText', 'ButtonText', 'Highlight', 'GrayText', 'Field', 'ButtonFace', 'ButtonBorder'].map(
      (color) => {
        probe.style.color = color;
        return getComputedStyle(probe).color;
      },
    );
    probe.remove();
    const seconds = (durations: string) =>
      Math.max(...durations.split(',').map((one) => Number.parseFloat(one) * (one.includes('ms') ? 0.001 : 1)));
    for (const element of document.querySelectorAll('*')) {
      const { animationName, animationDuration, transitionDuration, color } = getComputedStyle(element);
      const called = `${element.localName}.${element.getAttribute('class')}`;
      if ((animationName !== 'none' && seconds(animationDuration) > 0.01) || seconds(transitionDuration) > 0.01)
        faults.push(`${called} moves`);
      if (
        element.matches('body *') &&
        element.checkVisibility() &&
        element.textContent !== '' &&
        !element.closest('svg') &&
        !chosen.includes(color)
      ) {
        faults.push(`${called} says something in ${color}`);
      }
    }
    return [...new Set(faults)];
  });
}
