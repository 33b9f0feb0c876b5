import { expect, test } from '@playwright/test';
import { badges, notice, openHostPage, ourDialog, spekit, team, told, user } from '../test/parts/session-page.ts';

const facts = [team('Sales'), team('Sales EMEA'), team('Partners', 'spekit'), user('jo@acme.example'), user('kim@acme.example', 'spekit')];

/** Manage Teams, in markups that have nothing in common but what a person reads. Each control reports itself to `#log` when it acts. */
const pages: Record<string, { html: string; script: string }> = {
  'a table': {
    html: `<main><h1>Manage Teams</h1><button>Create a Team</button><table><thead><tr><th>Team name</th><th>Description</th><th></th></tr></thead><tbody>
      ${['Sales', 'Sales EMEA', 'Partners', 'Nowhere']
        .map((name) => `<tr><td>${name}</td><td>All of ${name}</td><td><button>Edit</button> <button>Delete</button></td></tr>`)
        .join('')}</tbody></table></main><ol id="log"></ol>`,
    script: `addEventListener('click', (e) => { const b = e.target.closest('td button'); if (b) log.append(Object.assign(document.createElement('li'), { textContent: b.textContent + ' ' + b.closest('tr').cells[0].childNodes[0].textContent })); });`,
  },
  'cards of nothing but divs': {
    html: `<div class="shell"><div class="title">Manage Teams</div><div class="btn" tabindex="0" role="button">Create a Team</div><div class="grid">
      ${['Sales', 'Sales EMEA', 'Partners', 'Nowhere']
        .map(
          (name) =>
            `<div class="card"><div><span>${name}</span></div><p>All of ${name}</p><button aria-label="Edit ${name}">✎</button><button aria-label="Delete ${name}"><svg width="16" height="16"></svg></button></div>`,
        )
        .join('')}</div></div><ol id="log"></ol>`,
    script: `addEventListener('click', (e) => { const b = e.target.closest('.card button'); if (b) log.append(Object.assign(document.createElement('li'), { textContent: b.getAttribute('aria-label') })); });`,
  },
  'a list with icons of bins, acting on the press': {
    html: `<h2>All Teams</h2><a href="#" role="button">New team</a><ul>
      ${['Sales', 'Sales EMEA', 'Partners', 'Nowhere']
        .map(
          (name) =>
            `<li><a href="/app/t/${name}">${name}</a> · <button class="edit"><i class="fa fa-pencil"></i></button><button class="del"><i class="fa fa-trash"></i></button></li>`,
        )
        .join('')}</ul><ol id="log"></ol>`,
    script: `addEventListener('mousedown', (e) => { const b = e.target.closest('.del'); if (b) log.append(Object.assign(document.createElement('li'), { textContent: 'Delete ' + b.closest('li').querySelector('a').textContent })); });`,
  },
};

for (const [markup, page_] of Object.entries(pages)) {
  test.describe(`Manage Teams as ${markup}`, () => {
    test.beforeEach(async ({ page }) => openHostPage(page, `${spekit}/app/settings`, page_, { facts }));

    const of = (page: import('@playwright/test').Page, name: string) =>
      page.locator('tr,.card,ul > li').filter({ has: page.getByText(name, { exact: true }) });

    test('marks the teams of Okta, and no other', async ({ page }) => {
      await expect(badges(page)).toHaveCount(2);
      for (const name of ['Sales', 'Sales EMEA']) {
        await expect(badges(of(page, name))).toHaveAccessibleName(/^Managed by Okta, synced \d+ seconds? ago$/);
        await expect(badges(of(page, name))).toHaveAttribute('data-owner', 'idp');
      }
      await expect(badges(of(page, 'Partners'))).toHaveCount(0);
      await expect(badges(of(page, 'Nowhere'))).toHaveCount(0);
    });

    test('blocks a delete of Okta’s, with the way to Okta; Spekit’s own and the unknown go through', async ({ page }) => {
      await expect(badges(page)).toHaveCount(2);
      await of(page, 'Sales EMEA').getByRole('button').last().click();
      await expect(ourDialog(page)).toBeVisible();
      expect((await told(page)).dialogs).toEqual([
        {
          action: 'spekit.team.delete',
          verdict: 'block',
          reason: 'idp-team-delete',
          name: 'Sales EMEA',
          href: expect.stringMatching(/^https:\/\/acme-admin\.okta\.com\/admin/),
          within: false,
        },
      ]);
      await expect(page.locator('#log li')).toHaveCount(0);
      await ourDialog(page).getByRole('button').click();
      await expect(page.locator('#log li')).toHaveCount(0);
      await of(page, 'Partners').getByRole('button').last().click();
      await of(page, 'Nowhere').getByRole('button').last().click();
      await expect(page.locator('#log li')).toHaveText(['Delete Partners', 'Delete Nowhere']);
      expect((await told(page)).dialogs).toHaveLength(1);
    });

    test('blocks by keyboard too, and keys pressed again and again do not slip through', async ({ page }) => {
      await expect(badges(page)).toHaveCount(2);
      const remove = of(page, 'Sales').getByRole('button').last();
      for (const key of ['Enter', 'Space']) {
        await remove.focus();
        await page.keyboard.press(key);
        await expect(ourDialog(page)).toBeVisible();
        await remove.evaluate((button) => (button as HTMLElement).click());
        await ourDialog(page).getByRole('button').click();
      }
      await expect(page.locator('#log li')).toHaveCount(0);
      expect((await told(page)).dialogs).toHaveLength(2);
    });

    test('leaves no word when nothing is touched, and takes all away when it ends', async ({ page }) => {
      await expect(badges(page)).toHaveCount(2);
      await expect(notice(page)).toHaveCount(0);
      await page.evaluate(() => Reflect.get(globalThis, 'endSession')());
      await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
      await of(page, 'Sales').getByRole('button').last().click();
      await expect(page.locator('#log li')).toHaveText(['Delete Sales']);
    });
  });
}
