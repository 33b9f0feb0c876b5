import { afterEach, beforeEach, expect, test } from 'vitest';
import { adminToken, type Json, oktaUser, scimToken } from '../testing/companion.ts';
import { makeDatabase, type TestDatabase } from '../testing/database.ts';
import { CompanionProgram, environmentFor } from '../testing/program.ts';
import { type Everything, everything } from '../testing/random-company.ts';

const people = 150;
const rounds = 3;
/** Completing takes about as many ms. */
const about = 120;

let database: TestDatabase;
beforeEach(async () => {
  database = await makeDatabase();
});
afterEach(() => database.remove());

const send = async (url: string, path: string, token: string, body: Json): Promise<Json> => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Json;
};

async function state(): Promise<Everything & { changes: number }> {
  const store = await database.open();
  const all = await store.read((reads) => everything(reads, 'default'));
  const log = await store.read((reads) => reads.get<{ seq: number }>({ text: 'select seq from accounts', values: [] }));
  await store.close();
  return { ...all, changes: log?.seq ?? 0 };
}

test('killed in the middle of completing, all of it is done or nothing is, and it can be completed afterwards', {
  timeout: 180_000,
}, async () => {
  let program = new CompanionProgram(environmentFor(database.url));
  let url = await program.listening();
  const names = Array.from({ length: people }, (_, index) => `p${index}@acme.example`);
  await send(url, '/api/v1/mapping/imports', adminToken, { users: names.map((email, index) => ({ email, teams: [`Team ${index % 9}`] })) });
  await Promise.all(names.map((name) => send(url, '/scim/v2/Users', scimToken, oktaUser(name))));
  await send(url, '/scim/v2/Groups', scimToken, { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Team 1' });
  for (let round = 0; round < rounds; round++) {
    const before = await state();
    const completing = send(url, '/api/v1/mapping/complete', adminToken, {}).catch(() => null);
    // A moment that nothing decides.
    await new Promise((next) => setTimeout(next, Math.random() * about));
    expect(await program.end('SIGKILL')).toBe('SIGKILL');
    const answered = await completing;
    const after = await state();
    const isDone = after.changes !== before.changes;
    if (answered !== null) expect(isDone).toBe(true);
    expect(after.users).toHaveLength(isDone ? people : 2 * people);
    if (!isDone) expect(after).toEqual(before);
    program = new CompanionProgram(environmentFor(database.url));
    url = await program.listening();
    if (isDone) await send(url, '/api/v1/mapping/undo', adminToken, {});
  }
  await send(url, '/api/v1/mapping/complete', adminToken, {});
  expect((await state()).users.filter(({ owner }) => owner === 'idp')).toHaveLength(people);
  expect(await program.end()).toBe(0);
});
