import { expect, test } from './fixtures.ts';
import { openOwnPage } from './parts/browser.ts';
import { enter } from './parts/enter.ts';

test('why somebody is not in a team is told step by step, and turns by itself once it is mended in Okta', { tag: '@firefox' }, async ({
  context,
  companion,
  playgroundPort: _,
}) => {
  const popup = await openOwnPage(context, 'popup');
  await enter(popup.getByRole('searchbox'), 'Hannah');
  await enter(popup.getByLabel('Why not in a team?'), 'Marketing');
  await popup.keyboard.press('Enter');
  const steps = popup.locator('.why-step');
  await expect(steps).toHaveText([/Okta sends/, /Hannah Kowalski is assigned/, /account is active/, /Marketing is not pushed/]);
  await expect(popup.getByText('Push the group Marketing in Okta.')).toBeVisible();

  const send = async (method: string, path: string, body?: object): Promise<{ id: string; Resources: { id: string }[] }> => {
    const headers = { authorization: `Bearer ${companion.scimToken}`, 'content-type': 'application/scim+json' };
    const answer = await fetch(`${companion.url}/scim/v2${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return (await answer.json()) as { id: string; Resources: { id: string }[] };
  };
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group'];
  const { id } = await send('POST', '/Groups', { schemas, displayName: 'Marketing', members: [] });
  await expect(popup.getByText(/^Add Hannah Kowalski to the group Marketing in Okta/)).toBeVisible({ timeout: 30_000 });
  await expect(steps.last()).toContainText('Okta has not sent Hannah Kowalski as a member');

  const { Resources } = await send('GET', `/Users?filter=${encodeURIComponent('displayName eq "Hannah Kowalski"')}`);
  await send('PUT', `/Groups/${id}`, { schemas, displayName: 'Marketing', members: Resources.map((one) => ({ value: one.id })) });
  await expect(popup.getByText('Nothing to do.')).toBeVisible({ timeout: 30_000 });
  await expect(steps.last()).toContainText('Hannah Kowalski is in Marketing');
});
