import type { Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openOwnPage } from './parts/browser.ts';
import { ourDialog } from './parts/ours.ts';

/** A page that no release of ours has seen: Okta has moved the groups to another address, under other words. */
const squads = {
  id: 'okta.squads',
  path: '/admin/squads',
  shows: [[{ role: 'heading', name: 'squads' }]],
  lists: [{ id: 'squads', kind: 'team', expected: true, names: [{ column: 'squad' }] }],
  controls: [{ id: 'delete', action: 'okta.group.delete', name: 'dissolve', of: 'team' }],
  expects: [],
};
type Chrome = { storage: { local: { remove(key: string): Promise<void> } } };

const pack = { version: '2026-12', extension: { from: '0.1.0', before: '1.0.0' }, pages: [squads] };

const page = `<!doctype html><title>Squads</title><h1>Squads</h1>
  <div role="table"><div role="row"><span role="columnheader">Squad</span><span role="columnheader">What</span></div>
  ${['Enablement', 'Everyone'].map((name) => `<div role="row"><span role="cell">${name}</span><span role="cell"><button onclick="document.title='gone'">Dissolve</button></span></div>`).join('')}
  </div>`;

test('a page that this release does not know is marked and guarded by the page pack of the companion', { tag: '@firefox' }, async ({
  okta,
  context,
  companion,
}) => {
  const give = async (method: string, body?: object): Promise<number> => {
    const headers = { authorization: `Bearer ${companion.adminToken}`, ...(body && { 'content-type': 'application/json' }) };
    return (await fetch(`${companion.url}/api/v1/pages`, { method, headers, ...(body && { body: JSON.stringify(body) }) })).status;
  };
  await context.route('**/admin/squads', (route: Route) => route.fulfill({ contentType: 'text/html', body: page }));
  await okta.goto('https://acme-admin.okta.com/admin/squads');
  await expect(okta.getByRole('heading')).toBeVisible();
  expect(await give('PUT', pack)).toBe(200);

  // The companion is asked once a minute at most: a new profile would ask at once, this one asks when it starts anew.
  const popup = await openOwnPage(context, 'popup');
  await popup.evaluate(() => (Reflect.get(globalThis, 'chrome') as Chrome).storage.local.remove('page-pack'));
  await okta.bringToFront();
  await okta.reload();
  const badge = okta.locator('[data-sourcemark="badge"]');
  await expect(badge).toHaveCount(1);
  await expect(badge).toHaveAttribute('data-owner', 'idp');

  await okta
    .getByRole('row', { name: /Enablement/ })
    .getByRole('button')
    .click();
  await expect(ourDialog(okta)).toContainText('is expected to stay in Spekit');
  await ourDialog(okta).getByRole('button', { name: 'Go back' }).click();
  await expect(okta).toHaveTitle('Squads');

  // Opened anew beside the page that is in front.
  await popup.close();
  const again = await openOwnPage(context, 'popup');
  await expect(again.getByText('Read as page pack 2026-12 of your companion describes it.')).toBeVisible();
});
