import { expect, type Page, test } from '@playwright/test';
import { badges, endSession, openHostPage, spekit, strips, user } from '../test/parts/session-page.ts';

const count = 5_000;
const email = (index: number) => `person${index}@acme.example`;
/** Every second person is Okta's. */
const facts = Array.from({ length: count / 2 }, (_, index) => user(email(2 * index)));
const page5000 = {
  html: `<main><h1>Manage Users</h1><button>Invite users</button><table style="width:100%"><thead><tr><th>Name</th><th>Email</th></tr></thead><tbody></tbody></table></main>`,
  script: `const body = document.querySelector('tbody');
    const rowOf = (index) => { const row = document.createElement('tr'); for (const text of ['Person ' + index, 'person' + index + '@acme.example']) row.append(Object.assign(document.createElement('td'), { textContent: text })); return row; };
    globalThis.show = (indexes) => body.replaceChildren(...indexes.map(rowOf));
    globalThis.reverse = () => body.append(...[...body.rows].reverse());
    show(Array.from({ length: ${count} }, (_, index) => index));`,
};
const address = `${spekit}/app/settings`;

/** Of the rows in view: how many lack their mark, have one that they should not, or have more than one; and whether any is in view at all. */
const wrong = (page: Page) =>
  page.evaluate(() => {
    const inView = [...document.querySelectorAll('tbody tr')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > 0 && box.top < innerHeight;
    });
    const off = inView.filter((row) => {
      const okta = Number(/\d+/.exec(row.textContent ?? '')?.[0]) % 2 === 0;
      const shown = [...row.querySelectorAll('[data-sourcemark=badge]')].filter(
        (badge) => getComputedStyle(badge).visibility === 'visible',
      );
      return shown.length !== (okta ? 1 : 0);
    });
    return inView.length === 0 ? -1 : off.length;
  });
const doubled = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('tr')].filter((row) => row.querySelectorAll('[data-sourcemark]').length > 1).length);

test.describe('A list of 5,000 people', () => {
  test.beforeEach(async ({ page }) => {
    await openHostPage(page, address, page5000, { facts });
    await expect.poll(() => wrong(page)).toBe(0);
  });

  test('is marked where it is scrolled to, and only near there', async ({ page }) => {
    for (const part of [1, 0.3, 0.31, 0.7, 0]) {
      await page.evaluate((to) => scrollTo(0, to * document.documentElement.scrollHeight), part);
      await expect.poll(() => wrong(page)).toBe(0);
    }
    expect(await doubled(page)).toBe(0);
    expect(await badges(page).count()).toBeLessThan(count / 10);
  });

  test('is summed up once the last part of it is answered, and anew when it is another list', async ({ page }) => {
    await expect(strips(page)).toHaveAccessibleName(/^2,500 of 5,000 managed by Okta · /);
    await page.evaluate(() => Reflect.get(globalThis, 'show')(Array.from({ length: 600 }, (_, index) => 2 * index)));
    await expect(strips(page)).toHaveAccessibleName(/^600 of 600 managed by Okta · /);
  });

  test('stays marked, each row once, while it is turned round, built anew and changed row by row', async ({ page }) => {
    await page.evaluate(() => Reflect.get(globalThis, 'reverse')());
    await expect.poll(() => wrong(page)).toBe(0);
    await page.evaluate((all) => Reflect.get(globalThis, 'show')(all.map((index) => (index * 7) % all.length)), [...Array(count).keys()]);
    await expect.poll(() => wrong(page)).toBe(0);
    await page.evaluate(() => {
      for (const row of [...document.querySelectorAll('tbody tr')].slice(0, 60)) {
        const index = Number(/\d+/.exec(row.textContent ?? '')?.[0]) + 1;
        row.replaceChildren(
          ...[`Person ${index}`, `person${index}@acme.example`].map((text) =>
            Object.assign(document.createElement('td'), { textContent: text }),
          ),
        );
      }
    });
    await expect.poll(() => wrong(page)).toBe(0);
    expect(await doubled(page)).toBe(0);
  });

  test('moves nothing of the page when marks come', async ({ page }) => {
    // Only what happens from here on: while it was built, the page's own header moved.
    await page.evaluate(() => {
      const seen: number[] = [];
      Reflect.set(globalThis, 'shifts', seen);
      new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => Reflect.get(entry, 'value')))).observe({
        type: 'layout-shift',
      });
    });
    for (const top of [4_000, 30_000, 60_000]) {
      await page.evaluate((to) => scrollTo(0, to), top);
      await expect.poll(() => wrong(page)).toBe(0);
    }
    expect(await page.evaluate(() => Reflect.get(globalThis, 'shifts'))).toEqual([]);
  });

  test('is left as it was when the session ends', async ({ page }) => {
    await page.evaluate(() => scrollTo(0, 9000));
    await expect.poll(() => wrong(page)).toBe(0);
    await endSession(page);
    await page.evaluate(() => Reflect.get(globalThis, 'reverse')());
    await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
  });

  test('of a hidden page nothing is read; what it then shows is right when it is seen again', async ({ page }) => {
    const hide = (hidden: boolean) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'hidden', { value: now, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await hide(true);
    await page.evaluate(() => Reflect.get(globalThis, 'reverse')());
    await page.evaluate(() => Reflect.get(globalThis, 'show')([1, 2, 3, 4]));
    await hide(false);
    await expect.poll(() => wrong(page)).toBe(0);
    await expect(badges(page)).toHaveCount(2);
  });
});
