import { expect, type Page, test } from '@playwright/test';
import { Companion } from '../../test/e2e/parts/companion.ts';
import { type Replica, startReplica } from './replica.ts';

let companion: Companion;
let replica: Replica;

// One companion for the file: each test works on people and teams of its own.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  companion = await Companion.make();
  await companion.start();
  replica = await startReplica({ companionUrl: companion.url, scimToken: companion.scimToken, adminToken: companion.adminToken });
});

test.beforeEach(async ({ page }) => {
  await page.goto(`${replica.url}/?rendering=current`);
  await page.getByRole('link', { name: 'Manage Teams & Users' }).click();
  await row(page, 'Zoe Partner').waitFor();
});

test.afterAll(async () => {
  await replica.close();
  await companion.remove();
});

const row = (page: Page, words: string) => page.getByRole('row').filter({ hasText: words });

async function menu(page: Page, words: string, item: string): Promise<void> {
  await row(page, words).getByRole('button').last().click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a user is invited directly, shown as pending, edited and deleted', async ({ page }) => {
  await page.getByRole('button', { name: 'Invite users' }).click();
  await page.getByLabel('Email').fill('ida@partner.example');
  await page.getByLabel('First Name').fill('Ida');
  await page.getByLabel('Last Name').fill('Wells');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(row(page, 'Ida Wells')).toContainText('Pending');
  await expect(row(page, 'Ida Wells').getByRole('img', { name: 'SSO connected' })).toHaveCount(0);

  await menu(page, 'Ida Wells', 'View/Edit');
  await page.getByLabel('Last Name').fill('Barnett');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Ida Barnett' })).toBeVisible();
  await page.getByRole('button', { name: 'Deactivate user' }).click();
  await expect(page.getByRole('button', { name: 'Reactivate user' })).toBeVisible();

  await page.getByRole('link', { name: '← Manage Users' }).click();
  await expect(row(page, 'Ida Barnett')).toContainText('Deactivated');
  await menu(page, 'Ida Barnett', 'Delete user');
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(row(page, 'Ida Barnett')).toHaveCount(0);
  expect(await companion.user('ida@partner.example')).toBeUndefined();
});

test('what the IdP owns of a user is refused, and Deactivate is disabled on the user’s page', async ({ page }) => {
  await menu(page, 'Maya Person00', 'Delete user');
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByRole('alert')).toContainText('Maya Person00 is managed by Okta');
  await page.getByRole('button', { name: 'Invite synced Salesforce users' }).click();
  await page.getByLabel('Salesforce email').fill('sf@acme.example');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByRole('alert').last()).toContainText('Salesforce invitations are switched off');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Maya Person00' }).click();
  await expect(page.getByRole('button', { name: 'Deactivate user' })).toBeDisabled();
  await page.getByLabel('First Name').fill('Mia');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').last()).toContainText('The profile of Maya Person00 comes from Okta');
  expect((await companion.user('person00@acme.example'))?.displayName).toBe('Maya Person00');
});

test('chosen users are added to a team with a role; IdP teams are in the list, disabled, with their icon', async ({ page }) => {
  await expect(page.getByRole('button', { name: 'Choose action' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Select Zoe Partner' }).check();
  await page.getByRole('checkbox', { name: 'Select Liam Person02' }).check();
  await page.getByRole('button', { name: 'Choose action' }).click();
  await page.getByRole('menuitem', { name: 'Add to team' }).click();
  const idpTeam = page.getByRole('option', { name: 'Account Executives' });
  await expect(idpTeam).toBeDisabled();
  await expect(idpTeam.getByRole('img', { name: 'IdP team' })).toBeVisible();
  await idpTeam.click({ force: true });
  await expect(page.getByRole('button', { name: 'Add 2 users' })).toBeDisabled();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByLabel('Role').selectOption('Expert');
  const chosen = await page.getByRole('listbox').getByRole('option', { selected: true }).textContent();
  await page.getByRole('button', { name: 'Add 2 users' }).click();
  await expect(row(page, 'Zoe Partner')).toContainText(chosen ?? '');
  await expect(row(page, 'Liam Person02')).toContainText('Expert');
  expect((await companion.user('zoe@partner.example'))?.teams).toMatchObject([{ name: chosen, owner: 'spekit' }]);
});

test('search and filters narrow the list', async ({ page }) => {
  await page.getByLabel('Search users').fill('partner.example');
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByLabel('Search users').fill('');
  await page.getByRole('button', { name: 'Team: All teams' }).click();
  await page.getByRole('option', { name: 'Account Executives' }).click();
  await expect(page.getByRole('row')).toHaveCount(5);
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByLabel('SSO', { exact: true }).selectOption('no');
  await expect(page.getByText('No users found.')).toBeVisible();
});
