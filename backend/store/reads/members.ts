import type { Reads } from '../access.ts';
import type { TeamRow, UserRow } from '../rows.ts';
import { join, ownText, type Sql, sql } from '../sql.ts';

export async function memberCount(reads: Reads, account: string, team: string): Promise<number> {
  const row = await reads.get<{ count: number }>(sql`
    select count(*) as count from members where account = ${account} and team_id = ${team}`);
  return row?.count ?? 0;
}

/** Whether a team has more than so many members; looks at no more of them than that. */
export async function hasMoreMembers(reads: Reads, account: string, team: string, number: number): Promise<boolean> {
  const row = await reads.get(
    sql`select 1 from members where account = ${account} and team_id = ${team} limit 1 offset ${ownText(String(number))}`,
  );
  return row !== undefined;
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

/** Statements of a few sizes serve lists of any length. */
const mostAtOnce = 128;

/** The teams that Okta pushes of several users, by user; a user without any is not in the map. */
export async function idpTeamsOf(reads: Reads, account: string, users: readonly string[]): Promise<Map<string, GroupOfUser[]>> {
  const found = new Map<string, GroupOfUser[]>();
  for (let begin = 0; begin < users.length; begin += mostAtOnce) {
    const rows = await reads.all<GroupOfUser & { user_id: string }>(sql`
      select m.user_id, t.id, t.name from members m join teams t on t.account = m.account and t.id = m.team_id
      where m.account = ${account} and m.user_id in (${padded(users.slice(begin, begin + mostAtOnce))}) and t.owner = 'idp'
      order by m.user_id, t.name_folded, t.id`);
    for (const { user_id, id, name } of rows) {
      const groups = found.get(user_id);
      if (groups === undefined) found.set(user_id, [{ id, name }]);
      else groups.push({ id, name });
    }
  }
  return found;
}

/** The values, the last one repeated until their number is a power of two: so few statements are prepared. */
function padded(values: readonly string[]): Sql {
  const last = values.at(-1) ?? '';
  if (values.length === 1) return sql`${last}`;
  const size = 2 ** Math.ceil(Math.log2(Math.max(values.length, 1)));
  return join(
    Array.from({ length: size }, (_, index) => sql`${values[index] ?? last}`),
    ', ',
  );
}

export type GroupOfUser = Pick<TeamRow, 'id' | 'name'>;

export type TeamOfUser = Pick<TeamRow, 'id' | 'name' | 'owner'>;

/** The user's teams, Okta's and Spekit's own. */
export async function teamsOf(reads: Reads, account: string, user: string): Promise<TeamOfUser[]> {
  return reads.all<TeamOfUser>(sql`
    select t.id, t.name, t.owner from members m join teams t on t.account = m.account and t.id = m.team_id
    where m.account = ${account} and m.user_id = ${user} order by t.name_folded, t.id`);
}
