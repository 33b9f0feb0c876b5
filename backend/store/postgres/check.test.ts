import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { created, oktaGroup, oktaUser, TestCompanion } from '../../testing/companion.ts';
import { makeDatabase } from '../../testing/database.ts';
import { CompanionProgram, environmentFor } from '../../testing/program.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

async function command(
  parameters: string[],
  database = companion.database.url,
): Promise<{ code: unknown; output: string; errors: string }> {
  const run = new CompanionProgram(environmentFor(database), parameters);
  const code = await run.ended();
  return { code, output: run.output.trim(), errors: run.errors.trim() };
}

test('a check beside a running companion finds that what is kept twice agrees, and names what a hand has changed', async () => {
  const ids: string[] = [];
  for (const name of ['ann', 'bob', 'cleo']) ids.push(await created(companion, '/Users', oktaUser(`${name}@acme.example`)));
  await companion.scim('PUT', `/Users/${ids[0]}`, oktaUser('ann@acme.example', { active: false }));
  await companion.scim('DELETE', `/Users/${ids[1]}`);
  await companion.api('POST', '/spekit/teams', { name: 'Partners' });
  const team = await created(companion, '/Groups', oktaGroup('Sales', [ids[2] ?? '']));
  await companion.scim('DELETE', `/Groups/${team}`);
  expect(await command(['check'])).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Nothing is wrong: 3 users, 2 teams/),
    errors: '',
  });
  await companion.api('POST', '/account/connection', { state: 'not-connected' });
  expect((await companion.api('GET', '/status')).body['counts']).toMatchObject({ users: { idp: 0, spekit: 3, inactive: 2 } });
  expect(await command(['check'])).toMatchObject({ code: 0, errors: '' });

  const hand = new pg.Client({ connectionString: companion.database.url });
  await hand.connect();
  await hand.query('update accounts set spekit_users = 7');
  await hand.end();
  const { code, errors } = await command(['check']);
  expect([code, errors]).toEqual([1, "Account default: the number of Spekit's own users is kept as 7, and 3 is found."]);
});

test('an empty database is not filled by looking at it, and a copy is left to PostgreSQL’s own program', async () => {
  const empty = await makeDatabase();
  expect(await command(['check'], empty.url)).toMatchObject({
    code: 1,
    output: '',
    errors: expect.stringMatching(/^There is nothing of the companion's/),
  });
  expect(await command(['check'], empty.url)).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^There is nothing of the companion's/),
  });
  expect(await command(['backup', 'copy.db'], empty.url)).toMatchObject({ code: 1, output: '', errors: expect.stringMatching(/pg_dump/) });
  await empty.remove();
});
