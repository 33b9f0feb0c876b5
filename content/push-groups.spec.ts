import { expect, type Page, test } from '@playwright/test';
import { badges, notice, okta, openHostPage, ourDialog, team, told } from '../test/parts/session-page.ts';

const instanceId = '0oaSpekit00000000001';
const address = `${okta}/admin/app/acme_spekit_1/instance/${instanceId}/#tab-group-push`;
const facts = [team('Sales'), team('Support', 'spekit')];
const groups = { Sales: '00gSales0000000001', Fresh: '00gFresh0000000001' };

/** The tab as a table with menus that act on the press, in a popup outside of the table; its dialogs are native, or divs without a role. */
function tab(dialog: 'native' | 'divs'): { html: string; script: string } {
  const open =
    dialog === 'native' ? '<dialog id="d">' : '<div id="d" class="overlay" hidden style="position:fixed;inset:20% 30%;background:#eee">';
  return {
    html: `<div id="content"><h1>Spekit</h1><button id="push">Push Groups</button> <button id="many">Deactivate selected</button>
      <table><thead><tr><th>Group in Okta</th><th>Group in Spekit</th><th>Push Status</th></tr></thead><tbody>
      ${Object.entries(groups)
        .map(
          ([name, id]) =>
            `<tr><td><input type="checkbox" aria-label="Select ${name}"> <a href="/admin/group/${id}">${name}</a></td><td>${name}</td><td><button class="status">Active ▾</button></td></tr>`,
        )
        .join('')}</tbody></table></div>
      <div id="menu" hidden><div class="item">Deactivate group push</div><div class="item unlink">Unlink pushed group</div></div>
      ${open}</${dialog === 'native' ? 'dialog' : 'div'}><ol id="log"></ol>`,
    script: `
      const d = document.querySelector('#d'), menu = document.querySelector('#menu');
      const show = (html) => { d.innerHTML = html; d.showModal ? d.showModal() : d.removeAttribute('hidden'); };
      const hide = () => d.close ? d.close() : d.setAttribute('hidden', '');
      const say = (text) => log.append(Object.assign(document.createElement('li'), { textContent: text }));
      for (const b of document.querySelectorAll('.status')) b.addEventListener('mousedown', () => { menu.hidden = false; });
      many.onclick = () => say('many deactivated');
      menu.addEventListener('mousedown', (e) => { if (!e.target.closest('.unlink')) { menu.hidden = true; return say('one deactivated'); } menu.hidden = true;
        show('<h2>Unlink Pushed Group</h2><p>What do you want to do with this group?</p><label><input type="radio" name="r" checked> Delete the group in the target app (recommended)</label><label><input type="radio" name="r"> Leave the group in the target app</label><button id="u">Unlink</button><button id="c">Cancel</button>');
        d.querySelector('#u').onclick = () => { say('unlinked'); hide(); }; d.querySelector('#c').onclick = hide; });
      push.onclick = () => { show('<h2>Push groups by name</h2><input type="search" placeholder="Enter a group to push"><ul id="s"></ul><div id="chosen"></div><button id="save">Save</button>');
        const i = d.querySelector('input');
        i.oninput = () => { d.querySelector('#s').innerHTML = ['Support', 'All Spekit  Users', 'Quiet ones'].map((n) => '<li>' + n + '</li>').join(''); };
        d.querySelector('#s').onclick = (e) => { d.querySelector('#chosen').textContent = e.target.textContent; i.value = ''; d.querySelector('#s').innerHTML = ''; };
        d.querySelector('#save').onclick = () => { say('pushed ' + d.querySelector('#chosen').textContent); hide(); }; };`,
  };
}

async function openUnlink(page: Page, name: string): Promise<void> {
  await page.getByRole('row', { name }).getByRole('button').click();
  await page.getByText('Unlink pushed group').click();
  await expect(page.getByText('Unlink Pushed Group', { exact: true })).toBeVisible();
}

for (const dialog of ['native', 'divs'] as const) {
  test.describe(`Push Groups with dialogs as ${dialog}`, () => {
    test.beforeEach(({ page }) => openHostPage(page, address, tab(dialog), { facts }));

    test('warns once, at the dialog; Go back sends nothing, Continue does it once', async ({ page }) => {
      await expect(page.getByRole('row', { name: 'Sales' }).locator('[data-owner="idp"]')).toHaveCount(1);
      await openUnlink(page, 'Sales');
      expect((await told(page)).dialogs).toEqual([]);
      await page.getByRole('button', { name: 'Unlink', exact: true }).click();
      await expect(ourDialog(page)).toBeVisible();
      expect((await told(page)).dialogs).toMatchObject([
        { action: 'okta.group.unlink', verdict: 'warn', name: 'Sales', within: dialog === 'native' },
      ]);
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      await expect(page.locator('#log li')).toHaveCount(0);
      await page.getByRole('button', { name: 'Unlink', exact: true }).click();
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(page.locator('#log li')).toHaveText(['unlinked']);
    });

    test('lets a group go that Spekit has not got', async ({ page }) => {
      await expect(badges(page).first()).toBeAttached();
      await openUnlink(page, 'Fresh');
      await page.getByRole('button', { name: 'Unlink', exact: true }).click();
      await expect(page.locator('#log li')).toHaveText(['unlinked']);
      expect((await told(page)).dialogs).toEqual([]);
    });

    test('a row’s own menu is about that row, whatever else is ticked', async ({ page }) => {
      await expect(page.getByRole('row', { name: 'Sales' }).locator('[data-owner="idp"]')).toHaveCount(1);
      await page.getByRole('checkbox', { name: 'Select Sales' }).check();
      await page.getByRole('row', { name: 'Fresh' }).getByRole('button').click();
      await page.getByText('Deactivate group push').click();
      await expect(page.locator('#log li')).toHaveText(['one deactivated']);
      expect((await told(page)).dialogs).toEqual([]);
      await page.getByRole('button', { name: 'Deactivate selected' }).click();
      await expect(ourDialog(page)).toBeVisible();
      expect((await told(page)).dialogs).toMatchObject([{ action: 'okta.group.pause', verdict: 'warn', name: 'Sales' }]);
      await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
      await expect(page.locator('#log li')).toHaveCount(1);
    });

    test('blocks the push of a reserved name, asks before a second team of a name, and tells of others in passing', async ({ page }) => {
      const push = async (name: string) => {
        await page.getByRole('button', { name: 'Push Groups' }).click();
        await page.getByPlaceholder('Enter a group to push').fill('a');
        await page.locator('#s li').filter({ hasText: name }).click();
        await page.getByRole('button', { name: 'Save' }).click();
      };
      await expect(badges(page).first()).toBeAttached();
      await push('All Spekit  Users');
      await expect(ourDialog(page)).toBeVisible();
      expect((await told(page)).dialogs.at(-1)).toMatchObject({ verdict: 'block', reason: 'group-push-reserved' });
      await ourDialog(page).getByRole('button', { name: 'Close' }).click();
      await expect(page.locator('#log li')).toHaveCount(0);
      await page.locator('#d').evaluate((box) => {
        if (box instanceof HTMLDialogElement) box.close();
        else box.setAttribute('hidden', '');
      });
      await push('Support');
      await expect(ourDialog(page)).toBeVisible();
      expect((await told(page)).dialogs.at(-1)).toMatchObject({ verdict: 'warn', reason: 'group-push-same-name', name: 'Support' });
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(page.locator('#log li')).toHaveText(['pushed Support']);
      await push('Quiet ones');
      await expect(page.locator('#log li')).toHaveText(['pushed Support', 'pushed Quiet ones']);
      await expect(notice(page)).toContainText('Quiet ones is expected to appear in Spekit as a team');
      expect((await told(page)).dialogs).toHaveLength(2);
      await page.keyboard.press('Escape');
      await expect(notice(page)).toHaveCount(0);
    });
  });
}

test('knows the Spekit app by a heading that is one by its role alone', async ({ page }) => {
  const shown = tab('native');
  const html = shown.html.replace('<h1>Spekit</h1>', '<div role="heading" aria-level="1">Spekit</div>');
  await openHostPage(page, address, { ...shown, html }, { facts });
  await expect(badges(page).first()).toBeAttached();
});

test('learns the ids of groups and which app is Spekit’s, and marks no other app', async ({ page }) => {
  await openHostPage(page, address, tab('native'), { facts });
  await expect(badges(page).first()).toBeAttached();
  const { messages } = await told(page);
  expect(messages.find(({ name }) => name === 'okta.learn-groups')?.request).toEqual({ host: 'acme-admin.okta.com', groups });
  expect(messages.find(({ name }) => name === 'okta.app-seen')?.request).toEqual({
    host: 'acme-admin.okta.com',
    appName: 'acme_spekit_1',
    instanceId,
    label: 'Spekit',
  });
});

for (const [what, label, set] of [
  ['of another name', 'Slack', null],
  ['that is not the one set', 'Spekit', '0oaOther000000000001'],
] as const)
  test(`an app ${what} is left alone`, async ({ page }) => {
    const { html, script } = tab('native');
    await openHostPage(page, address, { html: html.replace('<h1>Spekit', `<h1>${label}`), script }, { facts, oktaAppInstanceId: set });
    await expect(page.locator('table')).toBeVisible();
    await openUnlink(page, 'Sales');
    await page.getByRole('button', { name: 'Unlink', exact: true }).click();
    await expect(page.locator('#log li')).toHaveText(['unlinked']);
    await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
    // It is told all the same: an admin may say in the options that it is Spekit's.
    const { messages } = await told(page);
    expect(messages.filter(({ name }) => name === 'okta.app-seen')).toMatchObject([{ request: { instanceId, label } }]);
  });
