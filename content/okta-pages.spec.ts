import { expect, test } from '@playwright/test';
import { badges, notice, okta, openHostPage, ourDialog, team, told, user } from '../test/parts/session-page.ts';

const facts = [team('Sales'), team('Support', 'spekit'), user('jo@acme.example', 'idp', { externalId: '00uJo' })];
const say = `const say = (text) => log.append(Object.assign(document.createElement('li'), { textContent: text }));`;
const log = '<ol id="log"></ol>';

test.describe('a group’s page', () => {
  const open = (page: Parameters<typeof openHostPage>[0], name: string) =>
    openHostPage(
      page,
      `${okta}/admin/group/00gSales00000000001#tab-users`,
      {
        html: `<div id="content"><div style="display:flex;justify-content:space-between"><h1>${name}</h1><button id="edit">Edit</button></div>
          <form id="f"><label>Name<input name="n" value="${name}"></label><label>Description<input name="d"></label><input type="submit" value="Save"></form>
          <a href="#" id="add">Assign people</a><table><tr><th>Person</th></tr><tr><td>Jo</td><td><button class="x">Remove</button></td></tr></table>
          <button id="del">Delete</button><div role="dialog" aria-label="Delete Group" hidden><p>Delete this group?</p><button>Delete Group</button></div></div>${log}`,
        script: `${say} f.onsubmit = (e) => { e.preventDefault(); say('saved ' + f.n.value + '/' + f.d.value); };
          const d = document.querySelector('[role=dialog]'); del.onclick = () => { d.hidden = false; }; d.querySelector('button').onclick = () => { say('deleted'); d.hidden = true; };
          add.onclick = (e) => { e.preventDefault(); say('assign'); }; document.querySelector('.x').onclick = () => say('removed');`,
      },
      { facts },
    );

  test('says in its header what Spekit has of it, without a word in its heading', async ({ page }) => {
    await open(page, 'Sales');
    await expect(badges(page)).toHaveAccessibleName(/^Pushed to Spekit as Sales: 8 members there, synced \d+ seconds? ago$/);
    await expect(page.getByRole('heading', { name: 'Sales', exact: true })).toBeVisible();
  });

  test('tells of a rename in passing, blocks a reserved name, lets the description through', async ({ page }) => {
    await open(page, 'Sales');
    await expect(badges(page)).toHaveCount(1);
    await page.getByLabel('Description').fill('x');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('#log li')).toHaveText(['saved Sales/x']);
    await expect(notice(page)).toHaveCount(0);
    await page.getByLabel('Name').fill('Closers');
    await page.getByLabel('Name').press('Enter');
    await expect(page.locator('#log li')).toHaveText(['saved Sales/x', 'saved Closers/x']);
    await expect(notice(page)).toContainText('The team in Spekit is expected to be renamed too');
    await page.getByLabel('Name').fill('spekit  ACCOUNT admins');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(ourDialog(page)).toBeVisible();
    expect((await told(page)).dialogs).toMatchObject([{ verdict: 'block', reason: 'group-rename-reserved' }]);
    await expect(page.locator('#log li')).toHaveCount(2);
  });

  test('asks before it is deleted, once, and tells of members in passing', async ({ page }) => {
    await open(page, 'Sales');
    await expect(badges(page)).toHaveCount(1);
    await page.locator('.x').click();
    await expect(page.locator('#log li')).toHaveText(['removed']);
    await expect(notice(page)).toContainText('Spekit is expected to follow this group');
    await page.locator('#del').click();
    await page.getByRole('button', { name: 'Delete Group' }).click();
    await expect(ourDialog(page)).toBeVisible();
    await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
    await expect(page.locator('#log li')).toHaveText(['removed', 'deleted']);
    expect((await told(page)).dialogs).toMatchObject([{ action: 'okta.group.delete', verdict: 'warn', name: 'Sales', within: true }]);
  });

  test('that is not pushed says so quietly, and is left alone', async ({ page }) => {
    await open(page, 'Not pushed');
    await expect(badges(page)).toHaveAccessibleName('Not pushed: Okta has not pushed a group of this name to Spekit');
    await page.locator('#del').click();
    await page.getByRole('button', { name: 'Delete Group' }).click();
    await page.locator('.x').click();
    await expect(page.locator('#log li')).toHaveText(['deleted', 'removed']);
    await expect(page.locator('[data-sourcemark]')).toHaveCount(1);
  });
});

test('a person’s page is marked by the id in its address, and asks before it deactivates', async ({ page }) => {
  await openHostPage(
    page,
    `${okta}/admin/user/profile/view/00uJo#tab-account`,
    {
      html: `<div class="subheader-fullname">Jo Doe</div><div>jo@acme.example</div><button id="more">More Actions</button><ul id="list" hidden><li class="option"><a href="#">Deactivate</a></li></ul>
        <div class="modal" hidden><h2>Deactivate Person</h2><p>Are you sure?</p><a href="#" class="go">Deactivate</a></div>${log}`,
      script: `${say} const m = document.querySelector('.modal'); more.onclick = () => { list.hidden = false; }; list.onclick = () => { list.hidden = true; m.hidden = false; }; m.querySelector('.go').onclick = (e) => { e.preventDefault(); m.hidden = true; say('gone'); };`,
    },
    { facts },
  );
  await expect(badges(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'More Actions' }).click();
  await page.locator('#list a').click();
  expect((await told(page)).dialogs).toEqual([]);
  await page.locator('.go').click();
  await expect(ourDialog(page)).toBeVisible();
  await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('#log li')).toHaveText(['gone']);
  expect((await told(page)).dialogs).toMatchObject([{ action: 'okta.user.deactivate', verdict: 'warn', name: 'Jo Doe' }]);
});
