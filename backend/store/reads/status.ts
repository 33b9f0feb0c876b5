import type { Reads } from '../access.ts';
import type { ChangeRow, Keeper, Ms } from '../rows.ts';
import { sql } from '../sql.ts';

export interface Counts {
  users: { idp: number; spekit: number; inactive: number };
  teams: { idp: number; spekit: number };
}

export async function counts(reads: Reads, account: string): Promise<Counts> {
  const found: Counts = { users: { idp: 0, spekit: 0, inactive: 0 }, teams: { idp: 0, spekit: 0 } };
  const users = await reads.all<{ owner: Keeper; all_users: number; active_users: number }>(sql`
    select owner, count(*) as all_users, sum(active) as active_users from users where account = ${account} group by owner`);
  for (const row of users) {
    found.users[row.owner] = row.all_users;
    found.users.inactive += row.all_users - row.active_users;
  }
  const teams = await reads.all<{ owner: Keeper; count: number }>(sql`
    select owner, count(*) as count from teams where account = ${account} group by owner`);
  for (const row of teams) found.teams[row.owner] = row.count;
  return found;
}

export async function lastRefusal(reads: Reads, account: string): Promise<ChangeRow | undefined> {
  return reads.get<ChangeRow>(sql`
    select * from changes where account = ${account} and outcome = 'refused' order by at desc, seq desc limit 1`);
}

export async function refusalsSince(reads: Reads, account: string, since: Ms): Promise<number> {
  const row = await reads.get<{ count: number }>(sql`
    select count(*) as count from changes where account = ${account} and outcome = 'refused' and at >= ${since}`);
  return row?.count ?? 0;
}
