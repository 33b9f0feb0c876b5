import type { Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openOwnPage } from './parts/browser.ts';
import { enter } from './parts/enter.ts';
import { ourDialog } from './parts/ours.ts';

/** A page that no release of ours knows; to press *Dissolve* would end it. */
const html = `<!doctype html><title>Squads</title><main><h1>Squads</h1>
  <table><thead><tr><th>Squad</th><th>People</th><th></th></tr></thead><tbody>
  ${['Account Executives', 'Enablement', 'Nobody Knows']
    .map((name) => `<tr><td><b>${name}</b></td><td>4</td><td><button onclick="document.title='gone'">Dissolve ${name}</button></td></tr>`)
    .join('')}</tbody></table></main>`;

test('somebody shows where the names are and what a control does: from then on the page is marked and guarded, until it is forgotten', {
  tag: '@firefox',
}, async ({ okta, context, companion }) => {
  await context.route('**/admin/squads', (route: Route) => route.fulfill({ contentType: 'text/html', body: html }));
  await okta.goto('https://acme-admin.okta.com/admin/squads');
  await expect(okta.getByRole('heading')).toBeVisible();
  const popup = await openOwnPage(context, 'popup');
  await okta.bringToFront();
  await popup.getByRole('button', { name: 'Teach Sourcemark this page…' }).click();

  const panel = okta.getByRole('dialog', { name: 'Teach Sourcemark this page' });
  await expect(panel).toContainText('Point at the name of one team');
  const press = async (name: string): Promise<void> => {
    const box = await okta.getByText(name, { exact: true }).boundingBox();
    await okta.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  };
  await press('Enablement');
  await expect(panel).toContainText('Found 3 of them: Account Executives, Enablement, Nobody Knows.');
  await panel.getByRole('button', { name: 'Yes, use this' }).click();
  await panel.getByLabel('It').selectOption('deletes the group');
  await press('Dissolve Enablement');
  await expect(panel).toContainText('Sourcemark will speak up at “Dissolve Enablement”.');
  await expect(okta).toHaveTitle('Squads');
  await panel.getByRole('button', { name: 'Finish' }).click();
  await expect(panel).toContainText('Taught.');
  await panel.getByRole('button', { name: 'Load the page anew' }).click();

  const badges = okta.locator('[data-sourcemark="badge"]');
  await expect(badges).toHaveCount(2);
  await expect(okta.getByRole('row', { name: /^Enablement/ }).locator('[data-sourcemark="badge"]')).toHaveAttribute('data-owner', 'idp');
  await okta.getByRole('button', { name: 'Dissolve Account Executives' }).click();
  await expect(ourDialog(okta)).toContainText('The team Account Executives is expected to stay in Spekit');
  await ourDialog(okta).getByRole('button', { name: 'Go back' }).click();
  await expect(okta).toHaveTitle('Squads');

  // Shared, it comes from the companion, to everybody.
  await popup.getByRole('button', { name: 'Share through the companion' }).click();
  await expect(popup.getByText(/^Shared:/)).toBeVisible();
  const headers = { authorization: `Bearer ${companion.adminToken}` };
  const given = (await (await fetch(`${companion.url}/api/v1/pages`, { headers })).json()) as { pack: { pages: { id: string }[] } };
  expect(given.pack.pages.map(({ id }) => id)).toEqual(['okta.taught-admin-squads']);
  await okta.reload();
  await expect(badges).toHaveCount(2);
});

test('what was taught can be forgotten; Esc ends teaching, and a name can be typed instead of pointed at', async ({ okta, context }) => {
  await context.route('**/admin/squads', (route: Route) => route.fulfill({ contentType: 'text/html', body: html }));
  await okta.goto('https://acme-admin.okta.com/admin/squads');
  const popup = await openOwnPage(context, 'popup');
  const teach = popup.getByRole('button', { name: 'Teach Sourcemark this page…' });
  const panel = okta.getByRole('dialog', { name: 'Teach Sourcemark this page' });
  await okta.bringToFront();
  await teach.click();
  await expect(panel).toBeVisible();
  await okta.keyboard.press('Escape');
  await expect(okta.locator('[data-sourcemark]')).toHaveCount(0);

  await teach.click();
  const typed = panel.getByLabel('Or type a name that the list shows');
  await enter(typed, 'Nowhere');
  await typed.press('Enter');
  await expect(panel).toContainText('The page shows no “Nowhere”.');
  await enter(typed, 'Enablement');
  await typed.press('Enter');
  await panel.getByRole('button', { name: 'Yes, use this' }).click();
  await panel.getByRole('button', { name: 'Finish' }).click();
  await panel.getByRole('button', { name: 'Load the page anew' }).click();
  await expect(okta.locator('[data-sourcemark="badge"]')).toHaveCount(2);

  await popup.getByRole('button', { name: 'Forget okta.taught-admin-squads' }).click();
  await expect(popup.getByText('okta.taught-admin-squads')).toHaveCount(0);
  await okta.reload();
  await expect(okta.getByRole('heading')).toBeVisible();
  await expect(okta.locator('[data-sourcemark]')).toHaveCount(0);
});
