// Draws public/icon/*.png from components/ui/mark.svg, with the Chromium that the tests use. Run it by hand after changing the mark:
// node scripts/draw-icons.ts
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { ensureChromium } from './chromium.mjs';

const mark = await readFile('components/ui/mark.svg', 'utf8');
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${mark}`);
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
}
await browser.close();
