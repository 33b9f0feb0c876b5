import { expect, type Page, test } from '@playwright/test';
import { bundle } from '../test/parts/session-page.ts';

/** Changes the page, and says how many passes have been made once the frames after it are over. */
const after = (page: Page, change: string) =>
  page.evaluate(async (change) => {
    new Function(change)();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return Reflect.get(globalThis, 'passes') as number;
  }, change);

test.beforeEach(async ({ page }) => {
  const script = await bundle(`
    import { watch } from './overlay/watch.ts';
    globalThis.passes = 0;
    watch(() => { globalThis.passes += 1; }, () => {}, new AbortController().signal);`);
  await page.route('https://host.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title><body><p>Words</p></body>' }),
  );
  await page.goto('https://host.example/');
  await page.evaluate(script);
  expect(await after(page, '')).toBe(1);
});

const add = (kind: string) =>
  `const ours = document.createElement('span'); ours.dataset.sourcemark = '${kind}'; document.querySelector('p').append(ours);`;
const remove = (kind: string) => `document.querySelector('[data-sourcemark="${kind}"]').remove();`;

test('a panel of ours that comes, changes or goes has the page read not once more', async ({ page }) => {
  expect(await after(page, add('panel'))).toBe(1);
  expect(await after(page, `document.querySelector('[data-sourcemark]').append('new words');`)).toBe(1);
  expect(await after(page, remove('panel'))).toBe(1);
});

test('a mark that comes is no change of the page; one that goes is: the page cleared its place', async ({ page }) => {
  expect(await after(page, add('badge'))).toBe(1);
  expect(await after(page, remove('badge'))).toBe(2);
});

test('many changes of the page are one pass', async ({ page }) => {
  const change = `for (let index = 0; index < 50; index += 1) document.body.append(document.createElement('p'));`;
  expect(await after(page, change)).toBe(2);
});
