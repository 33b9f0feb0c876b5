import type { Reads } from '../access.ts';
import type { TeamRow, UserRow } from '../rows.ts';
import { sql } from '../sql.ts';

export async function memberCount(reads: Reads, account: string, team: string): Promise<number> {
  const row = await reads.get<{ count: number }>(sql`
    select count(*) as count from members where account = ${account} and team_id = ${team}`);
  return row?.count ?? 0;
}

export async function memberIds(reads: Reads, account: string, team: string): Promise<string[]> {
  const rows = await reads.all<{ user_id: string }>(sql`
    select user_id from members where account = ${account} and team_id = ${team} order by user_id`);
  return rows.map((row) => row.user_id);
}

export type MemberRow = Pick<UserRow, 'id' | 'display_name'>;

/** Id and name of every member, in the order in which the users came to be. */
export async function membersOf(reads: Reads, account: string, team: string): Promise<MemberRow[]> {
  return reads.all<MemberRow>(sql`
    select u.id, u.display_name from members m join users u on u.account = m.account and u.id = m.user_id
    where m.account = ${account} and m.team_id = ${team} order by u.id`);
}

export async function memberUsers(reads: Reads, account: string, team: string): Promise<UserRow[]> {
  return reads.all<UserRow>(sql`
    select u.* from members m join users u on u.account = m.account and u.id = m.user_id
    where m.account = ${account} and m.team_id = ${team} order by u.display_name_folded, u.id`);
}

export type TeamOfUser = Pick<TeamRow, 'id' | 'name' | 'owner'>;

/** The user's teams, Okta's and Spekit's own. */
export async function teamsOf(reads: Reads, account: string, user: string): Promise<TeamOfUser[]> {
  return reads.all<TeamOfUser>(sql`
    select t.id, t.name, t.owner from members m join teams t on t.account = m.account and t.id = m.team_id
    where m.account = ${account} and m.user_id = ${user} order by t.name_folded, t.id`);
}
