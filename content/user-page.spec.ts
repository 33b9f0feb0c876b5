import { expect, test } from '@playwright/test';
import { badges, openHostPage, ourDialog, spekit, team, told, user } from '../test/parts/session-page.ts';

const facts = [user('jo@acme.example'), team('Sales'), team('Partners', 'spekit')];
const script = `const say = (text) => log.append(Object.assign(document.createElement('li'), { textContent: text }));
  for (const b of document.querySelectorAll('.out')) b.onclick = () => say('out of ' + b.dataset.team); s.onclick = () => say(r.value);`;
const role =
  '<label>Role in team <select id="r"><option>Viewer</option><option>Expert</option></select></label><button id="s">Save</button>';

/** A user's page with one team, in two markups. */
const pages = (name: string): Record<string, string> => ({
  'a list': `<main><h1>jo</h1><label>First Name <input value="jo"></label><button>Edit teams</button>
    <ul><li>${name} <button class="out" data-team="${name}">Remove User</button></li></ul>${role}</main><ol id="log"></ol>`,
  'nothing but divs': `<div><h4>jo</h4><div><label>First Name <input value="jo"></label></div><div><div><strong>Edit teams and assigned roles</strong></div>
    <div><span>${name}</span><button class="out" data-team="${name}">Remove User</button></div>${role}</div></div><ol id="log"></ol>`,
});

for (const markup of Object.keys(pages(''))) {
  test.describe(`a user’s page with one team, as ${markup}`, () => {
    test('Remove User from a team of Spekit’s own is never taken for the end of the account, which is Okta’s', async ({ page }) => {
      await openHostPage(page, `${spekit}/app/u/1`, { html: pages('Partners')[markup] ?? '', script }, { facts });
      await expect(badges(page)).toHaveCount(1);
      await page.getByRole('button', { name: 'Remove User' }).click();
      await expect(page.locator('#log li')).toHaveText(['out of Partners']);
      expect((await told(page)).dialogs).toEqual([]);
    });

    test('a role is changed and saved without a word', async ({ page }) => {
      await openHostPage(page, `${spekit}/app/u/1`, { html: pages('Sales')[markup] ?? '', script }, { facts });
      await expect(badges(page).first()).toBeVisible();
      await page.getByLabel('Role in team').selectOption('Expert');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      await expect(page.locator('#log li')).toHaveText(['Expert']);
      await expect(ourDialog(page)).toHaveCount(0);
      expect((await told(page)).dialogs).toEqual([]);
    });
  });
}

/** A tag beside the name, as an element of a row or of the line itself. */
for (const [markup, line] of [
  ['a row', '<div style="display:flex;gap:8px"><h1>jo</h1><span class="tag">Pending</span></div>'],
  ['a line', '<h1 style="display:inline">jo</h1> <b class="tag">Pending</b>'],
] as const)
  test(`the mark stands clear of a tag beside the name, in ${markup}`, async ({ page }) => {
    const html = `<style>.tag{padding:3px 11px;border-radius:9px;background:#fef3c7}</style><main><div>${line}</div>
      <label>First Name <input value="jo"></label><button>Edit teams</button></main>`;
    await openHostPage(page, `${spekit}/app/u/1`, html, { facts: [user('jo@acme.example')] });
    await expect(badges(page)).toBeVisible();
    const tag = await page.locator('.tag').boundingBox();
    const mark = await badges(page).boundingBox();
    expect((mark?.x ?? 0) - ((tag?.x ?? 0) + (tag?.width ?? 0))).toBeGreaterThanOrEqual(5);
  });
