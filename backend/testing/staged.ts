import { type Answer, created, type Json, oktaGroup, oktaUser, type TestCompanion } from './companion.ts';

/** What Spekit's own export says of a small company. */
export const exported = {
  users: [
    { email: 'maya@acme.example', firstName: 'Maya', lastName: 'Lindqvist', role: 'Expert', teams: ['Sales', 'Book club'] },
    { email: 'noor@old.example', firstName: 'Noor', lastName: 'Haddad', source: 'salesforce', teams: ['Sales'] },
    { email: 'dana@partner.example', firstName: 'Dana', lastName: 'Whitfield', teams: ['Partners', 'All Spekit Users'] },
    { email: 'jon.smith@home.example', firstName: 'Jon', lastName: 'Smith', role: 'Team Admin', teams: ['Sales'] },
  ],
  teams: [{ name: 'Sales', description: 'Everybody who sells' }],
};

/** Spekit's own were there first; then Okta pushed three people and a group. */
export async function staged(companion: TestCompanion): Promise<Record<'maya' | 'noor' | 'jon' | 'sales', string>> {
  await ask(companion, 'POST', '/mapping/imports', exported);
  const maya = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const noor = await created(companion, '/Users', oktaUser('noor@acme.example'));
  const jon = await created(companion, '/Users', oktaUser('jonathan.smith@acme.example', { displayName: 'Jon Smith' }));
  const sales = await created(companion, '/Groups', oktaGroup('Sales', [maya]));
  return { maya, noor, jon, sales };
}

/** The body of an answer that must be a good one. */
export async function ask(companion: TestCompanion, method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await companion.api(method, path, body);
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

export function refusalOf({ status, body }: Answer): unknown {
  return [status, (body['error'] as Json)['detail']];
}
