import { expect } from 'vitest';
import { created, type Json, listOf, oktaGroup, oktaUser, TestCompanion } from './companion.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Four people, told apart by everything that a filter can ask. */
const people: Record<string, Json> = {
  ann: {
    title: 'Engineer',
    emails: [
      { value: 'ann@work.example', type: 'work', primary: true },
      { value: 'ann@home.example', type: 'home' },
    ],
    [enterprise]: { department: 'Sales', manager: { value: 'boss-1' } },
  },
  bob: { title: 'engineer', nickName: 'Bobby', active: false, emails: [{ value: 'bob@home.example', type: 'home' }] },
  cleo: { title: 'It\'s 100 % "quoted" \\ & co', externalId: 'EXT-Cleo', emails: [] },
  örn: { displayName: 'Örn Ärlig', locale: 'sv-SE' },
};

/** A companion with people and groups to filter. */
export interface Filtered {
  companion: TestCompanion;
  /** The people's ids, by the name before their `@`. */
  ids: Readonly<Record<string, string>>;
  /** The names of all that a filter finds, in the order of the answer. Throws what the companion said where it refuses. */
  found(path: string, filter: string): Promise<string>;
}

export async function startFiltered(): Promise<Filtered> {
  const companion = await TestCompanion.start();
  const ids: Record<string, string> = {};
  for (const [name, more] of Object.entries(people)) ids[name] = await created(companion, '/Users', oktaUser(`${name}@x.example`, more));
  await created(companion, '/Groups', oktaGroup('Sales Team', [ids['ann'] ?? '', ids['bob'] ?? '']));
  await created(companion, '/Groups', oktaGroup('Empty'));
  await companion.api('PUT', `/spekit/users/${ids['bob']}/role`, { role: 'Expert' });
  return {
    companion,
    ids,
    async found(path, filter) {
      const answer = await companion.scim('GET', `${path}?filter=${encodeURIComponent(filter)}`);
      if (answer.status !== 200) throw new Error(`${filter}: ${answer.text}`);
      expect(answer.body['totalResults']).toBe(listOf(answer).length);
      return listOf(answer)
        .map((one) => String(one['userName'] ?? one['displayName']).replace('@x.example', ''))
        .join(' ');
    },
  };
}
