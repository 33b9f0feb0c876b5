import { expect, type Page, test } from '@playwright/test';
import { badges, card, change, okta, openHostPage, ourDialog, team, user } from '../test/parts/session-page.ts';

const app = `${okta}/admin/app/acme_spekit_1/instance/0oaSpekit00000000001/`;
const synced = () => ({ lastSyncedAt: new Date().toISOString(), lastChangedAt: null, refusal: null });

/** *Push Groups*: as a table with a native dialog, or as a grid with one of divs. What is saved comes as a row at once. */
const pushTab = (kind: 'table' | 'grid') => {
  const [list, row, cell, head] =
    kind === 'table'
      ? ['table', 'tr', 'td', 'th']
      : ['div role="grid"', 'div role="row"', 'div role="gridcell"', 'div role="columnheader"'];
  const end = (tag: string) => `</${tag.split(' ')[0]}>`;
  return {
    html: `<div id="content"><h1>Spekit</h1><button id="push">Push Groups</button><${list} id="list"><${row}><${head}>Group in Okta${end(head)}<${head}>Push Status${end(head)}${end(row)}${end(list)}</div>
      <div id="d" role="dialog" aria-label="Push groups by name" hidden style="position:fixed;inset:20% 30%;background:#eee"><input type="search" placeholder="Enter a group to push"><button id="save">Save</button></div>`,
    script: `const list = document.querySelector('#list tbody') ?? document.querySelector('#list'), d = document.querySelector('#d'), i = d.querySelector('input');
      push.onclick = () => { d.hidden = false; i.value = ''; };
      save.onclick = () => { d.hidden = true; list.insertAdjacentHTML('beforeend', ${JSON.stringify(`<${row}><${cell}>NAME${end(cell)}<${cell}><button>Active</button>${end(cell)}${end(row)}`)}.replace('NAME', i.value)); };`,
  };
};

async function push(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Push Groups' }).click();
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('button', { name: 'Save' }).click();
}

for (const kind of ['table', 'grid'] as const) {
  test.describe(`waiting for a push, on Push Groups as a ${kind}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.clock.install();
      await openHostPage(page, `${app}#tab-group-push`, pushTab(kind), { facts: [] });
      await expect(page.getByText('Group in Okta')).toBeVisible();
      await page.clock.runFor(1_000);
      await push(page, 'Fresh');
      await page.clock.runFor(3_000);
      await expect(badges(page)).toHaveAccessibleName(/^Waiting for sync, \d s so far, usually 10–15 s/);
    });

    test('counts, says when it was seen, and then what it says otherwise', async ({ page }) => {
      const before = await badges(page).getAttribute('aria-label');
      await page.clock.runFor(3_000);
      await expect(badges(page)).not.toHaveAccessibleName(before ?? '');
      // The log says nothing: what Okta sends without changing anything is seen all the same.
      await change(page, { facts: [team('Fresh', 'idp', { sync: synced() })] });
      await page.clock.runFor(3_000);
      await expect(badges(page)).toHaveAccessibleName(/^Seen in Spekit\. Okta: Active · Spekit: \d+ members/);
      await page.clock.runFor(6_000);
      await expect(badges(page)).toHaveAccessibleName(/^Okta: Active · Spekit: \d+ members/);
    });

    test('after a minute says that it was not seen yet, and why that may be; seen later, it is well', async ({ page }) => {
      await page.clock.runFor(61_000);
      await expect(badges(page)).toHaveAccessibleName(/^Not seen yet in Spekit, done 1 minute ago: see why/);
      await badges(page).focus();
      await expect(card(page).getByRole('listitem')).toContainText([
        /It has not been seen/,
        /The push is paused/,
        /a large group/,
        /could not send it/,
      ]);
      await change(page, { facts: [team('Fresh', 'idp', { sync: synced() })], seq: 8 });
      await page.clock.runFor(16_000);
      await expect(badges(page)).toHaveAccessibleName(/^Okta: Active · Spekit: \d+ members/);
      await expect(card(page)).not.toContainText('It has not been seen');
    });

    test('that was refused ends with the refusal', async ({ page }) => {
      await change(page, { refused: ['Fresh'], seq: 8 });
      await page.clock.runFor(3_000);
      await expect(badges(page)).toHaveAccessibleName('Okta: Active · Not in Spekit: the last push was refused: That name is reserved');
    });
  });
}

/** A group's page: as Okta's classic console has it, or with other tags. */
const groupPages: Record<string, string> = {
  classic: `<div id="content"><h1>Sales</h1><a href="#" class="assign-people-button">Assign people</a><table><tr><td>Ada</td><td><a href="#" class="x" title="Remove">×</a></td></tr></table></div>`,
  'other tags': `<main><div role="heading" aria-level="1">Sales</div><button>Assign people</button><ul><li>Ada <button aria-label="Remove Ada Doe (ada@acme.example)">x</button></li></ul></main>`,
};

for (const [kind, html] of Object.entries(groupPages)) {
  test(`a member taken out of a group is waited for until Okta has sent the group, on a page of ${kind}; the list of people to choose from is not`, async ({
    page,
  }) => {
    await page.clock.install();
    await openHostPage(page, `${okta}/admin/group/00gSales000000000001`, html, { facts: [team('Sales')] });
    await page.clock.runFor(1_000);
    await expect(badges(page)).toHaveAccessibleName(/^Pushed to Spekit as Sales/);
    await page.getByText('Assign people').click();
    await page.clock.runFor(2_000);
    await expect(badges(page)).toHaveAccessibleName(/^Pushed to Spekit as Sales/);
    await page.locator('.x,li button').click();
    await page.clock.runFor(2_000);
    await expect(badges(page)).toHaveAccessibleName(/^Waiting for sync, .*\. Pushed to Spekit as Sales: 8 members there/);
    await change(page, {
      facts: [team('Sales', 'idp', { memberCount: 7, sync: { ...synced(), lastSyncedAt: '2099-01-01T00:00:00.000Z' } })],
    });
    await page.clock.runFor(3_000);
    await expect(badges(page)).toHaveAccessibleName(/^Seen in Spekit\. Pushed to Spekit as Sales: 7 members there/);
  });
}

for (const [kind, button] of Object.entries({
  form: '<button>Save</button>',
  'line to edit': '<button type="button" id="b">Update</button>',
})) {
  test(`a renamed group is waited for until Spekit has a team of the new name, in a ${kind}`, async ({ page }) => {
    await page.clock.install();
    const html = `<main><h1>Sales</h1><form id="f"><label>Name <input id="n" value="Sales"></label>${button}</form></main>`;
    const script = `const save = (event) => { event.preventDefault(); document.querySelector('h1').textContent = n.value; };
      f.onsubmit = save; if (globalThis.b) b.onclick = save;`;
    await openHostPage(page, `${okta}/admin/group/00gSales000000000001`, { html, script }, { facts: [team('Sales')] });
    await page.clock.runFor(1_000);
    await expect(badges(page)).toHaveAccessibleName(/^Pushed to Spekit as Sales/);
    await page.getByLabel('Name').fill('Revenue');
    await page.getByRole('button').first().click();
    await page.clock.runFor(3_000);
    await expect(page.getByRole('heading')).toContainText('Revenue');
    await expect(badges(page)).toHaveAccessibleName(/^Waiting for sync, \d s so far/);
    await change(page, { facts: [team('Revenue')] });
    await page.clock.runFor(3_000);
    await expect(badges(page)).toHaveAccessibleName(/^Seen in Spekit\. Pushed to Spekit as Revenue/);
    await page.clock.runFor(6_000);
    await expect(badges(page)).toHaveAccessibleName(/^Pushed to Spekit as Revenue/);
  });
}

test('whoever comes to Assignments after an assignment is waited for, and nobody who was there', async ({ page }) => {
  await page.clock.install();
  const html = `<main><h1>Spekit</h1><div role="tab" aria-selected="true">Assignments</div><button>Assign</button><ul><li>old@acme.example</li></ul>
    <div role="dialog" aria-label="Assign Spekit to People"><h2>Assign Spekit to People</h2><button id="s">Save and Go Back</button></div></main>`;
  const script = `s.onclick = () => { document.querySelector('[role=dialog]').remove(); document.querySelector('ul').insertAdjacentHTML('beforeend', '<li>new@acme.example</li>'); };`;
  await openHostPage(page, `${app}#tab-assignments`, { html, script }, { facts: [] });
  const mark = (email: string) => badges(page.getByRole('listitem').filter({ hasText: email }));
  await page.clock.runFor(1_000);
  await expect(mark('old@acme.example')).toHaveAccessibleName(/^Not known to Sourcemark/);
  await page.getByRole('button', { name: 'Save and Go Back' }).click();
  await page.clock.runFor(2_000);
  await expect(mark('new@acme.example')).toHaveAccessibleName(/^Waiting for sync, /);
  await expect(mark('old@acme.example')).toHaveAccessibleName(/^Not known to Sourcemark/);
  await change(page, { facts: [user('new@acme.example')] });
  await page.clock.runFor(3_000);
  await expect(mark('new@acme.example')).toHaveAccessibleName(/^Seen in Spekit\. Managed by Okta/);
});

test('whom Okta shows as failed itself nobody waits for', async ({ page }) => {
  await page.clock.install();
  const html = `<main><h1>Spekit</h1><div role="tab" aria-selected="true">Assignments</div><button>Assign</button><ul></ul>
    <div role="dialog" aria-label="Assign Spekit to People"><h2>Assign Spekit to People</h2><button id="s">Save and Go Back</button></div></main>`;
  const script = `s.onclick = () => { document.querySelector('[role=dialog]').remove(); document.querySelector('ul').innerHTML = '<li>new@acme.example</li>'; };`;
  await openHostPage(page, `${app}#tab-assignments`, { html, script }, { facts: [] });
  await page.clock.runFor(1_000);
  await page.getByRole('button', { name: 'Save and Go Back' }).click();
  await page.clock.runFor(2_000);
  await expect(badges(page)).toHaveAccessibleName(/^Waiting for sync, /);
  await page.evaluate(() =>
    document.querySelector('li')?.append(Object.assign(document.createElement('i'), { title: 'Error: no such user' })),
  );
  await page.clock.runFor(2_000);
  await expect(badges(page)).toHaveAccessibleName(/^Not known to Sourcemark: Okta has not sent this person/);
});

test('a person who was deactivated is waited for until the account is off; who went back is not', async ({ page }) => {
  await page.clock.install();
  const html = `<main><h1>Jo Doe</h1><div role="dialog" aria-label="Deactivate Person"><h2>Deactivate Person</h2><button>Deactivate</button></div></main>`;
  const jo = user('jo@acme.example', 'idp', { externalId: '00uJo' });
  await openHostPage(page, `${okta}/admin/user/profile/view/00uJo`, html, { facts: [jo] });
  await page.clock.runFor(1_000);
  await expect(badges(page)).toHaveAccessibleName(/^Managed by Okta/);
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await ourDialog(page).getByRole('button', { name: 'Go back' }).click();
  await page.clock.runFor(2_000);
  await expect(badges(page)).toHaveAccessibleName(/^Managed by Okta/);
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
  await page.clock.runFor(2_000);
  await expect(badges(page)).toHaveAccessibleName(/^Waiting for sync, /);
  await change(page, { facts: [{ ...jo, active: false }] });
  await page.clock.runFor(3_000);
  await expect(badges(page)).toHaveAccessibleName(/^Seen in Spekit\. Managed by Okta, .*, deactivated in Spekit$/);
});
