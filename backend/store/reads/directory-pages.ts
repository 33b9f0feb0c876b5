import { foldName } from '../../../ownership/reserved.ts';
import type { Reads } from '../access.ts';
import type { TeamRow, UserRow } from '../rows.ts';
import { sql } from '../sql.ts';

// Everybody and everything that Spekit has, Okta's and its own, as its Manage pages list them: by name.

export async function usersPage(reads: Reads, account: string, offset: number, limit: number): Promise<UserRow[]> {
  return reads.all<UserRow>(sql`
    select * from users where account = ${account} order by display_name_folded, id limit ${limit} offset ${offset}`);
}

export async function teamsPage(reads: Reads, account: string, offset: number, limit: number): Promise<TeamRow[]> {
  return reads.all<TeamRow>(sql`
    select * from teams where account = ${account} order by name_folded, id limit ${limit} offset ${offset}`);
}

/** Users whose name, user name or email holds `text`, those that begin with it first; also whose id, ours or Okta's, it is. */
export async function usersLike(reads: Reads, account: string, text: string, limit: number): Promise<UserRow[]> {
  const part = foldName(text);
  return reads.all<UserRow>(sql`
    select * from users where account = ${account}
      and (instr(display_name_folded, ${part}) > 0 or instr(user_name_key, ${part}) > 0 or instr(coalesce(email_key, ''), ${part}) > 0
        or id = ${text} or external_id = ${text})
    order by instr(display_name_folded, ${part}) = 1 desc, display_name_folded, id limit ${limit}`);
}

export async function teamsLike(reads: Reads, account: string, text: string, limit: number): Promise<TeamRow[]> {
  const part = foldName(text);
  return reads.all<TeamRow>(sql`
    select * from teams where account = ${account} and instr(name_folded, ${part}) > 0
    order by instr(name_folded, ${part}) = 1 desc, name_folded, id limit ${limit}`);
}
