import { afterEach, beforeEach, expect, test } from 'vitest';
import { created, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

test('a confirmation that is written late does not solve what was refused since', async () => {
  const user = await created(companion, '/Users', oktaUser('maya@acme.example'));
  await created(companion, '/Users', oktaUser('noor@acme.example'));
  const team = await created(companion, '/Groups', oktaGroup('Sales', [user]));
  expect((await companion.scim('PUT', `/Users/${user}`, oktaUser('maya@acme.example'))).status).toBe(200);
  expect((await companion.scim('PUT', `/Groups/${team}`, oktaGroup('Sales', [user]))).status).toBe(200);
  expect((await companion.scim('PUT', `/Users/${user}`, oktaUser('noor@acme.example'))).status).toBe(409);
  expect((await companion.scim('PUT', `/Groups/${team}`, oktaGroup('Sales', ['nobody']))).status).toBe(400);
  for (const path of [`/spekit/users/${user}`, `/spekit/teams/${team}`]) {
    const { body } = await companion.api('GET', path);
    expect([path, body['sync']]).toMatchObject([path, { refusal: { reason: expect.any(String) } }]);
  }
});
