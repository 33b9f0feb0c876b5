import type { Reads } from '../access.ts';
import type { Flag, Keeper, Ms } from '../rows.ts';
import { sql } from '../sql.ts';

// What may need an admin, each question bounded: of more than `limit` the newest, or the first by name, are given.

/** A refused request that no success has solved since. */
export interface OpenRefusal {
  kind: 'user' | 'team';
  /** Null: what was to be created. */
  id: string | null;
  name: string;
  at: Ms;
  reason: string;
  detail: string;
}

export async function openRefusals(reads: Reads, account: string, limit: number): Promise<OpenRefusal[]> {
  return reads.all<OpenRefusal>(sql`
    select * from (
      select 'user' as kind, id, display_name as name, refusal_at as at, refusal_reason as reason, refusal_detail as detail
        from users where account = ${account} and refusal_at is not null
      union all
      select 'team' as kind, id, name, refusal_at as at, refusal_reason as reason, refusal_detail as detail
        from teams where account = ${account} and refusal_at is not null
      union all
      select kind, null as id, coalesce((
          select subject_name from changes where account = ${account} and outcome = 'refused' and at = r.at and subject_kind = r.kind
            and subject_id is null order by seq desc limit 1), name_key) as name, at, reason, detail
        from refused_creations r where account = ${account}
          and not (kind = 'team' and exists (
            select 1 from teams where account = ${account} and owner = 'idp' and name_folded = r.name_key and synced_at > r.at))
          and not (kind = 'user' and exists (
            select 1 from users where account = ${account} and owner = 'idp' and user_name_key = r.name_key and synced_at > r.at))
    ) as refusals order by at desc, kind, name limit ${limit}`);
}

/** Names that several teams have, apart by owner. */
export async function sharedTeamNames(
  reads: Reads,
  account: string,
  limit: number,
): Promise<{ name: string; idp: number; spekit: number }[]> {
  return reads.all(sql`
    select min(name) as name, sum(case when owner = 'idp' then 1 else 0 end) as idp, sum(case when owner = 'idp' then 0 else 1 end) as spekit
    from teams where account = ${account} group by name_folded having count(*) > 1 order by name_folded limit ${limit}`);
}

export interface Admin {
  id: string;
  display_name: string;
  owner: Keeper;
  active: Flag;
}

/** Account Admins, those who can log in first: at most `limit` of them. */
export async function accountAdmins(reads: Reads, account: string, limit: number): Promise<Admin[]> {
  return reads.all<Admin>(sql`
    select id, display_name, owner, active from users
    where account = ${account} and role = 'Account Admin' and role <> 'Viewer' order by active desc, id limit ${limit}`);
}

/** Spekit's own teams in which nobody is left who can log in, with the people whom Okta deactivated there. Okta takes nobody out of such a
 *  team, and adds nobody. */
export async function teamsLeftAlone(
  reads: Reads,
  account: string,
  limit: number,
): Promise<{ id: string; name: string; members: number; user_id: string; user_name: string }[]> {
  return reads.all(sql`
    select t.id, t.name, count(*) as members, min(u.id) as user_id, min(u.display_name) as user_name
    from teams t join members m on m.account = t.account and m.team_id = t.id join users u on u.account = m.account and u.id = m.user_id
    where t.account = ${account} and t.owner = 'spekit'
    group by t.id, t.name, t.name_folded
    having sum(u.active) = 0 and sum(case when u.owner = 'idp' then 1 else 0 end) = count(*)
    order by t.name_folded, t.id limit ${limit}`);
}
