import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from '../store/sql.ts';
import { created, oktaUser, patchOf, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

test('no password and no token is on the disk, however it was sent', async () => {
  const secret = 'Hunter2!x';
  const hidden = { password: secret, accessToken: secret, 'urn:x:y': { Authorization: `Bearer ${secret}` } };
  const id = await created(companion, '/Users', oktaUser('maya@acme.example', { ...hidden, title: 'Engineer' }));
  const patches = [
    { op: 'replace', value: { password: secret, title: 'Lead' } },
    { op: 'replace', path: 'PASSWORD', value: secret },
    { op: 'remove', path: `emails[type eq "work" and password eq "${secret}"]` },
    { op: 'replace', path: `password[value eq "${secret}"].value`, value: secret },
  ];
  for (const patch of patches)
    await companion.scim(
      'PATCH',
      `/Users/${id}?access_token=${secret}`,
      patchOf(patch, { op: 'replace', path: 'title', value: JSON.stringify(patch.op) }),
    );
  await companion.scim('POST', '/Bulk', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: patches.map((patch) => ({ method: 'PATCH', path: `/Users/${id}`, data: { ...patchOf(patch), token: secret } })),
  });
  await companion.scim('POST', '/Users', `{"userName":"x","password":"${secret}","password":"${secret}"}`);
  await companion.restart();
  const store = await companion.database.open();
  const kept = await store.read((reads) => reads.all(sql`select * from exchanges`));
  // Refusals quote what they refuse.
  const log = await store.read((reads) => reads.all(sql`select * from changes`));
  const users = await store.read((reads) => reads.all(sql`select * from users`));
  await store.close();
  expect(kept.length).toBeGreaterThan(5);
  expect(JSON.stringify(log)).toContain('password[•••]');
  expect(JSON.stringify([kept, log, users])).not.toContain('Hunter2');
});
