import { expect, type Page, test } from '@playwright/test';
import { launchWithExtension, openOwnPage } from '../test/e2e/parts/browser.ts';
import { playCompanion } from '../test/e2e/parts/played-companion.ts';

// Two windows of ours and a page of a host app, in the built extension: what is set in one is seen in the others.

const second = { timeout: 1_000 };
const html = `<!doctype html><html lang="en"><main><h1>Manage Teams</h1><button>Create a Team</button><table><thead><tr><th>Team name</th></tr></thead>
  <tbody><tr><td>Account Executives</td></tr><tr><td>Onboarding Buddies</td></tr></tbody></table></main></html>`;
const badge = (page: Page) => page.locator('[data-sourcemark=badge]');

test('a change in one window is seen in another, and on open pages, within a second; everything forgotten ends what they show', async () => {
  const companion = await playCompanion();
  const context = await launchWithExtension(9);
  try {
    await context.route('https://app.spekit.co/**', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    const one = await openOwnPage(context, 'options');
    const other = await openOwnPage(context, 'options');
    const teams = await context.newPage();
    await teams.goto('https://app.spekit.co/app/settings/teams');

    await one.getByLabel('Companion URL').fill(companion.state.url);
    await one.getByLabel('Access token', { exact: true }).fill(companion.state.token);
    await one.getByRole('button', { name: 'Save' }).click();
    await expect(one.getByText('Connected', { exact: true })).toBeVisible();
    await expect(other.getByLabel('Companion URL')).toHaveValue(companion.state.url, second);
    await expect(badge(teams)).toHaveAccessibleName(/^Managed by Okta/);

    const marks = (page: Page) => page.getByRole('group', { name: "On Spekit's pages" }).getByRole('checkbox', { name: /^Marks/ });
    await marks(one).uncheck();
    await expect(marks(other)).not.toBeChecked(second);
    await expect(badge(teams)).toHaveCount(0, second);
    await marks(other).check();
    await expect(marks(one)).toBeChecked(second);
    await expect(badge(teams)).toBeVisible();

    await one.getByLabel('Theme').selectOption('dark');
    await expect(other.locator('html')).toHaveCSS('color-scheme', 'dark', second);
    await one.getByLabel('Language').selectOption('de');
    await expect(other.getByRole('heading', { level: 1, name: 'Sourcemark-Optionen' })).toBeVisible(second);
    await expect(other.locator('html')).toHaveAttribute('lang', 'de');
    await expect(badge(teams)).toHaveAccessibleName(/^Von Okta verwaltet/);

    await other.getByRole('button', { name: /^Alles vergessen/ }).click();
    await other.getByRole('button', { name: 'Alles vergessen', exact: true }).click();
    await expect(one.getByLabel('Companion URL')).toHaveValue('', second);
    await expect(badge(teams)).toHaveCount(0);
    await expect(one.locator('html')).toHaveAttribute('lang', 'en');
  } finally {
    await context.close();
    await companion.close();
  }
});
