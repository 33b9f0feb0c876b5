import fc from 'fast-check';
import type { Directory } from '../directory/act.ts';
import { createGroup } from '../directory/scim-groups.ts';
import { createUser } from '../directory/scim-users.ts';
import { ImportSession, importRows } from '../mapping/imports.ts';
import type { Reads } from '../store/access.ts';
import { sql } from '../store/sql.ts';
import { oktaGroup, oktaUser } from './companion.ts';

/** Few of each, so that people and teams meet. */
const local = fc.constantFrom('ann', 'Ann', 'ben', 'ann.lee', 'lee.ann', 'cy');
const domain = fc.constantFrom('acme.example', 'old.example', 'home.example');
const address = fc.tuple(local, domain).map(([name, at]) => `${name}@${at}`);
const teamName = fc.constantFrom('Sales', 'sales', 'Sales Team', 'Partners', 'R&D', 'Book club');
const name = fc.constantFrom('Ann Lee', 'Lee Ann', 'Ben Ode', 'Benn Ode', 'Cy Young');

/** A company before its connection: what Spekit has, and what Okta will push, with whom in each group by their place. */
export const company = fc.record({
  spekit: fc.uniqueArray(
    fc.record({
      email: address,
      displayName: name,
      source: fc.constantFrom('direct', 'salesforce'),
      role: fc.constantFrom('Viewer', 'Expert', 'Team Admin'),
      active: fc.boolean(),
      teams: fc.uniqueArray(teamName, { maxLength: 3 }),
    }),
    { maxLength: 10, selector: ({ email, source }) => `${email.toLowerCase()} ${source}` },
  ),
  okta: fc.uniqueArray(fc.record({ userName: address, displayName: name, active: fc.boolean() }), {
    maxLength: 8,
    selector: ({ userName }) => userName.toLowerCase(),
  }),
  groups: fc.uniqueArray(fc.record({ name: teamName, members: fc.array(fc.nat(7), { maxLength: 5 }) }), {
    maxLength: 4,
    selector: ({ name: its }) => its.toLowerCase(),
  }),
  /** What an admin chooses where they are asked. */
  choices: fc.array(fc.constantFrom('merge', 'keep-both', 'skip'), { minLength: 5, maxLength: 5 }),
  order: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
});
export type Company = typeof company extends fc.Arbitrary<infer T> ? T : never;

/** Spekit's own come in, and Okta pushes: people in that order, then groups. */
export async function settle(directory: Directory, { spekit, okta, groups, order }: Company, reversed: boolean): Promise<void> {
  const rows = spekit.map((value, index) => ({ row: index + 1, value }));
  await directory.act('spekit', (act) => importRows(act, rows, [], new ImportSession()));
  const places = okta.map((_, index) => index).toSorted((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b);
  if (reversed) places.reverse();
  const ids = new Map<number, string>();
  for (const place of places) {
    const one = okta[place];
    if (one === undefined) continue;
    const body = oktaUser(one.userName, { displayName: one.displayName, active: one.active, externalId: `00u-${one.userName}` });
    ids.set(place, await createUser(directory, body, async (_, { id }) => id));
  }
  for (const group of reversed ? groups.toReversed() : groups) {
    const members = [...new Set(group.members)].map((place) => ids.get(place)).filter((id) => id !== undefined);
    await createGroup(directory, oktaGroup(group.name, members), async () => null);
  }
}

export interface Everything {
  users: { id: string; owner: string; name: string; source: string; role: string; active: number }[];
  teams: { id: string; owner: string; name: string; description: string }[];
  members: { team_id: string; user_id: string }[];
}

export async function everything(reads: Reads, account: string): Promise<Everything> {
  return {
    users: await reads.all(sql`
      select id, owner, user_name as name, invited_by as source, role, active from users where account = ${account} order by id`),
    teams: await reads.all(sql`select id, owner, name, description from teams where account = ${account} order by id`),
    members: await reads.all(sql`select team_id, user_id from members where account = ${account} order by team_id, user_id`),
  };
}

/** The same without ids, which depend on who came first. */
export function withoutIds({ users, teams, members }: Everything): unknown {
  const user = new Map(users.map(({ id, owner, name: its, source }) => [id, `${owner} ${source} ${its}`]));
  const team = new Map(teams.map(({ id, owner, name: its }) => [id, `${owner} ${its}`]));
  return {
    users: users.map(({ id: _, ...facts }) => JSON.stringify(facts)).sort(),
    teams: teams.map(({ id: _, ...facts }) => JSON.stringify(facts)).sort(),
    members: members.map(({ team_id, user_id }) => `${team.get(team_id)}: ${user.get(user_id)}`).sort(),
  };
}
