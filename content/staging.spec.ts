import { expect, test } from '@playwright/test';
import { badges, card, change, okta, openHostPage, spekit, team } from '../test/parts/session-page.ts';

const account = { type: 'production', connection: 'staging' } as const;
const merges = { decision: 'merge', with: { name: 'Sales' }, confidence: 'certain' } as const;

/** Manage Teams; both teams of a name are told apart by the owner's icon. */
const teams = (rows: string[]) =>
  `<main><h2>Manage Teams</h2><button>Create a Team</button><table><thead><tr><th>Team name</th><th></th></tr></thead><tbody>
    ${rows.map((name) => `<tr><td>${name}</td><td><button>Edit</button></td></tr>`).join('')}</tbody></table></main>`;

test('Spekit’s own team says with which of Okta’s it will be merged, and what is decided elsewhere without being told of a change', async ({
  page,
}) => {
  const own = team('Sales', 'spekit', { mapping: merges });
  const facts = [own, team('Support'), team('Partners', 'spekit')];
  await page.clock.install();
  await openHostPage(page, `${spekit}/app/settings`, teams(['Sales', 'Support', 'Partners']), { account, facts });
  await page.clock.runFor(1000);
  await expect(badges(page)).toHaveCount(2);
  await expect(badges(page).first()).toHaveAccessibleName('Will be merged with Sales (from Okta)');
  await badges(page).first().hover();
  await page.clock.runFor(1000);
  await expect(card(page)).toContainText('In the migration');
  await expect(card(page)).toContainText('Will be merged with Sales (from Okta), a certain match');
  await change(page, { facts: [{ ...own, mapping: { ...merges, decision: 'keep-both' } }, ...facts.slice(1)] });
  await page.clock.runFor(16_000);
  await expect(badges(page).first()).toHaveAccessibleName('Stays beside Sales (from Okta)');
  await change(page, {
    seq: 8,
    account: { type: 'production', connection: 'connected' },
    facts: [team('Sales', 'spekit'), ...facts.slice(1)],
  });
  await page.clock.runFor(16_000);
  await expect(badges(page)).toHaveCount(1);
});

test('Okta’s group says with which of Spekit’s own', async ({ page }) => {
  await openHostPage(page, `${okta}/admin/group/00gSales`, '<main><h1>Sales</h1></main>', {
    account,
    facts: [team('Sales', 'idp', { mapping: merges })],
  });
  await expect(badges(page)).toHaveAccessibleName(/^Will be merged with Sales \(Spekit's own\)\. Pushed to Spekit as Sales: /);
});
