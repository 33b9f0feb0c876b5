import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { aChange } from '../mocks/handlers/facts.ts';
import { card, endSession, news, openHostPage, spekit, team, user } from '../test/parts/session-page.ts';

const many = Array.from({ length: 60 }, (_, index) => `Team ${index}`);
const refusal = { at: new Date().toISOString(), reason: 'invalidValue', detail: 'displayName is too long.' };
const facts = [
  ...many.map((name) => team(name)),
  team('Twins', 'idp', { sameName: { idp: 0, spekit: 1 } }),
  team('Own', 'spekit'),
  user('jo@acme.example', 'idp', { displayName: 'Jo Doe', externalId: '00uJoDoe000000000001', role: 'Expert', active: false }),
];
const changes = [
  aChange({
    at: new Date().toISOString(),
    event: 'team.members-added',
    subject: { kind: 'team', id: 'id-idp-Team 1', name: 'Team 1' },
    facts: { names: ['Ada'] },
  }),
];
const address = `${spekit}/app/settings`;

/** Manage Teams, in markups that have nothing in common but what a person reads. */
const renderings: Record<string, string> = {
  'a table': `<main><h1>Manage Teams</h1><button>Create a Team</button><table><thead><tr><th>Team name</th><th></th></tr></thead><tbody>
    ${[...many, 'Twins', 'Own'].map((name) => `<tr><td>${name}</td><td><button>Edit ${name}</button></td></tr>`).join('')}</tbody></table></main>`,
  'cards of divs in a dark page': `<style>html{background:#111;color:#eee}.c{padding:12px;border:1px solid #444;margin:4px}div{letter-spacing:1px!important}</style>
    <div class="t">Manage Teams</div><div role="button" tabindex="0">Create a Team</div>
    ${[...many, 'Twins', 'Own'].map((name) => `<div class="c"><div><span>${name}</span></div><p>All of ${name}</p><button>Edit ${name}</button></div>`).join('')}`,
};

const markOf = (page: Page, name: string) =>
  page
    .locator('tr,.c')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('[data-sourcemark="badge"]');
const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

for (const [rendering, html] of Object.entries(renderings)) {
  test.describe(`the card of a mark, on Manage Teams as ${rendering}`, () => {
    test.beforeEach(async ({ page }) => {
      await openHostPage(page, address, html, { facts, changes });
      await expect(markOf(page, 'Team 1')).toBeVisible();
    });

    test('opens where one points, can be pointed at, and goes when one does not any more, or by Esc', async ({ page }) => {
      await page.evaluate(() => {
        const shifts: number[] = [];
        Reflect.set(globalThis, 'shifts', shifts);
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => Reflect.get(entry, 'value')))).observe({
          type: 'layout-shift',
        });
      });
      await markOf(page, 'Team 1').hover();
      await expect(card(page)).toBeVisible();
      await expect(card(page)).toHaveAccessibleName('Team 1');
      await expect(card(page)).toContainText('Managed by Okta, synced');
      await expect(card(page)).toContainText('In Spekit sinceOct 2, 2026');
      await expect(card(page)).toContainText('Last changeOkta added Ada to Team 1, ');
      await expect(card(page)).toContainText('Members in Spekit8');
      await card(page).hover();
      await expect(card(page).getByRole('link')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(card(page)).toHaveCount(0);
      await markOf(page, 'Team 2').hover();
      await expect(card(page)).toHaveAccessibleName('Team 2');
      await page.mouse.move(900, 5);
      await expect(card(page)).toHaveCount(0);
      expect(await page.evaluate(() => Reflect.get(globalThis, 'shifts'))).toEqual([]);
    });

    test('adds one tab stop to sixty rows; the arrow keys go on from there', async ({ page }) => {
      await expect(page.locator('[data-sourcemark="badge"][tabindex="0"]')).toHaveCount(1);
      await page.locator('[data-sourcemark="badge"][tabindex="0"]').focus();
      await expect(card(page)).toHaveAccessibleName('Team 0');
      await page.keyboard.press('ArrowDown');
      await expect(card(page)).toHaveAccessibleName('Team 1');
      await page.keyboard.press('End');
      await expect(card(page)).toHaveAccessibleName('Twins');
      await expect(card(page)).toContainText("1 more of this name: 0 from Okta, 1 Spekit's own.");
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(card(page)).toHaveAccessibleName('Team 2');
      await expect(page.locator('[data-sourcemark="badge"][tabindex="0"]')).toHaveCount(1);
      await expect(markOf(page, 'Team 2')).toHaveAttribute('tabindex', '0');
    });

    test('follows its mark in the tab order, and Esc leads back to the mark', async ({ page }) => {
      await markOf(page, 'Team 3').focus();
      await expect(card(page)).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(card(page).getByRole('link')).toBeFocused();
      await page.keyboard.press('Shift+Tab');
      await expect(markOf(page, 'Team 3')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(card(page).getByRole('link')).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(card(page).getByRole('textbox')).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(card(page).getByRole('button')).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(card(page)).toHaveCount(0);
      expect(await focusedName(page)).toBe('Edit Team 3');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await expect(card(page)).toHaveCount(0);
      await expect(markOf(page, 'Team 3')).toBeFocused();
    });

    test('is reached from the row’s own control, and Esc leads back to it', async ({ page }) => {
      const edit = page.getByRole('button', { name: 'Edit Team 41', exact: true });
      await edit.focus();
      await page.keyboard.press('Alt+Shift+O');
      await expect(card(page)).toHaveAccessibleName('Team 41');
      await expect(markOf(page, 'Team 41')).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(card(page)).toHaveCount(0);
      await expect(edit).toBeFocused();
    });

    test('has nothing that axe finds, and leaves nothing behind', async ({ page }) => {
      await markOf(page, 'Team 1').focus();
      await expect(card(page)).toContainText('Okta added Ada');
      const { violations } = await new AxeBuilder({ page })
        .include('[data-sourcemark="panel"]')
        .include('[data-sourcemark="badge"]')
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await endSession(page);
      await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
    });

    test('goes with its row, and says what is new while it stands', async ({ page }) => {
      await markOf(page, 'Team 1').focus();
      await expect(card(page)).toContainText('Members in Spekit8');
      await news(page, {
        seq: 8,
        facts: [team('Team 1', 'idp', { memberCount: 9, sync: { lastSyncedAt: new Date().toISOString(), lastChangedAt: null, refusal } })],
      });
      await expect(card(page)).toContainText('Members in Spekit9');
      await expect(card(page)).toContainText('displayName is too long.');
      await page
        .locator('tr,.c')
        .filter({ has: page.getByText('Team 1', { exact: true }) })
        .evaluate((row) => row.remove());
      await expect(card(page)).toHaveCount(0);
    });
  });
}
