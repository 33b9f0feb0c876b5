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
  await page.goto(`${replica.url}/?rendering=older`);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Manage' }).first().click();
  await page.getByText('Onboarding Buddies').waitFor();
});

test.afterAll(async () => {
  await replica.close();
  await companion.remove();
});

/** A card has no role: it is the smallest box that holds the words and a trash can. */
const teamCard = (page: Page, words: string) =>
  page
    .locator('div')
    .filter({ hasText: words })
    .filter({ has: page.getByRole('button', { name: 'Delete team' }) })
    .last();

test('a team is renamed in place by the pencil and Enter; of an IdP team the companion refuses it', async ({ page }) => {
  await teamCard(page, 'Demo Day').getByRole('button', { name: 'Rename team' }).click();
  await page.getByLabel('Team Name').fill('Welcome Crew');
  await page.getByLabel('Team Name').press('Enter');
  await expect(page.getByText('Welcome Crew', { exact: true })).toBeVisible();
  expect(await companion.team('Welcome Crew')).toBeDefined();

  await teamCard(page, 'Account Executives').getByRole('button', { name: 'Rename team' }).click();
  await page.getByLabel('Team Name').fill('Sellers');
  await page.getByLabel('Team Name').press('Enter');
  await expect(page.getByText('Account Executives is managed by Okta')).toBeVisible();
  await expect(page.getByText('Sellers', { exact: true })).toHaveCount(0);
});

test('the trash can asks in the line itself, and deletes what is Spekit’s own', async ({ page }) => {
  await teamCard(page, 'Office Lunch').getByRole('button', { name: 'Delete team' }).click();
  await page.getByRole('button', { name: '✕' }).click();
  await teamCard(page, 'Office Lunch').getByRole('button', { name: 'Delete team' }).click();
  await page.getByRole('button', { name: '✓' }).click();
  await expect(page.getByText('Office Lunch', { exact: true })).toHaveCount(0);
  expect(await companion.team('Office Lunch')).toBeUndefined();

  await teamCard(page, 'Account Executives').getByRole('button', { name: 'Delete team' }).click();
  await page.getByRole('button', { name: '✓' }).click();
  await expect(page.getByText('cannot be deleted in Spekit')).toBeVisible();
  expect(await companion.team('Account Executives')).toBeDefined();
});

test('description and access are edited in a box without a focus trap; every card is built anew by that', async ({ page }) => {
  await page.getByText('Onboarding Buddies', { exact: true }).evaluate((element) => Reflect.set(element, 'seen', true));
  await teamCard(page, 'Account Executives').getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Description (optional)').fill('Closes new business');
  await page.getByLabel('Can access all Topics?').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  // The words stand in the box's field too, until it closes.
  await expect(page.getByLabel('Description (optional)')).toHaveCount(0);
  await expect(page.getByText('Closes new business')).toBeVisible();
  expect(await companion.team('Account Executives')).toMatchObject({ description: 'Closes new business', access: { allTopics: false } });
  const other = page.getByText('Onboarding Buddies', { exact: true });
  await expect.poll(() => other.evaluate((element) => Reflect.get(element, 'seen'))).toBeUndefined();
});

test('a created team opens its users', async ({ page }) => {
  await page.getByRole('button', { name: 'Create a Team' }).click();
  await page.getByLabel('Team Name').fill('Book Club');
  await page.getByRole('button', { name: 'Create and add Users' }).click();
  await page.getByText('Manage Users of Book Club').waitFor();
  await page.getByLabel('User to add').selectOption('Zoe Partner');
  await page.getByRole('button', { name: 'Add 1 user' }).click();
  await page.getByRole('button', { name: 'Remove User' }).click();
  await page.getByRole('button', { name: '✓' }).click();
  await expect(page.getByText('Nobody is in this team yet.')).toBeVisible();
});

test('the list of users recycles its rows, and users are invited, added to a team and deleted', async ({ page }) => {
  await page.getByRole('link', { name: 'All Users' }).click();
  const list = page.getByRole('region', { name: 'Users' });
  await list.getByText('Aisha Person05').waitFor();
  expect(await list.getByRole('checkbox').count()).toBeLessThan(20);
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(list.getByText('Aisha Person05')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Invite synced Salesforce users' })).toBeDisabled();

  await page.getByRole('button', { name: 'Invite users' }).click();
  await page.getByLabel('Email').fill('ida@partner.example');
  await page.getByLabel('First Name').fill('Ida');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByLabel('Search').fill('partner.example');
  await page.getByLabel('Select Ida').check();
  await page.getByLabel('Choose action').selectOption('Add to team');
  await expect(page.getByRole('button', { name: 'Account Executives IdP' })).toBeDisabled();
  await page.getByRole('button', { name: 'Onboarding Buddies' }).click();
  await page.getByRole('button', { name: 'Add 1 user' }).click();
  await expect
    .poll(async () => (await companion.user('ida@partner.example'))?.teams.map(({ name }) => name))
    .toEqual(['Onboarding Buddies']);

  await page.getByLabel('Search').fill('ida@');
  await page.getByRole('button', { name: 'Delete user' }).click();
  await page.getByRole('button', { name: '✓' }).click();
  await expect.poll(() => companion.user('ida@partner.example')).toBeUndefined();
});
