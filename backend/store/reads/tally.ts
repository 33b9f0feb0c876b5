import type { Reads } from '../access.ts';
import type { AccountRow } from '../rows.ts';
import { sql } from '../sql.ts';

/** What an account says of itself, beside what is there. */
export interface Tally extends AccountRow {
  users: number;
  teams: number;
  idp_users_there: number;
  spekit_users_there: number;
  inactive_users_there: number;
  idp_teams_there: number;
  spekit_teams_there: number;
  changes: number;
  /** The highest sequence number of the log; 0 where it is empty. */
  last_seq: number;
}

/** Counts all of every account: it walks through everything. */
export async function tally(reads: Reads): Promise<Tally[]> {
  return reads.all<Tally>(sql`
    select accounts.*,
      (select count(*) from users where account = accounts.id) as users,
      (select count(*) from teams where account = accounts.id) as teams,
      (select count(*) from users where account = accounts.id and owner = 'idp') as idp_users_there,
      (select count(*) from users where account = accounts.id and owner = 'spekit') as spekit_users_there,
      (select count(*) from users where account = accounts.id and active = 0) as inactive_users_there,
      (select count(*) from teams where account = accounts.id and owner = 'idp') as idp_teams_there,
      (select count(*) from teams where account = accounts.id and owner = 'spekit') as spekit_teams_there,
      (select count(*) from changes where account = accounts.id) as changes,
      (select coalesce(max(seq), 0) from changes where account = accounts.id) as last_seq
    from accounts order by id`);
}
