import { expect, test } from '@playwright/test';
import { badges, notice, openHostPage, ourDialog, spekit, strips, team, told, user } from '../test/parts/session-page.ts';

const facts = [
  user('jo@acme.example'),
  user('kim@acme.example', 'spekit'),
  user('lee@acme.example'),
  team('Sales'),
  team('Partners', 'spekit'),
];
const people = ['jo', 'kim', 'lee'];
const say = `const say = (text) => log.append(Object.assign(document.createElement('li'), { textContent: text }));`;

/** Manage Users as a grid with a menu in a popup elsewhere in the page, and bulk actions on ticked rows. */
const grid = {
  html: `<header>admin@acme.example</header><main><h1>Manage Users</h1><button>Invite users</button><a href="#sf">Invite synced Salesforce users</a><button id="bulk">Choose action ▾</button>
    <table><thead><tr><th><input type="checkbox" aria-label="All"></th><th>Name</th><th>Email</th><th>Status</th><th></th></tr></thead><tbody>
    ${people.map((name) => `<tr><td><input type="checkbox" aria-label="Select ${name}"></td><td>${name} Doe</td><td>${name}@acme.example</td><td>Active</td><td><button id="m-${name}" aria-haspopup="menu" aria-label="More">⋮</button></td></tr>`).join('')}
    </tbody></table></main><div id="menus"></div><ol id="log"></ol>`,
  script: `${say} const menu = (by, items) => { menus.innerHTML = '<div role="menu"' + (by ? ' aria-labelledby="' + by + '"' : '') + '>' + items.map((i) => '<div role="menuitem" tabindex="-1">' + i + '</div>').join('') + '</div>';
      for (const i of menus.querySelectorAll('[role=menuitem]')) i.onclick = () => { menus.innerHTML = ''; act(i.textContent); }; };
    const act = (what) => { if (what === 'Add to team') menus.innerHTML = '<div role="dialog" aria-label="Add to team"><p>Select a team and role in this team</p><label>Team <select><option>Sales</option><option selected>Partners</option></select></label><button>Add 1 users</button></div>', menus.querySelector('button').onclick = () => { say('added to ' + menus.querySelector('select').value); menus.innerHTML = ''; }; else say(what); };
    for (const b of document.querySelectorAll('[aria-haspopup]')) b.onclick = () => menu(b.id, ['Deactivate', 'Delete user', 'Change role']);
    bulk.onclick = () => menu('', ['Add to team', 'Delete']);
    for (const b of document.querySelectorAll('main > button:first-of-type, main > a')) b.addEventListener('click', () => say(b.textContent));`,
};

test.describe('Manage Users as a grid', () => {
  test.beforeEach(async ({ page }) => {
    await openHostPage(page, `${spekit}/app/settings`, grid, { facts });
    await expect(badges(page)).toHaveCount(2);
  });

  test('marks each of Okta’s people once, and not whoever is signed in', async ({ page }) => {
    for (const name of ['jo', 'lee']) await expect(badges(page.getByRole('row').filter({ hasText: `${name}@` }))).toHaveCount(1);
    await expect(badges(page.locator('header'))).toHaveCount(0);
  });

  test('blocks delete and deactivate of Okta’s people from a row’s menu, and lets the role be changed', async ({ page }) => {
    for (const item of ['Deactivate', 'Delete user']) {
      await page.locator('#m-jo').click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect(ourDialog(page)).toBeVisible();
      await ourDialog(page).getByRole('button', { name: 'Close' }).click();
    }
    await page.getByRole('menuitem', { name: 'Change role' }).click();
    await page.locator('#m-kim').click();
    await page.getByRole('menuitem', { name: 'Delete user' }).click();
    await expect(page.locator('#log li')).toHaveText(['Change role', 'Delete user']);
    const { dialogs } = await told(page);
    expect(dialogs.map(({ reason }) => reason)).toEqual(['idp-user-deactivate', 'idp-user-delete']);
    expect(dialogs[0]?.href).toContain('/admin/user/profile/view/00u');
  });

  test('blocks a bulk delete when one of the ticked people is Okta’s', async ({ page }) => {
    await page.getByLabel('Select kim').check();
    await page.locator('#bulk').click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.locator('#log li')).toHaveText(['Delete']);
    await page.getByLabel('Select lee').check();
    await page.locator('#bulk').click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(ourDialog(page)).toBeVisible();
    expect((await told(page)).dialogs).toMatchObject([{ action: 'spekit.user.delete', verdict: 'block' }]);
  });

  test('blocks adding to a team of Okta’s, by the team that is chosen', async ({ page }) => {
    await page.getByLabel('Select kim').check();
    const open = async (name: string) => {
      await page.locator('#bulk').click();
      await page.getByRole('menuitem', { name: 'Add to team' }).click();
      await page.getByRole('combobox').selectOption(name);
      await page.getByRole('button', { name: 'Add 1 users' }).click();
    };
    await open('Partners');
    await expect(page.locator('#log li')).toHaveText(['added to Partners']);
    await open('Sales');
    await expect(ourDialog(page)).toBeVisible();
    expect((await told(page)).dialogs).toMatchObject([{ reason: 'idp-team-members', name: 'Sales', within: true }]);
    await expect(page.locator('#log li')).toHaveCount(1);
  });

  test('blocks invitations of Salesforce users, and tells in passing what a direct invitation means', async ({ page }) => {
    await page.getByText('Invite synced Salesforce users').click();
    await expect(ourDialog(page)).toBeVisible();
    await ourDialog(page).getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Invite users' }).click();
    await expect(page.locator('#log li')).toHaveText(['Invite users']);
    await expect(notice(page)).toContainText('not be connected to Okta');
    await expect(page.getByRole('button', { name: 'Invite users' })).toBeFocused();
  });
});

test('a user’s form: the role goes through, a new email is blocked', async ({ page }) => {
  await openHostPage(
    page,
    `${spekit}/app/settings`,
    {
      html: `<h1>Manage Users</h1><button>Invite users</button><div class="list"><div class="u"><p>jo@acme.example</p><button>Edit</button></div><div class="u"><p>kim@acme.example</p><button>Edit</button></div></div>
        <div role="dialog" aria-label="Edit user" hidden><label>Email<input id="e"></label><label>Role<select id="r"><option>Viewer</option><option>Expert</option></select></label><button id="s">Save</button></div><ol id="log"></ol>`,
      script: `${say} const d = document.querySelector('[role=dialog]'); for (const b of document.querySelectorAll('.u button')) b.onclick = () => { e.value = b.parentElement.querySelector('p').textContent; d.hidden = false; };
        s.onclick = () => { say(e.value + ' ' + r.value); d.hidden = true; };`,
    },
    { facts },
  );
  await expect(badges(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Edit' }).first().click();
  await page.getByLabel('Role').selectOption('Expert');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('#log li')).toHaveText(['jo@acme.example Expert']);
  await page.getByRole('button', { name: 'Edit' }).first().click();
  await page.getByLabel('Email').fill('joe@acme.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(ourDialog(page)).toBeVisible();
  expect((await told(page)).dialogs).toMatchObject([{ reason: 'idp-user-profile' }]);
  await expect(page.locator('#log li')).toHaveCount(1);
});

test('a control that Spekit switched off itself is explained, by mouse and by keyboard; one that waits for input is not', async ({
  page,
}) => {
  await openHostPage(
    page,
    `${spekit}/app/settings`,
    `<h1>Manage Users</h1><button disabled>Invite synced Salesforce users</button><ul>
      ${people.map((name) => `<li>${name}@acme.example <button ${name === 'kim' ? '' : 'disabled'}>Deactivate</button></li>`).join('')}</ul>
      <label>Email<input></label><button disabled>Save</button>`,
    { facts },
  );
  await expect(strips(page)).toHaveCount(3);
  const why = page.getByRole('button', { name: 'Why is this switched off? jo@acme.example is managed by Okta' });
  await why.click();
  await expect(ourDialog(page)).toBeVisible();
  await ourDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(ourDialog(page)).toHaveCount(0);
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(ourDialog(page)).toBeVisible();
  expect((await told(page)).dialogs.map(({ reason }) => reason)).toEqual(['idp-user-deactivate', 'idp-user-deactivate']);
});
