import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { badges, card, news, okta, openHostPage, spekit, strips, synced, team, told, user } from '../test/parts/session-page.ts';

const names = Array.from({ length: 12 }, (_, index) => `Team ${index}`);
const own = new Set(['Team 2', 'Team 5', 'Team 7', 'Team 11']);
const refusal = { at: new Date().toISOString(), reason: 'invalidValue', detail: 'displayName is too long.' };
const facts = names.map((name) => team(name, own.has(name) ? 'spekit' : 'idp'));
const spacer = '<div style="height:1500px"></div>';
const address = `${spekit}/app/settings`;

/** Manage Teams, in markups that have nothing in common but what a person reads. */
const renderings: Record<string, string> = {
  'a table under a heading': `<header><h1>Settings</h1></header><main><h2>Manage Teams</h2><button>Create a Team</button><table><thead><tr><th>Team name</th><th></th></tr></thead><tbody>
    ${names.map((name) => `<tr><td>${name}</td><td><button>Edit ${name}</button></td></tr>`).join('')}</tbody></table>${spacer}</main>`,
  'cards of divs without a heading': `<div style="display:flex;gap:8px"><div class="t">Manage Teams</div><div style="flex:1"></div><div role="button" tabindex="0">Create a Team</div></div>
    ${names.map((name) => `<div class="c"><div><span>${name}</span></div><p>All of ${name}</p><button>Edit ${name}</button></div>`).join('')}${spacer}`,
};

const withTrouble = facts.map((one) => (one.name === 'Team 9' ? { ...one, sync: { ...synced(3), refusal } } : one));

/** What lies under a point of the strip, if it were not there. */
const covers = (page: Page) =>
  page.evaluate(() => {
    const box = document.querySelector('[data-sourcemark=strip]')?.getBoundingClientRect();
    return box
      ? document
          .elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
          .filter((element) => element.matches('button,[role=button],td,.t,.c span') && !element.matches('[data-sourcemark]'))
          .map((element) => element.textContent)
      : ['nothing'];
  });

test('a list that the page keeps hidden, as another tab’s, is not summed up until it is shown', async ({ page }) => {
  const [html = ''] = Object.values(renderings);
  await openHostPage(page, address, html.replace('<table>', '<table hidden id="list">'), { facts });
  await expect.poll(async () => (await told(page)).messages.filter(({ name }) => name === 'subjects.lookup').length).toBeGreaterThan(0);
  await expect.poll(async () => (await told(page)).messages.some(({ name }) => name === 'page.report')).toBe(true);
  await expect(strips(page)).toHaveCount(0);
  await page.evaluate(() => document.getElementById('list')?.removeAttribute('hidden'));
  await expect(strips(page)).toHaveAccessibleName(/^8 of 12 managed by Okta/);
});

for (const [rendering, html] of Object.entries(renderings)) {
  test.describe(`the strip, over ${rendering}`, () => {
    test('sums up what Okta manages, how fresh that is and what needs attention, and moves and covers nothing', async ({ page }) => {
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Reflect.set(globalThis, 'shifts', shifts);
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => Reflect.get(entry, 'value')))).observe({
          type: 'layout-shift',
          buffered: true,
        });
      });
      await openHostPage(page, address, html, { facts });
      await expect(strips(page)).toHaveAccessibleName(/^8 of 12 managed by Okta · last sync \d+ s ago$/);
      await expect(strips(page)).toBeVisible();
      expect(await covers(page)).toEqual([]);
      const before = await strips(page).getAttribute('aria-label');
      await expect.poll(() => strips(page).getAttribute('aria-label')).not.toBe(before);
      expect(await page.evaluate(() => Reflect.get(globalThis, 'shifts'))).toEqual([]);
      await news(page, { seq: 8, facts: withTrouble });
      await expect(strips(page)).toHaveAccessibleName(/ · 1 needs attention$/);
    });

    test('comes with the marks, in one frame', async ({ page }) => {
      await page.addInitScript(() => {
        const seen: Record<string, number> = {};
        let frame = 0;
        const count = () => {
          frame += 1;
          requestAnimationFrame(count);
        };
        count();
        new MutationObserver((records) => {
          for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
            if (node instanceof HTMLElement && node.dataset['sourcemark']) seen[node.dataset['sourcemark']] ??= frame;
        }).observe(document, { subtree: true, childList: true });
        Reflect.set(globalThis, 'seen', seen);
      });
      await openHostPage(page, address, html, { facts });
      await expect(strips(page)).toBeVisible();
      const { badge, strip } = (await page.evaluate(() => Reflect.get(globalThis, 'seen'))) as Record<string, number>;
      expect(strip).toBe(badge);
    });

    test('opens the list behind it, shows only what is asked for, and leads to the row', async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await openHostPage(page, address, html, { facts });
      await news(page, { facts: withTrouble, seq: 8 });
      await expect(strips(page)).toHaveAccessibleName(/ · 1 needs attention$/);
      await page.evaluate(() => scrollTo(0, 0));
      await strips(page).focus();
      await page.keyboard.press('Enter');
      await expect(strips(page)).toHaveAttribute('aria-expanded', 'true');
      await expect(card(page).getByRole('button', { name: 'Needs attention 1', pressed: true })).toBeVisible();
      await expect(card(page).getByRole('listitem')).toHaveText([/^Team 9Managed by Okta, .*displayName is too long\.$/]);
      await card(page).getByRole('button', { name: 'Not from Okta 4' }).click();
      await expect(card(page).getByRole('listitem')).toHaveText(['Team 2', 'Team 5', 'Team 7', 'Team 11']);
      await card(page).getByRole('button', { name: 'Managed by Okta 8' }).click();
      await expect(card(page).getByRole('listitem')).toHaveCount(8);
      // The page's own rows are all there: nothing of them is hidden.
      for (const name of names) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .include('[data-sourcemark="panel"]')
        .include('[data-sourcemark="strip"]')
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await card(page)
        .getByRole('button', { name: /^Team 10/ })
        .click();
      const mark = badges(page.locator('tr,.c').filter({ has: page.getByText('Team 10', { exact: true }) }));
      await expect(mark).toBeFocused();
      await expect(mark).toBeInViewport();
      await expect(strips(page)).toHaveAttribute('aria-expanded', 'false');
      expect(errors).toEqual([]);
    });

    test('closes its list by Esc, by a click elsewhere and by itself, and has the focus again', async ({ page }) => {
      await openHostPage(page, address, html, { facts });
      for (const closeIt of [() => page.keyboard.press('Escape'), () => page.mouse.click(700, 600), () => strips(page).click()]) {
        await strips(page).click();
        await expect(card(page)).toBeVisible();
        await expect(card(page).getByRole('button').first()).toBeFocused();
        await closeIt();
        await expect(card(page)).toHaveCount(0);
        await expect(strips(page)).toHaveAttribute('aria-expanded', 'false');
      }
      await strips(page).press('Enter');
      await page.keyboard.press('Escape');
      await expect(strips(page)).toBeFocused();
    });
  });
}

test('is on each list page of Okta, and nowhere for a list that is seen at a glance, or of which Okta manages nothing', async ({
  page,
}) => {
  const people = ['jo', 'kim', 'lee', 'max'];
  const known = people.slice(0, 3).map((name) => user(`${name}@acme.example`, 'idp', { externalId: `00u${name}`, displayName: name }));
  const rows = (some: string[]) => some.map((name) => `<li><a href="/admin/user/profile/view/00u${name}">${name}</a></li>`).join('');
  const html = (some: string[]) => `<main><h1>People</h1><button>Add person</button><ul>${rows(some)}</ul></main>`;
  await openHostPage(page, `${okta}/admin/users`, html(people), { facts: known });
  await expect(strips(page)).toHaveAccessibleName(/^3 of 4 managed by Okta/);
  await page.evaluate(() => document.querySelector('li')?.remove());
  await expect(strips(page)).toHaveCount(0);
  await page.evaluate(() =>
    document.querySelector('ul')?.append(
      ...['a', 'b', 'c'].map((name) => {
        const row = document.createElement('li');
        row.append(Object.assign(document.createElement('a'), { href: `/admin/user/profile/view/00u${name}`, textContent: name }));
        return row;
      }),
    ),
  );
  await expect(strips(page)).toHaveAccessibleName(/^2 of 6 managed by Okta/);
  await news(page, { facts: [], seq: 9 });
  await expect(strips(page)).toHaveCount(0);
});
