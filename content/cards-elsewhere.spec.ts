import { expect, test } from '@playwright/test';
import { badges, card, change, okta, openHostPage, spekit, team, told, user } from '../test/parts/session-page.ts';

const address = `${spekit}/app/settings`;
const facts = [
  team('Team 1'),
  team('Team 2'),
  user('jo@acme.example', 'idp', { displayName: 'Jo Doe', externalId: '00uJoDoe000000000001', role: 'Expert', active: false }),
];

/** A list in a dialog that keeps the focus inside. */
const inDialog: Record<string, { html: string; script: string }> = {
  'a native one': {
    html: '<h1>Manage Teams</h1><button>Create a Team</button><dialog><h2>Choose</h2><table><tr><th>Team name</th></tr><tr><td>Team 1</td></tr><tr><td>Team 2</td></tr></table><button>Close</button></dialog>',
    script: 'document.querySelector("dialog").showModal();',
  },
  'one of divs, with a trap': {
    html: '<h1>Manage Teams</h1><button>Create a Team</button><div role="dialog" aria-modal="true" aria-label="Choose" style="position:fixed;inset:20%;background:#fff;overflow:hidden;transform:translateZ(0)"><table><tr><th>Team name</th></tr><tr><td>Team 1</td></tr><tr><td>Team 2</td></tr></table><button>Close</button></div>',
    script: `const d = document.querySelector('[role=dialog]'), b = d.querySelector('button'); b.focus();
      document.addEventListener('focusin', (e) => { if (!e.composedPath().includes(d)) b.focus(); }, true);
      document.addEventListener('keydown', (e) => { if (e.key === 'Escape') d.remove(); });`,
  },
};

for (const [kind, { html, script }] of Object.entries(inDialog)) {
  test(`in a dialog, ${kind}, the card lies within and takes the focus there; Esc closes the card first, and then the dialog`, async ({
    page,
  }) => {
    await openHostPage(page, address, { html, script }, { facts });
    const dialog = page.getByRole('dialog', { name: kind === 'a native one' ? '' : 'Choose' });
    await expect(badges(dialog)).toHaveCount(2);
    await badges(dialog).first().focus();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog.locator('[data-sourcemark="panel"]').getByRole('link')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
}

test('a card without a way to the other console has no room left for one, and Tab goes on from its mark', async ({ page }) => {
  await openHostPage(page, `${okta}/admin/group/00gNew`, '<main><h1>New</h1></main><button>Save</button>', { facts: [] });
  await badges(page).focus();
  await expect(card(page)).toContainText('Not pushed: Okta has not pushed a group of this name to Spekit');
  await expect(card(page).locator('a')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(card(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save' })).toBeFocused();
});

test('in Okta a person’s card leads to Spekit, and tells the account there and Okta’s id', async ({ page }) => {
  const row = (name: string, id: string) =>
    `<div role="row"><div role="cell"><a href="/admin/user/profile/view/${id}">${name}</a></div></div>`;
  const html = `<main><h1>People</h1><button>Add person</button><div role="table"><div role="row"><div role="columnheader">Person &amp; username</div></div>${row('Jo Doe', '00uJoDoe000000000001')}</div></main>`;
  await openHostPage(page, `${okta}/admin/users`, html, { facts });
  await badges(page).hover();
  await expect(card(page)).toContainText('Okta user ID00uJoDoe000000000001');
  await expect(card(page)).toContainText('AccountDeactivated');
  await expect(card(page)).toContainText('RoleExpert');
  await expect(card(page).getByRole('link')).toHaveAttribute('href', 'https://app.spekit.co/');
  expect((await told(page)).messages.find(({ name }) => name === 'changes.of')?.request).toEqual({ id: 'id-jo@acme.example' });
  const pointed = async () => (await told(page)).messages.filter(({ name }) => name === 'subject.pointed').map(({ request }) => request);
  expect(await pointed()).toEqual([]);
  // A side panel is opened, and somebody points at the mark again.
  await change(page, { followed: true });
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await badges(page).hover();
  await expect.poll(pointed).toEqual([{ kind: 'user', id: 'id-jo@acme.example', name: 'Jo Doe' }]);
});
