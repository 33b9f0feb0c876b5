import { expect, test } from 'vitest';
import { listOf, oktaGroup, oktaUser, patchOf } from '../testing/companion.ts';
import { startRelay, startSpekit } from '../testing/spekit.ts';
import { ask, staged } from '../testing/staged.ts';

test('Spekit’s own that were imported become one with what Okta pushed on, and stay so as Okta goes on', async () => {
  const spekit = await startSpekit();
  const relay = await startRelay(spekit.url);
  const { maya, noor, jon, sales } = await staged(relay);
  expect(await ask(relay, 'GET', '/mapping')).toMatchObject({ account: { connection: 'staging' }, okta: { users: 3, teams: 1 } });
  const rows = (await ask(relay, 'GET', '/mapping/rows?kind=user'))['rows'] as { id: string; name: string }[];
  const own = (name: string) => rows.find((row) => row.name === name)?.id;
  await ask(relay, 'POST', '/mapping/decisions', {
    decisions: [
      { kind: 'user', id: own('Jon Smith'), decision: 'merge', with: jon },
      { kind: 'user', id: own('Noor Haddad'), decision: 'merge', with: noor },
    ],
  });
  expect(await ask(relay, 'POST', '/mapping/complete', {})).toMatchObject({ account: { connection: 'connected' } });

  expect((await relay.scim('PUT', `/Users/${maya}`, oktaUser('maya@acme.example', { title: 'Boss' }))).status).toBe(200);
  await relay.scim('PATCH', `/Users/${jon}`, patchOf({ op: 'replace', value: { active: false } }));
  await relay.scim('PUT', `/Groups/${sales}`, oktaGroup('Sales', [maya, noor]));
  expect((await relay.api('GET', `/spekit/users/${maya}`)).body).toMatchObject({ owner: 'idp', role: 'Expert' });
  expect((await relay.api('GET', `/spekit/users/${jon}`)).body).toMatchObject({ owner: 'idp', role: 'Team Admin', active: false });
  const members = listOf(await relay.api('GET', `/spekit/teams/${sales}/members`), 'members').map(({ id }) => id);
  expect(members.sort()).toEqual([maya, noor].sort());
  expect(listOf(await spekit.scim('GET', '/Users'))).toHaveLength(3);
});
