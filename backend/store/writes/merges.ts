import type { Transaction } from '../access.ts';
import type { Ms } from '../rows.ts';
import { ownText, type Sql, sql } from '../sql.ts';

// Two become one. What was before is kept beside, row by row, so that it can be undone (`unmerges.ts`).

/** The columns that a user of Spekit's own comes back with. */
export const userColumns = ownText(`id, owner, user_name, user_name_key, display_name, display_name_folded, email, email_key, external_id,
  active, pending, invited_by, role, resource, version, created_at, modified_at, synced_at, changed_at`);
export const teamColumns = ownText(`id, name, name_key, name_folded, external_id, description, all_topics, speks_without_topic, resource,
  version, created_at, modified_at, released_at, synced_at, changed_at`);

/** The stronger role has the higher number. */
function rankOf(column: string): Sql {
  return ownText(`case ${column} when 'Account Admin' then 3 when 'Team Admin' then 2 when 'Expert' then 1 else 0 end`);
}

/** Notes that a user of Spekit's own becomes one with one of Okta's. */
export async function noteUser(transaction: Transaction, account: string, run: number, spekit: string, okta: string): Promise<void> {
  const noted = await transaction.run(sql`
    insert into merged_users (account, run, okta_id, okta_role, okta_pending, ${userColumns})
    select s.account, cast(${run} as bigint), o.id, o.role, o.pending, ${prefixed('s', userColumns)}
    from users s join users o on o.account = s.account and o.id = ${okta} and o.owner = 'idp'
    where s.account = ${account} and s.id = ${spekit} and s.owner = 'spekit'`);
  if (noted !== 1) throw new Error('A user to be merged is not there.');
}

/** Makes all users that were noted one: Okta's is in the teams of both and has the stronger role; Spekit's own is gone. */
export async function mergeNotedUsers(transaction: Transaction, account: string, run: number, at: Ms): Promise<void> {
  const noted = sql`from merged_users n where n.account = ${account} and n.run = ${run}`;
  await transaction.run(sql`
    insert into mapping_members (account, run, kind, team_id, user_id, to_team, to_user, added)
    select m.account, n.run, 'user', m.team_id, m.user_id, m.team_id, n.okta_id, case when exists (
      select 1 from members o where o.account = m.account and o.team_id = m.team_id and o.user_id = n.okta_id) then 0 else 1 end
    from merged_users n join members m on m.account = n.account and m.user_id = n.id
    where n.account = ${account} and n.run = ${run}`);
  await transaction.run(sql`
    insert into members (account, team_id, user_id) select distinct account, to_team, to_user from mapping_members
    where account = ${account} and run = ${run} and kind = 'user' and added = 1`);
  await transaction.run(sql`
    update users set version = version + 1, modified_at = ${at},
      pending = case when exists (select 1 ${noted} and n.okta_id = users.id and n.pending = 0) then 0 else pending end,
      role = coalesce((select n.role ${noted} and n.okta_id = users.id and ${rankOf('n.role')} > ${rankOf('users.role')}
        order by ${rankOf('n.role')} desc limit 1), role)
    where account = ${account} and id in (select n.okta_id ${noted})`);
  await transaction.run(sql`delete from users where account = ${account} and id in (select n.id ${noted})`);
}

/** Makes a team of Spekit's own one with one of Okta's: members whom Okta sends move, description and access are kept. Members whom Okta
 *  does not send stay in Spekit's team, and it with them. Gives whether it stays.
 *  @param nth Its place among the teams of the run. */
export async function mergeTeam(
  transaction: Transaction,
  account: string,
  { run, nth }: { run: number; nth: number },
  { spekit, okta }: { spekit: string; okta: string },
  at: Ms,
): Promise<boolean> {
  const own = sql`account = ${account} and team_id = ${spekit}`;
  const sent = sql`user_id in (select id from users where account = ${account} and owner = 'idp')`;
  const stays = (await transaction.get(sql`select 1 as one from members where ${own} and not (${sent}) limit 1`)) !== undefined;
  const noted = await transaction.run(sql`
    insert into merged_teams (account, run, nth, okta_id, okta_description, okta_all_topics, okta_speks_without_topic, stays, ${teamColumns})
    select s.account, cast(${run} as bigint), cast(${nth} as bigint), o.id, o.description, o.all_topics, o.speks_without_topic, cast(${stays ? 1 : 0} as bigint),
      ${prefixed('s', teamColumns)}
    from teams s join teams o on o.account = s.account and o.id = ${okta} and o.owner = 'idp'
    where s.account = ${account} and s.id = ${spekit} and s.owner = 'spekit'`);
  if (noted !== 1) throw new Error('A team to be merged is not there.');
  await transaction.run(sql`
    insert into mapping_members (account, run, kind, team_id, user_id, to_team, to_user, added)
    select m.account, n.run, 'team', m.team_id, m.user_id, n.okta_id, m.user_id, case when exists (
      select 1 from members o where o.account = m.account and o.team_id = n.okta_id and o.user_id = m.user_id) then 0 else 1 end
    from merged_teams n join members m on m.account = n.account and m.team_id = n.id
      join users u on u.account = m.account and u.id = m.user_id and u.owner = 'idp'
    where n.account = ${account} and n.run = ${run} and n.id = ${spekit}`);
  await transaction.run(sql`
    insert into members (account, team_id, user_id) select account, to_team, to_user from mapping_members
    where account = ${account} and run = ${run} and kind = 'team' and team_id = ${spekit} and added = 1`);
  await transaction.run(sql`
    update teams set version = version + 1, modified_at = ${at},
      description = case when description = '' then (select n.description ${fromTeam(account, run, spekit)}) else description end,
      all_topics = (select n.all_topics ${fromTeam(account, run, spekit)}),
      speks_without_topic = (select n.speks_without_topic ${fromTeam(account, run, spekit)})
    where account = ${account} and id = ${okta}`);
  if (stays) {
    await transaction.run(sql`delete from members where ${own} and ${sent}`);
    await transaction.run(sql`update teams set version = version + 1, modified_at = ${at} where account = ${account} and id = ${spekit}`);
  } else await transaction.run(sql`delete from teams where account = ${account} and id = ${spekit}`);
  return stays;
}

function fromTeam(account: string, run: number, team: string): Sql {
  return sql`from merged_teams n where n.account = ${account} and n.run = ${run} and n.id = ${team}`;
}

/** The columns as those of one of the tables of a statement. */
function prefixed(table: string, { text }: Sql): Sql {
  return ownText(
    text
      .split(',')
      .map((column) => `${table}.${column.trim()}`)
      .join(', '),
  );
}
