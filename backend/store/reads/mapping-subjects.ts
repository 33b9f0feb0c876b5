import type { Role } from '../../../ownership/actions.ts';
import type { Reads } from '../access.ts';
import type { Flag, TeamRow, UserRow } from '../rows.ts';
import { sql } from '../sql.ts';

// Everybody and everything that the mapping compares, in pages by id, with no more than it compares them by.

export type SpekitUserRow = Pick<UserRow, 'id' | 'user_name' | 'display_name' | 'email' | 'active' | 'role' | 'invited_by' | 'version'> & {
  salesforce_id: string | null;
  federation_id: string | null;
};

export async function spekitUsersAfter(reads: Reads, account: string, after: string, limit: number): Promise<SpekitUserRow[]> {
  return reads.all<SpekitUserRow>(sql`
    select u.id, u.user_name, u.display_name, u.email, u.active, u.role, u.invited_by, u.version, i.salesforce_id, i.federation_id
    from users u left join imported_users i on i.account = u.account and i.id = u.id
    where u.account = ${account} and u.owner = 'spekit' and u.id > ${after} order by u.id limit ${limit}`);
}

export type OktaUserRow = Pick<UserRow, 'id' | 'user_name' | 'display_name' | 'email' | 'external_id' | 'active'> & {
  role: Role;
  pending: Flag;
  /** Only where it may say more of who the person is than the columns do: a second value of something, or a number. */
  resource: string | null;
};

export async function oktaUsersAfter(reads: Reads, account: string, after: string, limit: number): Promise<OktaUserRow[]> {
  return reads.all<OktaUserRow>(sql`
    select id, user_name, display_name, email, external_id, active, role, pending,
      case when instr(resource, '"employeeNumber"') > 0
        or instr(substr(resource, instr(resource, '"value"') + 7), '"value"') > 0 then resource end as resource
    from users
    where account = ${account} and owner = 'idp' and id > ${after} order by id limit ${limit}`);
}

export async function oktaTeams(reads: Reads, account: string): Promise<Pick<TeamRow, 'id' | 'name'>[]> {
  return reads.all(sql`select id, name from teams where account = ${account} and owner = 'idp' order by id`);
}

export async function spekitTeams(reads: Reads, account: string): Promise<(Pick<TeamRow, 'id' | 'name'> & { members: number })[]> {
  return reads.all(sql`
    select id, name, (select count(*) from members where account = teams.account and team_id = teams.id) as members
    from teams where account = ${account} and owner = 'spekit' order by id`);
}

/** In how many teams each of Spekit's own users is; who is in none is not in it. */
export async function teamCounts(reads: Reads, account: string): Promise<{ id: string; teams: number }[]> {
  return reads.all(sql`
    select u.id, count(*) as teams from users u join members m on m.account = u.account and m.user_id = u.id
    where u.account = ${account} and u.owner = 'spekit' group by u.id`);
}

/** The members of one team whom the other has not, with whose they are. */
export async function membersMissing(reads: Reads, account: string, team: string, other: string): Promise<Pick<UserRow, 'id' | 'owner'>[]> {
  return reads.all(sql`
    select u.id, u.owner from members m join users u on u.account = m.account and u.id = m.user_id
    where m.account = ${account} and m.team_id = ${team}
      and not exists (select 1 from members o where o.account = m.account and o.team_id = ${other} and o.user_id = m.user_id)`);
}

export async function importedCounts(reads: Reads, account: string): Promise<{ users: number; teams: number }> {
  const row = await reads.get<{ users: number; teams: number }>(sql`select
    (select count(*) from imported_users i join users u on u.account = i.account and u.id = i.id
      where i.account = ${account} and u.owner = 'spekit') as users,
    (select count(*) from imported_teams i join teams t on t.account = i.account and t.id = i.id
      where i.account = ${account} and t.owner = 'spekit') as teams`);
  return row ?? { users: 0, teams: 0 };
}
