import { expect, type Page, test } from '@playwright/test';
import { badges, change, notice, okta, openHostPage, ourDialog, team, told, user } from '../test/parts/session-page.ts';

const facts = [team('Sales'), team('Enablement'), user('jo@acme.example', 'idp', { externalId: '00uJo', displayName: 'Jo Doe' })];

/** A person's page with *More Actions*, built in several ways: what is chosen asks in a dialog first. */
const bodies: Readonly<Record<string, string>> = {
  classic: `<div id="content"><div class="subheader-fullname">Jo Doe</div><a href="#" role="button" class="more">More Actions</a>
    <div class="modal" hidden><h2>WORD Person</h2><p>Are you sure you want to WORD this person?</p><a href="#" class="go">WORD</a></div></div>`,
  'native dialog': `<main><h1>Jo Doe</h1><button class="more">More Actions</button></main>
    <dialog><form method="dialog"><h2>WORD user?</h2><button class="go">Yes, WORD</button></form></dialog>`,
  'divs with roles': `<div role="main"><div role="heading" aria-level="1">Jo Doe</div><div role="button" tabindex="0" class="more">More Actions</div></div>
    <div role="alertdialog" aria-label="WORD person" hidden><p>This takes effect at once.</p><div role="button" tabindex="0" class="go">Confirm</div></div>`,
};
const script = `const box = document.querySelector('.modal,dialog,[role=alertdialog]');
  document.querySelector('.more').onclick = (event) => { event.preventDefault(); box.showModal ? box.showModal() : (box.hidden = false); };
  document.querySelector('.go').onclick = (event) => { event.preventDefault(); document.title = 'done'; box.close ? box.close() : (box.hidden = true); };`;

const open = async (page: Page, body: string, word: string): Promise<void> => {
  await openHostPage(page, `${okta}/admin/user/profile/view/00uJo#tab-account`, { html: body.replaceAll('WORD', word), script }, { facts });
  await expect(badges(page)).toHaveCount(1);
  await page.locator('.more').click();
};

for (const [kind, body] of Object.entries(bodies)) {
  test(`on a person's page of ${kind}, suspending is told in passing`, async ({ page }) => {
    await open(page, body, 'Suspend');
    await page.locator('.go').click();
    await expect(page).toHaveTitle('done');
    await expect(notice(page)).toContainText('Jo Doe is expected to stay as is in Spekit');
    await expect(notice(page)).toContainText('Expected to stay active in Spekit');
    expect((await told(page)).dialogs).toEqual([]);
  });

  test(`on a person's page of ${kind}, ending a suspension says nothing`, async ({ page }) => {
    await open(page, body, 'Unsuspend');
    await page.locator('.go').click();
    await expect(page).toHaveTitle('done');
    await expect(notice(page)).toHaveCount(0);
  });

  test(`on a person's page of ${kind}, deleting asks first, once`, async ({ page }) => {
    await open(page, body, 'Delete');
    await page.locator('.go').click();
    await expect(ourDialog(page)).toBeVisible();
    await expect(page).toHaveTitle('Host');
    await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
    await expect(page).toHaveTitle('done');
    expect((await told(page)).dialogs).toMatchObject([
      { action: 'okta.user.delete', verdict: 'warn', reason: 'delete-account-stays', name: 'Jo Doe' },
    ]);
  });
}

/** The tab *Groups*, where a click on a suggested name adds the person. */
const suggestions: Readonly<Record<string, string>> = {
  'a combobox and its list': `<main><h1>Jo Doe</h1><h2>Groups</h2>
    <input role="combobox" aria-label="Search groups" aria-controls="l"><ul id="l" role="listbox"><li role="option"><a>NAME <i>of the field</i></a></li></ul>
    <table><tbody class="rows"></tbody></table></main>`,
  'a list at the end of the page': `<div id="content"><h1>Jo Doe</h1><label>Add to groups <input id="f"></label><div class="rows"></div></div>
    <div class="pop"><div role="listbox"><div role="option">NAME</div></div></div>`,
};
const adding = `const rows = document.querySelector('.rows');
  document.querySelector('[role=option]').onmousedown = (event) => event.preventDefault();
  document.querySelector('[role=option]').onclick = (event) => {
    const name = (event.currentTarget.querySelector('a') ?? event.currentTarget).firstChild.nodeValue.trim();
    rows.insertAdjacentHTML('beforeend', '<tr><td><a href="/admin/group/00gX">' + name + '</a></td></tr>');
  };`;

for (const [kind, body] of Object.entries(suggestions)) {
  test(`a person added to a pushed group by ${kind} is told of and waited for`, async ({ page }) => {
    await openHostPage(
      page,
      `${okta}/admin/user/profile/view/00uJo#tab-groups`,
      { html: body.replace('NAME', 'Enablement'), script: adding },
      { facts },
    );
    await expect(badges(page)).toHaveCount(1);
    await page.locator('input').focus();
    await page.getByRole('option').click();
    await expect(notice(page)).toContainText('Spekit is expected to follow this group');
    const mark = badges(page.locator('.rows'));
    await expect(mark).toHaveAccessibleName(/^Waiting for sync, /);
    const sync = { lastSyncedAt: '2099-01-01T00:00:00.000Z', lastChangedAt: null, refusal: null };
    await change(page, { facts: [team('Enablement', 'idp', { memberCount: 9, sync })] });
    await expect(mark).toHaveAccessibleName(/^Seen in Spekit/);
  });

  test(`a person added to another group by ${kind} is not`, async ({ page }) => {
    await openHostPage(
      page,
      `${okta}/admin/user/profile/view/00uJo#tab-groups`,
      { html: body.replace('NAME', 'Facilities'), script: adding },
      { facts },
    );
    await expect(badges(page)).toHaveCount(1);
    await page.locator('input').focus();
    await page.getByRole('option').click();
    await expect(page.getByRole('link', { name: 'Facilities' })).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
  });
}

test('what the console’s own search suggests is no group to add to', async ({ page }) => {
  const html = `<header><input role="combobox" aria-label="Search people, apps and groups" aria-controls="l"><ul id="l" role="listbox"><li role="option">Sales</li></ul></header>
    <main><h1>Jo Doe</h1><h2>Groups</h2></main>`;
  const found = `document.querySelector('[role=option]').onclick = () => { document.title = 'gone there'; };`;
  await openHostPage(page, `${okta}/admin/user/profile/view/00uJo#tab-groups`, { html, script: found }, { facts });
  await expect(badges(page)).toHaveCount(1);
  await page.getByRole('option').click();
  await expect(page).toHaveTitle('gone there');
  await expect(notice(page)).toHaveCount(0);
});
