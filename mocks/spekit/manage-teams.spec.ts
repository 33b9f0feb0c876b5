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
  await page.getByRole('link', { name: 'Manage Teams' }).click();
  await row(page, 'Account Executives').waitFor();
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

test('description and access of an IdP team are edited in one form', async ({ page }) => {
  await menu(page, 'Account Executives', 'Edit team');
  await expect(page.getByRole('dialog', { name: 'Edit team' }).getByLabel('Team Name')).toBeFocused();
  await page.getByLabel('Description (optional)').fill('Closes new business');
  await page.getByLabel('Can access all Topics?').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Account Executives')).toContainText('Closes new business');
  await expect(page.getByRole('status')).toHaveText('Team saved');
  const team = await companion.team('Account Executives');
  expect(team).toMatchObject({ description: 'Closes new business', access: { allTopics: false, speksWithoutTopic: true } });
});

test('rename and delete of an IdP team are refused, in the words of the companion, at the bottom left', async ({ page }) => {
  await menu(page, 'Account Executives', 'Rename team');
  await page.getByLabel('Team Name').fill('Sellers');
  await page.getByLabel('Team Name').press('Enter');
  await expect(page.getByRole('alert')).toContainText('Account Executives is managed by Okta');
  await expect(page.getByRole('dialog', { name: 'Rename team' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await menu(page, 'Account Executives', 'Delete team');
  await page.getByRole('dialog', { name: 'Are you sure?' }).getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByRole('alert').last()).toContainText('cannot be deleted in Spekit');
  const box = await page.getByRole('alert').last().boundingBox();
  expect(box?.x).toBeLessThan(40);
  expect(await companion.team('Account Executives')).toBeDefined();
  await expect(row(page, 'Account Executives')).toHaveCount(1);
});

test('a team of Spekit’s own is created, renamed and deleted', async ({ page }) => {
  await page.getByRole('button', { name: 'Create a Team' }).click();
  await page.getByLabel('Team Name').fill('Book Club');
  await page.getByRole('button', { name: 'Create and add Users' }).click();
  await expect(page.getByRole('heading', { name: 'Book Club' })).toBeVisible();
  await page.getByRole('button', { name: 'Add users' }).click();
  await page.getByLabel('Search people').fill('Zoe');
  await page.getByRole('checkbox', { name: 'Zoe Partner' }).check();
  await page.getByRole('button', { name: 'Add 1 user' }).click();
  await expect(row(page, 'Zoe Partner')).toBeVisible();

  await page.getByRole('link', { name: '← Manage Teams' }).click();
  await menu(page, 'Book Club', 'Rename team');
  await page.getByLabel('Team Name').fill('Reading Circle');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(row(page, 'Reading Circle')).toContainText('1 member');
  await expect(row(page, 'Reading Circle').getByRole('img', { name: 'IdP team' })).toHaveCount(0);

  await menu(page, 'Reading Circle', 'Delete team');
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(row(page, 'Reading Circle')).toHaveCount(0);
  expect(await companion.team('Reading Circle')).toBeUndefined();
});

test('a member’s role is changed by selecting the user', async ({ page }) => {
  await row(page, 'Account Executives').getByRole('link').click();
  await page.getByRole('radio', { name: 'Select Noor Person01' }).check();
  await page.getByLabel('Role of Noor Person01').selectOption('Expert');
  await expect(row(page, 'Noor Person01')).toContainText('Expert');
  expect((await companion.user('person01@acme.example'))?.role).toBe('Expert');
  await row(page, 'Noor Person01').getByRole('button', { name: 'Remove User' }).click();
  await row(page, 'Noor Person01').getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByRole('alert')).toContainText('The members of Account Executives are managed by Okta');
});

test('is worked with the keyboard alone, and the dialog holds the focus', async ({ page }) => {
  await page.getByRole('button', { name: 'Actions for Onboarding Buddies' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit team' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Delete team' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Are you sure?' });
  for (const _ of [1, 2, 3, 4]) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.getByRole('link', { name: 'Manage Users' }).evaluate((link) => link.focus());
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Actions for Onboarding Buddies' })).toBeFocused();
  expect(await companion.team('Onboarding Buddies')).toBeDefined();
});

test('shows what Okta pushes while it is open, and keeps the nodes of the rows that stay', async ({ page }) => {
  await row(page, 'Onboarding Buddies').evaluate((element) => Reflect.set(element, 'seen', true));
  await fetch(`${companion.url}/scim/v2/Groups`, {
    method: 'POST',
    headers: { authorization: `Bearer ${companion.scimToken}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Finance' }),
  });
  await expect(row(page, 'Finance').getByRole('img', { name: 'IdP team' })).toBeVisible();
  expect(await row(page, 'Onboarding Buddies').evaluate((element) => Reflect.get(element, 'seen'))).toBe(true);
});
