import type { Role } from '../../../ownership/actions.ts';
import type { Reads } from '../access.ts';
import type { Flag } from '../rows.ts';
import { sql } from '../sql.ts';

// What has happened since a mapping was completed that is in the way of undoing it. Each question gives names.

type Named = { name: string };

/** Users of Okta's that are Okta's no longer. */
export async function lostUsers(reads: Reads, account: string, run: number): Promise<Named[]> {
  return reads.all(sql`
    select n.display_name as name from merged_users n where n.account = ${account} and n.run = ${run} and not exists (
      select 1 from users u where u.account = n.account and u.id = n.okta_id and u.owner = 'idp') order by n.display_name_folded`);
}

/** Users whose user name somebody of Spekit's own has taken since, who came in the same way. */
export async function takenUserNames(reads: Reads, account: string, run: number): Promise<Named[]> {
  return reads.all(sql`
    select n.user_name as name from merged_users n where n.account = ${account} and n.run = ${run} and exists (
      select 1 from users u where u.account = n.account and u.owner = 'spekit' and u.user_name_key = n.user_name_key
        and u.invited_by = n.invited_by) order by n.user_name_key`);
}

/** Each user's role as it was on both sides, and as it is now. */
export async function rolesSince(
  reads: Reads,
  account: string,
  run: number,
): Promise<{ okta_id: string; name: string; before: Role; own: Role; now: Role }[]> {
  return reads.all(sql`
    select n.okta_id, u.display_name as name, n.okta_role as before, n.role as own, u.role as now
    from merged_users n join users u on u.account = n.account and u.id = n.okta_id
    where n.account = ${account} and n.run = ${run} order by u.display_name_folded, n.okta_id`);
}

/** Teams that are gone, or that are Okta's no longer, of those that are needed. */
export async function lostTeams(reads: Reads, account: string, run: number): Promise<Named[]> {
  return reads.all(sql`
    select n.name from merged_teams n where n.account = ${account} and n.run = ${run} and (
      not exists (select 1 from teams t where t.account = n.account and t.id = n.okta_id and t.owner = 'idp')
      or n.stays = 1 and not exists (select 1 from teams t where t.account = n.account and t.id = n.id))
    union
    select m.team_id as name from mapping_members m where m.account = ${account} and m.run = ${run} and m.kind = 'user'
      and not exists (select 1 from teams t where t.account = m.account and t.id = m.team_id)
      and not exists (select 1 from merged_teams n where n.account = m.account and n.run = m.run and n.id = m.team_id and n.stays = 0)
    order by name`);
}

/** Members of merged teams whose account has been deleted since. */
export async function lostMembers(reads: Reads, account: string, run: number): Promise<Named[]> {
  return reads.all(sql`
    select distinct m.user_id as name from mapping_members m where m.account = ${account} and m.run = ${run} and m.kind = 'team'
      and not exists (select 1 from users u where u.account = m.account and u.id = m.user_id) order by name`);
}

export interface SettingsSince {
  okta_id: string;
  name: string;
  nth: number;
  before: string;
  own: string;
  own_all_topics: Flag;
  own_speks_without_topic: Flag;
  now: string;
  all_topics: Flag;
  speks_without_topic: Flag;
}

/** Each team's description and access as they were, and as they are now, in the order in which they were merged. */
export async function settingsSince(reads: Reads, account: string, run: number): Promise<SettingsSince[]> {
  return reads.all(sql`
    select n.okta_id, t.name, n.nth, n.okta_description as before, n.description as own, n.all_topics as own_all_topics,
      n.speks_without_topic as own_speks_without_topic, t.description as now, t.all_topics, t.speks_without_topic
    from merged_teams n join teams t on t.account = n.account and t.id = n.okta_id
    where n.account = ${account} and n.run = ${run} order by n.nth`);
}
