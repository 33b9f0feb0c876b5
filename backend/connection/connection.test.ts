import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../contract/changes.ts';
import { created, listOf, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const history = async (): Promise<Change[]> => listOf(await companion.api('GET', '/changes?limit=1000'), 'changes') as unknown as Change[];
const connection = async (): Promise<unknown> => (await companion.api('GET', '/status')).body['account'];

test('an empty account is connected by Okta’s first write; one with people of its own is staging until an admin finishes that', async () => {
  expect(await connection()).toMatchObject({ type: 'production', connection: 'not-connected' });
  await companion.scim('GET', '/Users');
  await companion.scim('POST', '/Groups', oktaGroup('All Spekit Users'));
  expect(await connection()).toMatchObject({ connection: 'not-connected' });
  await created(companion, '/Users', oktaUser('maya@acme.example'));
  expect(await connection()).toMatchObject({ connection: 'connected' });
  expect((await history()).filter((change) => change.subject.kind === 'account')).toMatchObject([
    { source: 'companion', event: 'account.connected', facts: { by: 'scim' } },
  ]);

  const answer = await companion.api('POST', '/account/connection', { state: 'not-connected' });
  expect(answer.body).toMatchObject({ connection: 'not-connected' });
  expect((await companion.scim('GET', '/Users')).body['totalResults']).toBe(0);
  await created(companion, '/Users', oktaUser('noor@acme.example'));
  expect(await connection()).toMatchObject({ connection: 'staging' });
  expect((await companion.api('POST', '/spekit/users', { email: 's@acme.example', via: 'salesforce' })).body).toMatchObject({
    error: { code: 'owned-elsewhere', reason: 'salesforce-invites-off' },
  });
  await companion.api('POST', '/account/connection', { state: 'connected' });
  expect(await connection()).toMatchObject({ connection: 'connected' });
  const told = (await history()).filter((change) => change.subject.kind === 'account').map(({ event, facts }) => [event, facts.by]);
  expect(told).toEqual([
    ['account.connected', 'scim'],
    ['account.disconnected', 'admin'],
    ['account.staging', 'scim'],
    ['account.connected', 'admin'],
  ]);
});

test.each(['sandbox', 'additional'] as const)(
  'a %s account is not connected: every write of Okta is refused in the rule’s words, reads are not',
  async (accountType) => {
    const other = await TestCompanion.start({ accountType });
    const refused = [
      await other.scim('POST', '/Users', oktaUser('maya@acme.example')),
      await other.scim('POST', '/Groups', oktaGroup('Sales')),
      await other.scim('PUT', '/Users/x', oktaUser('maya@acme.example')),
      await other.scim('DELETE', '/Groups/x'),
    ];
    for (const answer of refused) {
      expect(answer.status).toBe(403);
      expect(answer.body['detail']).toMatch(/^Only the production account can be connected\./);
    }
    expect((await other.scim('GET', '/Users')).body['totalResults']).toBe(0);
    expect((await other.api('POST', '/account/connection', { state: 'connected' })).body).toMatchObject({
      error: { code: 'owned-elsewhere', reason: 'connect-production-only' },
    });
    expect((await other.api('GET', '/status')).body).toMatchObject({
      account: { type: accountType, connection: 'not-connected' },
      refusals: 4,
    });
    await other.end();
  },
);
