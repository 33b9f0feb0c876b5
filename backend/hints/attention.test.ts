import { afterEach, beforeEach, expect, test } from 'vitest';
import { activityAnswer, attentionAnswer } from '../../contract/attention.ts';
import { created, idOf, oktaGroup, oktaUser, patchOf, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const attention = async () => attentionAnswer.strict().parse((await companion.api('GET', '/attention')).body);
const deactivate = (id: string) => companion.scim('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active: false } }));

test('where all is well there is nothing to look at', async () => {
  await created(companion, '/Groups', oktaGroup('Sales', [await created(companion, '/Users', oktaUser('maya@acme.example'))]));
  expect(await attention()).toMatchObject({ refused: [], sameName: [], lastAdmin: null, leftAlone: [] });
});

test('refused requests stand together by their cause, in Okta’s words, until they are solved', async () => {
  await companion.scim('POST', '/Groups', oktaGroup('All Spekit Users'));
  const sales = await created(companion, '/Groups', oktaGroup('Sales'));
  await companion.scim('PATCH', `/Groups/${sales}`, patchOf({ op: 'replace', value: { id: sales, displayName: 'All Spekit Users' } }));
  for (const name of ['jo', 'al']) await companion.scim('POST', '/Users', { ...oktaUser(`${name}@acme.example`), active: 'perhaps' });
  const { refused } = await attention();
  const names = refused.map(({ subjects }) => subjects.map(({ kind, name }) => `${kind} ${name}`));
  expect(names).toEqual([['user al@acme.example', 'user jo@acme.example'], ['team Sales'], ['team All Spekit Users']]);
  expect(refused[0]?.subjects[1]).toEqual({ kind: 'user', id: null, name: 'jo@acme.example' });
  for (const { detail, reason } of refused) expect([detail, reason]).not.toContain('');

  await created(companion, '/Users', oktaUser('jo@acme.example'));
  await companion.scim('PATCH', `/Groups/${sales}`, patchOf({ op: 'replace', value: { id: sales, displayName: 'Sales EMEA' } }));
  // Nobody has made it good that a team of the reserved name was asked for.
  expect((await attention()).refused.flatMap(({ subjects }) => subjects.map(({ name }) => name))).toEqual([
    'al@acme.example',
    'All Spekit Users',
  ]);
});

test('teams of one name, by whose they are', async () => {
  await companion.api('POST', '/spekit/teams', { name: 'Sales' });
  await companion.api('POST', '/spekit/teams', { name: 'Partners' });
  await created(companion, '/Groups', oktaGroup('SALES'));
  expect((await attention()).sameName).toEqual([{ name: expect.stringMatching(/^sales$/i), idp: 1, spekit: 1 }]);
});

test('the last Account Admin, and that there is none left', async () => {
  const [ann, ben] = [
    await created(companion, '/Users', oktaUser('ann@acme.example')),
    await created(companion, '/Users', oktaUser('ben@acme.example')),
  ];
  await companion.api('PUT', `/spekit/users/${ann}/role`, { role: 'Account Admin' });
  expect((await attention()).lastAdmin).toEqual({ active: [{ id: ann, name: 'ann Doe', owner: 'idp' }] });
  await companion.api('PUT', `/spekit/users/${ben}/role`, { role: 'Account Admin' });
  expect((await attention()).lastAdmin).toBeNull();
  await deactivate(ben);
  expect((await attention()).lastAdmin?.active.map(({ id }) => id)).toEqual([ann]);
  await deactivate(ann);
  expect((await attention()).lastAdmin).toEqual({ active: [] });
});

test('Spekit’s own teams in which nobody is left whom Okta has not deactivated', async () => {
  const ann = await created(companion, '/Users', oktaUser('ann@acme.example'));
  const team = async (name: string) => idOf(await companion.api('POST', '/spekit/teams', { name }));
  const [alone, mixed] = [await team('Alone'), await team('Mixed')];
  await team('Empty');
  const dana = idOf(await companion.api('POST', '/spekit/users', { email: 'dana@partner.example' }));
  for (const [to, userId] of [
    [alone, ann],
    [mixed, ann],
    [mixed, dana],
  ])
    expect((await companion.api('POST', `/spekit/teams/${to}/members`, { userId })).status).toBe(200);
  expect((await attention()).leftAlone).toEqual([]);
  await deactivate(ann);
  expect((await attention()).leftAlone).toEqual([{ team: { id: alone, name: 'Alone' }, members: 1, user: 'ann Doe' }]);
});

test('a day by the hour: what Okta sent, and what of it was refused', async () => {
  await created(companion, '/Users', oktaUser('ann@acme.example'));
  await companion.scim('POST', '/Groups', oktaGroup('All Spekit Users'));
  await companion.api('POST', '/spekit/teams', { name: 'Not Okta’s' });
  const { hours } = activityAnswer.strict().parse((await companion.api('GET', '/activity')).body);
  expect(hours.map(({ from }) => Date.parse(from) % 3_600_000)).toEqual(Array.from({ length: 24 }, () => 0));
  const sum = (what: 'changes' | 'refused') => hours.reduce((all, one) => all + one[what], 0);
  expect([sum('changes'), sum('refused')]).toEqual([2, 1]);
  expect(hours.slice(0, 22).every(({ changes }) => changes === 0)).toBe(true);
});
