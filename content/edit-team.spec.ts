import { expect, type Page, test } from '@playwright/test';
import { badges, openHostPage, ourDialog, spekit, team, told } from '../test/parts/session-page.ts';

const facts = [team('Sales'), team('Partners', 'spekit')];
const list = `<main><h1>Manage Teams</h1><button>Create a Team</button><ul>
  ${['Sales', 'Partners'].map((name) => `<li><b>${name}</b> <button class="edit">Edit</button></li>`).join('')}</ul></main>`;
const say = `const say = (text) => log.append(Object.assign(document.createElement('li'), { textContent: text }));`;

/** Editing a team, in forms that have nothing in common but what a person reads. Saving reports to `#log`. */
const forms: Record<string, { html: string; script: string; enter: boolean }> = {
  'a native dialog with a form': {
    enter: true,
    html: `${list}<dialog><form method="dialog"><h2>Edit team</h2><label>Team Name <input name="n"></label><label>Description (optional) <textarea name="d"></textarea></label>
      <label><input type="checkbox" name="a"> Can access all Topics?</label><button>Save</button><button type="button" class="c">Cancel</button></form></dialog><ol id="log"></ol>`,
    script: `${say} const d = document.querySelector('dialog'), f = d.querySelector('form');
      for (const b of document.querySelectorAll('.edit')) b.onclick = () => { f.n.value = b.parentElement.querySelector('b').textContent; f.d.value = ''; d.showModal(); };
      f.onsubmit = () => say('saved ' + f.n.value + '/' + f.d.value); f.querySelector('.c').onclick = () => d.close();`,
  },
  'a panel that stays and is filled for the next team, its fields named by placeholders': {
    enter: false,
    html: `${list}<section id="p"><h3>Team details</h3><input placeholder="Name"><input placeholder="Description"><div role="button" tabindex="0" class="s">Save changes</div></section><ol id="log"></ol>`,
    script: `${say} const [n, d] = document.querySelectorAll('#p input'), s = document.querySelector('.s');
      for (const b of document.querySelectorAll('.edit')) b.onclick = () => { n.value = b.parentElement.querySelector('b').textContent; d.value = ''; };
      const save = () => say('saved ' + n.value + '/' + d.value); s.onclick = save; s.onkeydown = (e) => { if (e.key === 'Enter' || e.key === ' ') save(); };`,
  },
  'a field in the row that listens to Enter itself': {
    enter: true,
    html: `${list}<ol id="log"></ol>`,
    script: `${say}
      for (const b of document.querySelectorAll('.edit')) b.onclick = () => { const li = b.parentElement; const i = Object.assign(document.createElement('input'), { value: li.querySelector('b').textContent }); i.setAttribute('aria-label', 'Team name');
        const d = Object.assign(document.createElement('input'), { placeholder: 'Description' }); const s = Object.assign(document.createElement('button'), { textContent: 'Save' });
        const save = () => { say('saved ' + i.value + '/' + d.value); for (const e of [i, d, s]) e.remove(); }; i.onkeydown = (e) => e.key === 'Enter' && save(); s.onclick = save; li.append(i, d, s); };`,
  },
};

for (const [form, page_] of Object.entries(forms)) {
  test.describe(`Editing a team in ${form}`, () => {
    test.beforeEach(async ({ page }) => {
      await openHostPage(page, `${spekit}/app/settings`, page_, { facts });
      await expect(badges(page)).toHaveCount(1);
    });
    const edit = (page: Page, name: string) =>
      page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Edit' }).click();
    const name = (page: Page) => page.getByLabel(/^(team )?name\s*$/i).or(page.getByPlaceholder('Name'));
    const description = (page: Page) => page.getByLabel(/description/i).or(page.getByPlaceholder('Description'));
    const save = (page: Page) => page.getByRole('button', { name: /^save/i });

    test('lets the description of Okta’s team through without a word', async ({ page }) => {
      await edit(page, 'Sales');
      await description(page).fill('Sells');
      await save(page).click();
      await expect(page.locator('#log li')).toHaveText(['saved Sales/Sells']);
      expect((await told(page)).dialogs).toEqual([]);
    });

    test('blocks a new name, also with a new description, and not once it is put back', async ({ page }) => {
      await edit(page, 'Sales');
      await name(page).fill('Closers');
      await description(page).fill('Sells');
      await save(page).click();
      await expect(ourDialog(page)).toBeVisible();
      expect((await told(page)).dialogs).toMatchObject([{ action: 'spekit.team.rename', verdict: 'block', name: 'Sales' }]);
      await ourDialog(page).getByRole('button', { name: 'Close' }).click();
      await expect(ourDialog(page)).toHaveCount(0);
      if (page_.enter) {
        await name(page).press('Enter');
        await expect(ourDialog(page)).toBeVisible();
        await ourDialog(page).getByRole('button', { name: 'Close' }).click();
      }
      await expect(page.locator('#log li')).toHaveCount(0);
      await name(page).fill('Sales');
      await save(page).click();
      await expect(page.locator('#log li')).toHaveText(['saved Sales/Sells']);
    });

    test('lets Spekit’s own team be renamed, also after Okta’s was looked at', async ({ page }) => {
      await edit(page, 'Sales');
      await name(page).fill('Closers');
      await save(page).click();
      await ourDialog(page).getByRole('button', { name: 'Close' }).click();
      const cancel = page.getByRole('button', { name: 'Cancel' });
      if (await cancel.isVisible()) await cancel.click();
      await edit(page, 'Partners');
      await name(page).last().fill('Resellers');
      await save(page).last().click();
      await expect(page.locator('#log li')).toHaveText(['saved Resellers/']);
    });
  });
}

test('creating a team tells that it stays in Spekit, and asks first where Okta has one of that name', async ({ page }) => {
  await openHostPage(
    page,
    `${spekit}/app/settings`,
    {
      html: `${list}<div id="d" hidden><h2>Create a Team</h2><label>Team Name<input></label><button id="go">Create and add Users</button></div><ol id="log"></ol>`,
      script: `${say} document.querySelector('main > button').onclick = () => { d.hidden = false; }; go.onclick = () => { say('created ' + d.querySelector('input').value); d.hidden = true; };`,
    },
    { facts },
  );
  await expect(badges(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Create a Team' }).click();
  await page.getByLabel('Team Name').fill('sales');
  await page.getByRole('button', { name: 'Create and add Users' }).click();
  await expect(ourDialog(page)).toBeVisible();
  expect((await told(page)).dialogs).toMatchObject([{ verdict: 'warn', reason: 'team-create-same-name' }]);
  await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
  await expect(ourDialog(page)).toHaveCount(0);
  await page.getByLabel('Team Name').fill('Brand new');
  await page.getByRole('button', { name: 'Create and add Users' }).click();
  await expect(page.locator('#log li')).toHaveText(['created Brand new']);
  await expect(page.locator('[data-sourcemark="notice"]')).toContainText('stays in Spekit');
});
