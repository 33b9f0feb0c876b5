import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { badges, endSession, notice, okta, openHostPage, ourDialog, strips, team, told } from '../test/parts/session-page.ts';

const app = `${okta}/admin/app/acme_spekit_1/instance/0oaSpekit00000000001/`;
const facts = [team('Sales', 'idp', { memberCount: 3 }), team('Support', 'idp', { memberCount: 4 }), team('Old', 'spekit')];
const say = "const say = (text) => log.append(Object.assign(document.createElement('li'), { textContent: text }));";

/** Settings as rows with ARIA switches, whose captions are other elements: nothing of the playground's markup. */
const toApp = {
  html: `<div id="content"><h1>Spekit</h1><div role="tablist"><div role="tab" aria-selected="true">Provisioning</div></div>
    <h3>Provisioning to App</h3>
    ${['Create Users', 'Update User Attributes', 'Deactivate Users', 'Sync Password']
      .map(
        (name, index) =>
          `<div class="r"><div><strong>${name}</strong></div><p>What ${name} does.</p><div role="switch" tabindex="0" aria-checked="${index < 3}" aria-label="Enable" style="width:40px;height:20px;background:#ccc"></div></div>`,
      )
      .join('')}
    <div class="bar"><div role="button" tabindex="0" id="save">Save</div></div></div><ol id="log"></ol>`,
  script: `${say} for (const s of document.querySelectorAll('[role=switch]')) s.onclick = () => s.setAttribute('aria-checked', String(s.getAttribute('aria-checked') !== 'true'));
    save.onclick = () => say([...document.querySelectorAll('[role=switch]')].map((s) => s.getAttribute('aria-checked')).join());`,
};

const setting = (page: Page, name: string) => page.locator('.r', { hasText: name });

test('switches that are no checkboxes are explained as they stand, and saving what was switched off asks first', async ({ page }) => {
  await openHostPage(page, `${app}#tab-user-management/create-n-update`, toApp, { facts });
  await expect(strips(page)).toHaveCount(3);
  await expect(strips(setting(page, 'Deactivate Users'))).toHaveAccessibleName('Leavers are deactivated in Spekit');
  await expect(strips(setting(page, 'Sync Password'))).toHaveCount(0);
  await setting(page, 'Deactivate Users').getByRole('switch').click();
  await expect(strips(setting(page, 'Deactivate Users'))).toHaveAccessibleName('Leavers stay active in Spekit');
  await page.locator('#save').click();
  await expect(ourDialog(page)).toBeVisible();
  expect((await told(page)).dialogs).toMatchObject([{ action: 'okta.app.deactivate-users-off', verdict: 'warn' }]);
  await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
  await expect(page.locator('#log li')).toHaveCount(0);
  // Switched on again, nothing changes: nothing is asked.
  await setting(page, 'Deactivate Users').getByRole('switch').click();
  await page.locator('#save').click();
  await expect(page.locator('#log li')).toHaveText(['true,true,true,false']);
  expect((await told(page)).dialogs).toHaveLength(1);
});

test('switched before the page was read even once, what was on is known to have been on', async ({ page }) => {
  await openHostPage(page, `${app}#tab-user-management`, toApp, { facts });
  await expect(strips(page)).toHaveCount(3);
  await page.evaluate(() => {
    const row = document.querySelector('.r');
    const fresh = row?.cloneNode(true);
    if (row && fresh instanceof HTMLElement) {
      for (const ours of fresh.querySelectorAll('[data-sourcemark]')) ours.remove();
      row.replaceWith(fresh);
      const own = fresh.querySelector<HTMLElement>('[role=switch]');
      if (own) own.onclick = () => own.setAttribute('aria-checked', String(own.getAttribute('aria-checked') !== 'true'));
      own?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      own?.click();
    }
  });
  await page.locator('#save').click();
  await expect(ourDialog(page)).toBeVisible();
  expect((await told(page)).dialogs).toMatchObject([{ action: 'okta.app.create-users-off' }]);
});

test('how the app is set is told to the worker when it is seen and when it was saved, not while it is turned', async ({ page }) => {
  await openHostPage(page, `${app}#tab-user-management`, toApp, { facts });
  await expect(strips(page)).toHaveCount(3);
  const shown = async () => (await told(page)).messages.filter(({ name }) => name === 'okta.app-shows').map(({ request }) => request);
  const first = { 'create-users': true, 'update-attributes': true, 'deactivate-users': true };
  await expect.poll(shown).toEqual([{ instanceId: '0oaSpekit00000000001', settings: first, assigned: {} }]);
  await setting(page, 'Create Users').getByRole('switch').click();
  await expect(strips(setting(page, 'Create Users'))).toHaveAccessibleName('Nobody new reaches Spekit');
  expect(await shown()).toHaveLength(1);
  await page.locator('#save').click();
  await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
  await expect.poll(async () => (await shown()).at(-1)).toMatchObject({ settings: { 'create-users': false } });
});

test('the app of another product, and a companion that is away, leave all of it alone', async ({ page }) => {
  await openHostPage(page, `${app}#tab-user-management`, { ...toApp, html: toApp.html.replace('<h1>Spekit', '<h1>Slack') }, { facts });
  await setting(page, 'Deactivate Users').getByRole('switch').click();
  await page.locator('#save').click();
  await expect(page.locator('#log li')).toHaveCount(1);
  await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
  await page.close();
});

test('explanations can be reached and read by keyboard, move nothing, please axe, and go with the session', async ({ page }) => {
  await openHostPage(page, `${app}#tab-user-management`, toApp, { facts });
  await expect(strips(page)).toHaveCount(3);
  const { violations } = await new AxeBuilder({ page }).include('[data-sourcemark]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await setting(page, 'Create Users').getByRole('switch').focus();
  const note = strips(setting(page, 'Create Users'));
  await note.focus();
  await expect(note).toBeFocused();
  await page.keyboard.press('Space');
  await expect(notice(page)).toContainText('whoever is assigned gets a Spekit account as a Viewer');
  await page.keyboard.press('Escape');
  await expect(notice(page)).toHaveCount(0);
  const boxes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('#content *:not([data-sourcemark])')].map((element) => JSON.stringify(element.getBoundingClientRect())),
    );
  const marked = await boxes();
  await endSession(page);
  await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
  expect(await boxes()).toEqual(marked);
});

test('fail open: without the companion nothing is said and nothing is held', async ({ page }) => {
  await openHostPage(page, `${app}#tab-user-management`, toApp, { facts, reach: 'unreachable' });
  await setting(page, 'Deactivate Users').getByRole('switch').click();
  await page.locator('#save').click();
  await expect(page.locator('#log li')).toHaveCount(1);
  await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
});

/** Pushed groups as cards, with rows that say their rule, ARIA boxes to tick, and an action bar that floats over the page. */
const cards = {
  html: `<div id="content"><h1>Spekit</h1><div role="tablist"><a role="tab" aria-selected="true">Push Groups</a></div><div>Group in Okta</div>
    <div id="cards">${['Sales', 'Support', 'Old', 'Fresh']
      .map(
        (name, index) =>
          `<div role="listitem"><div role="checkbox" tabindex="0" aria-checked="false" aria-label="Select" style="width:16px;height:16px;border:1px solid"></div><a href="/admin/group/00g${name}0000000001">${name}</a><small>${index < 2 ? 'Rule: Regions' : ''}</small><button aria-haspopup="menu">${name === 'Support' ? 'Inactive' : 'Active'}</button></div>`,
      )
      .join('')}</div></div>
    <div id="bar" style="position:fixed;bottom:0"><button id="all">Unlink selected</button><button id="rule">Rule</button></div>
    <dialog id="d"></dialog><ol id="log"></ol>`,
  script: `${say} for (const b of document.querySelectorAll('[role=checkbox]')) b.onclick = () => b.setAttribute('aria-checked', 'true');
    const show = (title, button) => { d.innerHTML = '<h2>' + title + '</h2><p>Really?</p><button id="go">' + button + '</button>'; d.showModal(); d.querySelector('#go').onclick = () => { say(title); d.close(); }; };
    all.onclick = () => show('Unlink 2 pushed groups', 'Unlink 2 groups'); rule.onclick = () => show('Delete rule Regions', 'Delete rule');`,
};

test('in bulk, all that is ticked is meant; each card says Okta’s state beside Spekit’s', async ({ page }) => {
  await openHostPage(page, `${app}#tab-group-push`, cards, { facts });
  const card = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(badges(card('Sales'))).toHaveAccessibleName(/^Okta: Active · Spekit: 3 members, synced/);
  await expect(badges(card('Support'))).toHaveAccessibleName(/^Okta: Inactive · Spekit: 4 members, .* changes do not reach Spekit/);
  await expect(badges(card('Old'))).toHaveAccessibleName("Okta: Active · Spekit: not seen yet, a team of this name is Spekit's own");
  await expect(badges(card('Fresh'))).toHaveAccessibleName('Okta: Active · Spekit: not seen yet');
  for (const name of ['Sales', 'Support']) await card(name).getByRole('checkbox').click();
  await page.locator('#all').click();
  await page.getByRole('button', { name: 'Unlink 2 groups' }).click();
  await expect(ourDialog(page)).toBeVisible();
  const [dialog] = (await told(page)).dialogs;
  expect(dialog).toMatchObject({ action: 'okta.group.unlink', verdict: 'warn', all: ['Sales', 'Support'] });
  await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('#log li')).toHaveText(['Unlink 2 pushed groups']);
});

test('a rule takes its groups with it: those whose rows say so', async ({ page }) => {
  await openHostPage(page, `${app}#tab-group-push`, cards, { facts });
  await expect(badges(page)).toHaveCount(4);
  await page.locator('#rule').click();
  await page.getByRole('button', { name: 'Delete rule' }).click();
  await expect(ourDialog(page)).toBeVisible();
  expect((await told(page)).dialogs).toMatchObject([{ action: 'okta.rule.delete', verdict: 'warn', all: ['Sales', 'Support'] }]);
  await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
  await expect(page.locator('#log li')).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
});
