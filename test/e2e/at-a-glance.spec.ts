import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openPage } from '../house/walk.ts';
import { ways } from '../house/ways.ts';
import { expect, test } from './fixtures.ts';
import { openOwnPage } from './parts/browser.ts';
import { OktaConsole } from './parts/okta.ts';
import { badgeIn, ourCard, ourStrip } from './parts/ours.ts';

/** The lists that a strip sums up, each with the way that its cards lead. */
const lists = {
  'okta.people': 'https://app.spekit.co/',
  'okta.groups': 'https://app.spekit.co/',
  'okta.push-groups': 'https://app.spekit.co/',
  'okta.assignments': 'https://app.spekit.co/',
  'spekit.manage-users': /^https:\/\/acme-admin\.okta\.com\/admin\/user\/profile\/view\/00u/,
  'spekit.manage-teams': /^https:\/\/acme-admin\.okta\.com\/admin\//,
} as const;

/** What of the page's own lies under the middle of a thing of ours. */
const coveredBy = (page: Page, ours: string) =>
  page.evaluate((css) => {
    const box = document.querySelector(css)?.getBoundingClientRect();
    return document
      .elementsFromPoint(((box?.left ?? 0) + (box?.right ?? 0)) / 2, ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2)
      .filter((element) => !element.matches('[data-sourcemark]') && element.matches('a,button,input,td,[role=button],[role=tab]'))
      .map((element) => element.textContent);
  }, ours);

for (const [id, href] of Object.entries(lists)) {
  for (const way of ways[id] ?? []) {
    test(`${id} in the ${way.rendering} rendering: a strip sums the list up and leads to a row, whose card tells the facts and the way on`, async ({
      context,
    }) => {
      // Where Okta is, is known from the first page there that was open.
      const [group] = ways['okta.groups'] ?? [];
      const groups = id.startsWith('spekit') && group ? await openPage(context, 'okta.groups', group) : null;
      if (groups) await expect(ourStrip(groups)).toBeVisible();
      await groups?.close();
      const page = await openPage(context, id, way);
      const strip = ourStrip(page);
      await expect(strip).toBeVisible();
      await expect(strip).toHaveAccessibleName(/^\d+ of \d+ managed by Okta · last sync \d+ (s|min) ago( · \d+ needs? attention)?$/);
      expect(await coveredBy(page, '[data-sourcemark=strip][aria-expanded]')).toEqual([]);
      await strip.focus();
      await page.keyboard.press('Enter');
      await ourCard(page)
        .getByRole('button', { name: /^Managed by Okta/ })
        .first()
        .click();
      const line = ourCard(page).getByRole('listitem').first();
      const name = (await line.getByRole('button').evaluate((button) => button.firstChild?.textContent)) ?? '';
      await line.getByRole('button').click();
      await expect(ourCard(page)).toHaveAccessibleName(name);
      await expect(ourCard(page)).toContainText('In Spekit since');
      await expect(ourCard(page)).toContainText(/Last change(Okta|Spekit|Sourcemark)/);
      await page.keyboard.press('Tab');
      await expect(ourCard(page).getByRole('link')).toBeFocused();
      await expect(ourCard(page).getByRole('link')).toHaveAttribute('href', href);
      const { violations } = await new AxeBuilder({ page }).include('[data-sourcemark="panel"]').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(ourCard(page)).toHaveCount(0);
      await expect(page.locator('[data-sourcemark="badge"][tabindex="0"]')).toHaveCount(1);
    });
  }
}

for (const way of ways['okta.assignments'] ?? []) {
  test(`an assignment is waited for until the account is there, in the ${way.rendering} rendering`, async ({ context }) => {
    const page = await openPage(context, 'okta.assignments', way);
    const okta = new OktaConsole(page);
    await expect(badgeIn(okta.person('priya.raman@acme.example'))).toBeVisible();
    await okta.assign('dylan.murphy@acme.example');
    const mark = badgeIn(okta.person('dylan.murphy@acme.example'));
    await expect(mark).toHaveAccessibleName(/^(Waiting for sync|Seen in Spekit)/);
    await expect(mark).toHaveAccessibleName(/^Managed by Okta, synced \d+ seconds? ago$/, { timeout: 40_000 });
  });
}

for (const way of ways['okta.push-groups'] ?? []) {
  test(`a push is waited for until the team is there, in the ${way.rendering} rendering`, async ({ context }) => {
    const page = await openPage(context, 'okta.push-groups', way);
    const okta = new OktaConsole(page);
    await expect(badgeIn(okta.row('Sales Development'))).toBeVisible();
    await okta.push('Marketing');
    const mark = badgeIn(okta.row('Marketing'));
    await expect(mark).toHaveAccessibleName(/^(Waiting for sync|Seen in Spekit)/);
    await expect(mark).toHaveAccessibleName(/^Okta: \w+ · Spekit: \d+ members/, { timeout: 40_000 });
  });
}

test('the side panel follows the page, and tells what Okta sent of whom somebody points at', async ({ context }) => {
  const [way] = ways['okta.push-groups'] ?? [];
  if (!way) throw new Error('The page has no rendering.');
  const page = await openPage(context, 'okta.push-groups', way);
  const row = new OktaConsole(page).row('Sales Development');
  await expect(badgeIn(row)).toBeVisible();
  const panel = await openOwnPage(context, 'sidepanel');
  await expect(panel.getByLabel('Follow the page')).toBeChecked();
  await page.bringToFront();
  await badgeIn(row).focus();
  await expect(ourCard(page)).toHaveAccessibleName('Sales Development');
  const story = panel.getByRole('list', { name: 'Story of Sales Development' });
  await expect(story).toContainText('Okta created the team Sales Development');
  await story.getByRole('button', { name: 'Request and answer' }).last().click();
  await expect(story.getByText(/^POST .*\/scim\/v2\/Groups/)).toBeVisible();
  await expect(story.getByRole('textbox', { name: 'What Okta sent' })).toHaveValue(/"displayName": "Sales Development"/);
  await expect(story.getByRole('textbox', { name: 'What it was answered' })).toHaveValue(/"id": "\*id-\d+\*"/);
});
