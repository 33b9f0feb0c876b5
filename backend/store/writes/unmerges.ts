import type { Transaction } from '../access.ts';
import type { Ms } from '../rows.ts';
import { sql } from '../sql.ts';
import { teamColumns, userColumns } from './merges.ts';

// What `merges.ts` made one is two again, as it was before.

/** Brings the teams back that were merged in a run, with their members, and gives Okta's theirs. Before the users. */
export async function unmergeTeams(transaction: Transaction, account: string, run: number, at: Ms): Promise<void> {
  await transaction.run(sql`
    insert into teams (account, owner, ${teamColumns}) select account, 'spekit', ${teamColumns} from merged_teams
    where account = ${account} and run = ${run} and stays = 0`);
  await leaveAdded(transaction, account, run, 'team');
  await transaction.run(sql`
    insert into members (account, team_id, user_id) select account, team_id, user_id from mapping_members
    where account = ${account} and run = ${run} and kind = 'team' on conflict do nothing`);
  // Of several that became one team, each kept what it found: the first found what was before.
  const first = sql`from merged_teams n where n.account = ${account} and n.run = ${run} and n.okta_id = teams.id order by n.nth limit 1`;
  await transaction.run(sql`
    update teams set version = version + 1, modified_at = ${at}, description = (select n.okta_description ${first}),
      all_topics = (select n.okta_all_topics ${first}), speks_without_topic = (select n.okta_speks_without_topic ${first})
    where account = ${account} and id in (select okta_id from merged_teams where account = ${account} and run = ${run})`);
  await transaction.run(sql`
    update teams set version = version + 1, modified_at = ${at}
    where account = ${account} and id in (select id from merged_teams where account = ${account} and run = ${run} and stays = 1)`);
}

/** Brings the users back that were merged in a run, into their teams, and gives Okta's their roles. */
export async function unmergeUsers(transaction: Transaction, account: string, run: number, at: Ms): Promise<void> {
  await transaction.run(sql`
    insert into users (account, ${userColumns}) select account, ${userColumns} from merged_users where account = ${account} and run = ${run}`);
  await leaveAdded(transaction, account, run, 'user');
  await transaction.run(sql`
    insert into members (account, team_id, user_id) select account, team_id, user_id from mapping_members
    where account = ${account} and run = ${run} and kind = 'user' on conflict do nothing`);
  const one = sql`from merged_users n where n.account = ${account} and n.run = ${run} and n.okta_id = users.id limit 1`;
  await transaction.run(sql`
    update users set version = version + 1, modified_at = ${at}, role = (select n.okta_role ${one}), pending = (select n.okta_pending ${one})
    where account = ${account} and id in (select okta_id from merged_users where account = ${account} and run = ${run})`);
}

async function leaveAdded(transaction: Transaction, account: string, run: number, kind: 'user' | 'team'): Promise<void> {
  await transaction.run(sql`
    delete from members where account = ${account} and exists (
      select 1 from mapping_members n where n.account = members.account and n.run = ${run} and n.kind = ${kind}
        and n.to_team = members.team_id and n.to_user = members.user_id and n.added = 1)`);
}
