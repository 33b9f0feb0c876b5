import { afterAll, beforeAll, expect, test } from 'vitest';
import { whyAnswer } from '../../contract/why.ts';
import { created, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
let ann: string;
let sales: string;
beforeAll(async () => {
  companion = await TestCompanion.start();
});
afterAll(() => companion.end());

/** What was looked at, and what is to be done. */
async function why(user: string, team: string): Promise<[steps: string, next: string]> {
  const { status, body, text } = await companion.api('GET', `/why?${new URLSearchParams({ user, team })}`);
  expect([status, text]).toEqual([200, text]);
  const { steps, next } = whyAnswer.parse(body);
  return [steps.map(({ check, state }) => `${check}: ${state}`).join(', '), next];
}

test('while Okta has sent nothing, the connection is the cause', async () => {
  expect(await why('ann@example.com', 'Sales')).toEqual(['connected: no', 'connect']);
});

test('who was not sent is not assigned; who was refused is to be corrected, in the words that Okta shows', async () => {
  ann = await created(companion, '/Users', oktaUser('ann@example.com'));
  sales = await created(companion, '/Groups', oktaGroup('Sales'));
  expect(await why('ben@example.com', 'Sales')).toEqual(['connected: yes, assigned: no', 'assign-person']);
  await companion.scim('POST', '/Users', { ...oktaUser('ben@example.com'), emails: 'none' });
  const refused = await companion.api('GET', '/why?user=ben@example.com&team=Sales');
  expect(refused.body).toMatchObject({
    user: null,
    team: { name: 'Sales' },
    steps: [{ check: 'connected' }, { check: 'assigned', state: 'no', at: expect.any(String), detail: expect.stringContaining('emails') }],
    next: 'correct-person',
  });
});

test('a group that was not pushed, was refused, or is Spekit’s own', async () => {
  expect(await why(ann, 'Marketing')).toEqual(['connected: yes, assigned: yes, active: yes, pushed: no', 'push-group']);
  await companion.scim('POST', '/Groups', oktaGroup('All Spekit Users'));
  expect((await why(ann, 'all spekit users'))[1]).toBe('correct-group');
  await companion.api('POST', '/spekit/teams', { name: 'Lunch' });
  expect(await why('ann Doe', 'Lunch')).toEqual(['arrived: no', 'add-in-spekit']);
});

test('whoever is not a member yet may not be in the group, which Okta alone can tell; a refused request of the group comes before', async () => {
  expect(await why('ANN@example.com', 'sales')).toEqual([
    'connected: yes, assigned: yes, active: yes, pushed: yes, accepted: yes, arrived: unknown',
    'add-to-group',
  ]);
  await companion.scim('PUT', `/Groups/${sales}`, oktaGroup('Sales', ['nobody']));
  expect((await why(ann, sales))[1]).toBe('retry-group');
  await companion.scim('PUT', `/Groups/${sales}`, oktaGroup('Sales', [ann]));
  expect(await why(ann, sales)).toEqual(['connected: yes, assigned: yes, active: yes, pushed: yes, arrived: yes', 'none']);
});

test('a deactivated person is told before the team is looked at', async () => {
  await companion.scim('PUT', `/Users/${ann}`, oktaUser('ann@example.com', { active: false }));
  expect(await why(ann, 'Sales')).toEqual(['connected: yes, assigned: yes, active: no', 'activate-person']);
});

test('a question without a person or a team is refused in words', async () => {
  expect((await companion.api('GET', '/why?user=%20&team=Sales')).status).toBe(400);
  expect((await companion.api('GET', '/why?user=ann')).status).toBe(400);
});
