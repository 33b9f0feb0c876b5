import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { WhyAnswer } from '../contract/why.ts';
import { badges, card, endSession, news, okta, openHostPage, spekit, team, told, user } from '../test/parts/session-page.ts';

const at = new Date(Date.now() - 60_000).toISOString();
const sales = team('Sales');
const inSales = { id: sales.id, name: 'Sales', owner: 'idp', role: 'Viewer' } as const;
const ada = user('ada@acme.example', 'idp', { displayName: 'Ada Byron', externalId: '00uAda00000000000001', teams: [inSales] });
const ben = user('ben@acme.example', 'idp', { displayName: 'Ben Okri', externalId: '00uBen00000000000001' });
const facts = [sales, ada, ben];
const held = (['connected', 'assigned', 'active', 'pushed', 'accepted'] as const).map((check) => ({
  check,
  state: 'yes' as const,
  at,
  detail: null,
}));
const pending: WhyAnswer = {
  user: ben,
  team: sales,
  steps: [...held, { check: 'arrived', state: 'unknown', at, detail: null }],
  next: 'add-to-group',
};
const unassigned: WhyAnswer = {
  user: null,
  team: sales,
  steps: [
    { check: 'connected', state: 'yes', at, detail: null },
    { check: 'assigned', state: 'no', at: null, detail: null },
  ],
  next: 'assign-person',
};

const people = [
  ['Ada Byron', '00uAda00000000000001', 'ada@acme.example'],
  ['Ben Okri', '00uBen00000000000001', 'ben@acme.example'],
  ['Cy Coe', '00uCyCoe000000000001', 'cy@acme.example'],
] as const;
const link = (name: string, id: string) => `<a href="/admin/user/profile/view/${id}">${name}</a>`;
/** The people of a group, in markups that have nothing in common but what a person reads. */
const groupPages: Record<string, string> = {
  'a table': `<main><h1>Sales</h1><table><thead><tr><th>Person</th><th></th></tr></thead><tbody>${people
    .map(([name, id, mail]) => `<tr><td>${link(name, id)}<div>${mail}</div></td><td><button>Remove</button></td></tr>`)
    .join('')}</tbody></table></main>`,
  'cards in a dark page, from right to left': `<style>html{background:#111;color:#eee}a{color:#9cf}</style><div dir="rtl"><div id="content"><div role="heading" aria-level="1">Sales</div></div>
    <div role="list">${people.map(([name, id, mail]) => `<div role="listitem" style="padding:12px">${link(name, id)} <small>${mail}</small></div>`).join('')}</div></div>`,
};
const groupAddress = `${okta}/admin/group/00gSales000000000001#tab-users`;
const rowOf = (page: Page, name: string) =>
  page.locator('tr,[role=listitem]').filter({ has: page.getByRole('link', { name, exact: true }) });
const asked = async (page: Page) => (await told(page)).messages.flatMap(({ name, request }) => (name === 'subjects.why' ? [request] : []));

for (const [rendering, html] of Object.entries(groupPages)) {
  test.describe(`the people of a group as ${rendering}`, () => {
    test('who has not arrived is marked, and nobody else', async ({ page }) => {
      await openHostPage(page, groupAddress, html, { facts });
      await expect(badges(rowOf(page, 'Ben Okri'))).toHaveAccessibleName('Ben Okri has not arrived in the team Sales in Spekit: see why');
      await expect(badges(rowOf(page, 'Cy Coe'))).toHaveAccessibleName('Cy Coe has not arrived in the team Sales in Spekit: see why');
      await expect(badges(rowOf(page, 'Cy Coe'))).toHaveAttribute('data-owner', 'unknown');
      await expect(badges(rowOf(page, 'Ada Byron'))).toHaveCount(0);
    });

    test('the card says why at once: the person is in the group, and is waited for', async ({ page }) => {
      await openHostPage(page, groupAddress, html, { facts, why: pending, oktaAppInstanceId: '0oa1gjh63g214q0Hq0g4' });
      await badges(rowOf(page, 'Ben Okri')).hover();
      await expect(card(page)).toContainText('Why Ben Okri is not in Sales');
      await expect(card(page).locator('ol > li')).toHaveText([
        /^Yes: Okta sends users and groups/,
        /^Yes: Ben Okri is assigned to Spekit · 1 minute ago$/,
        /^Yes: The account is active/,
        /^Yes: Ben Okri is in the group Sales, as Okta lists it here$/,
        /^Yes: The group Sales is pushed/,
        /^Yes: Okta's last request about Sales went through/,
        /^Not known: Okta has not sent Ben Okri as a member of Sales/,
      ]);
      await expect(card(page)).toContainText('Wait 10 to 15 seconds');
      await expect(card(page).getByRole('link', { name: 'Open Push Groups in Okta (opens in a new tab)' })).toHaveAttribute(
        'href',
        `${okta}/admin/app/acme_spekit_1/instance/0oa1gjh63g214q0Hq0g4/#tab-group-push`,
      );
      await expect(card(page).getByRole('textbox')).toHaveCount(0);
      expect(await asked(page)).toContainEqual({ user: ben.id, team: sales.id });
    });

    test('whom Spekit has never heard of is asked for by the address in the row, never by a name that others may have', async ({
      page,
    }) => {
      await openHostPage(page, groupAddress, html, { facts, why: unassigned });
      await badges(rowOf(page, 'Cy Coe')).hover();
      await expect(card(page)).toContainText('Assign Cy Coe to the Spekit app in Okta.');
      await expect(card(page).locator('ol > li')).toHaveText([/^Yes:/, /^No: Okta has not sent Cy Coe: not assigned to Spekit$/]);
      expect(await asked(page)).toContainEqual({ user: 'cy@acme.example', team: sales.id });
    });

    test('the mark goes once they have arrived, and the card with it', async ({ page }) => {
      await openHostPage(page, groupAddress, html, { facts, why: pending });
      await badges(rowOf(page, 'Ben Okri')).focus();
      await expect(card(page)).toContainText('Why Ben Okri is not in Sales');
      await news(page, { seq: 8, facts: [sales, ada, { ...ben, teams: [inSales] }] });
      await expect(badges(rowOf(page, 'Ben Okri'))).toHaveCount(0);
      await expect(card(page)).toHaveCount(0);
    });

    test('has nothing that axe finds, and leaves nothing behind', async ({ page }) => {
      await openHostPage(page, groupAddress, html, { facts, why: unassigned });
      await badges(rowOf(page, 'Cy Coe')).focus();
      await expect(card(page)).toContainText('Assign Cy Coe');
      const { violations } = await new AxeBuilder({ page })
        .include('[data-sourcemark="panel"]')
        .include('[data-sourcemark="badge"]')
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await endSession(page);
      await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
    });
  });
}

test('the people of a group that is not pushed are not marked: of those nobody is missing', async ({ page }) => {
  await openHostPage(page, groupAddress, groupPages['a table'] ?? '', { facts: [ada, ben] });
  await expect(badges(page)).toHaveAccessibleName(/^Not pushed/);
});

test('a member is taken out by the row’s own button as before: the act is the group’s', async ({ page }) => {
  await openHostPage(page, groupAddress, groupPages['a table'] ?? '', { facts });
  await expect(badges(rowOf(page, 'Cy Coe'))).toBeVisible();
  await rowOf(page, 'Cy Coe').getByRole('button').click();
  await expect(page.locator('[data-sourcemark="notice"]')).toContainText('Spekit is expected to follow this group');
});

test('on a person’s page each pushed group says whether the person has arrived in it, and why not', async ({ page }) => {
  const rows = ['Sales', 'Partners'].map(
    (name) => `<div role="row"><div role="cell"><a href="/admin/group/00g${name}0000000001">${name}</a></div></div>`,
  );
  const html = `<main><h1>Ada Byron</h1><div role="table">${rows.join('')}</div></main>`;
  const partners = team('Partners');
  await openHostPage(page, `${okta}/admin/user/profile/view/00uAda00000000000001#tab-groups`, html, {
    facts: [...facts, partners],
    why: { ...pending, user: ada, team: partners },
  });
  const row = (name: string) => badges(page.getByRole('row').filter({ hasText: name }));
  await expect(row('Sales')).toHaveAccessibleName(/^Pushed to Spekit as Sales: 8 members there, synced /);
  await expect(row('Partners')).toHaveAccessibleName(
    /^Ada Byron has not arrived in the team Partners in Spekit: see why, Pushed to Spekit as Partners/,
  );
  await row('Partners').hover();
  await expect(card(page)).toContainText('Why Ada Byron is not in Partners');
  expect(await asked(page)).toContainEqual({ user: ada.id, team: partners.id });
  await page.mouse.move(900, 700);
  await expect(card(page)).toHaveCount(0);
  await row('Sales').hover();
  await expect(card(page)).toHaveAccessibleName('Sales');
  await expect(card(page).getByRole('listitem')).toHaveCount(0);
});

test.describe('where one of the two is known, the card asks for the other', () => {
  const html = `<main><h1>Manage Teams</h1><button>Create a Team</button><table><tr><th>Team name</th></tr><tr><td>Sales</td><td><button>Edit Sales</button></td></tr></table></main>`;
  const script = `document.addEventListener('keydown', (e) => document.title += e.key);`;

  test('by keyboard alone; what is typed is not the page’s, and Esc leads back', async ({ page }) => {
    await openHostPage(page, `${spekit}/app/settings`, { html, script }, { facts, why: unassigned });
    await badges(page).focus();
    const field = card(page).getByRole('textbox', { name: 'Why is somebody not in this team?' });
    await expect(field).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(field).toBeFocused();
    const title = await page.title();
    await page.keyboard.type(' cy@acme.example ');
    await page.keyboard.press('Alt+Shift+O');
    await expect(field).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(card(page)).toContainText('Assign cy@acme.example to the Spekit app in Okta.');
    expect(await asked(page)).toEqual([{ user: 'cy@acme.example', team: sales.id }]);
    expect(await page.title()).toBe(title);
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(badges(page)).toBeFocused();
  });

  test('by pointer; while it is typed the card stays, wherever the pointer is', async ({ page }) => {
    await openHostPage(page, `${spekit}/app/settings`, html, { facts, why: { ...pending, next: 'none', steps: held } });
    await badges(page).hover();
    await card(page).getByRole('textbox').click();
    await page.mouse.move(900, 5);
    await page.keyboard.type('Ben Okri');
    await card(page).getByRole('button', { name: 'Why not?' }).click();
    await expect(card(page)).toContainText('Nothing to do.');
    await page.getByRole('heading').click();
    await expect(card(page)).toHaveCount(0);
  });

  test('what cannot be answered is said', async ({ page }) => {
    await openHostPage(page, `${spekit}/app/settings`, html, { facts });
    await badges(page).hover();
    await card(page).getByRole('textbox').fill('Ben Okri');
    await page.keyboard.press('Enter');
    await expect(card(page)).toContainText('This could not be answered');
  });
});
