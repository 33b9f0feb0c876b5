import type { Transaction } from '../access.ts';
import type { Ms } from '../rows.ts';
import { sql } from '../sql.ts';

/** Gives whether the user was not in the team before. */
export async function addMember(transaction: Transaction, account: string, team: string, user: string): Promise<boolean> {
  const added = await transaction.run(sql`
    insert into members (account, team_id, user_id) values (${account}, ${team}, ${user}) on conflict do nothing`);
  return added > 0;
}

/** Gives whether the user was in the team. */
export async function removeMember(transaction: Transaction, account: string, team: string, user: string): Promise<boolean> {
  const removed = await transaction.run(sql`
    delete from members where account = ${account} and team_id = ${team} and user_id = ${user}`);
  return removed > 0;
}

/** Takes the user out of every team that Okta pushes; those teams' resources have changed by it. */
export async function leaveIdpTeams(transaction: Transaction, account: string, user: string, at: Ms): Promise<void> {
  const ofUser = sql`account = ${account} and owner = 'idp'
    and id in (select team_id from members where account = ${account} and user_id = ${user})`;
  await transaction.run(sql`update teams set version = version + 1, modified_at = ${at} where ${ofUser}`);
  await transaction.run(sql`
    delete from members where account = ${account} and user_id = ${user}
    and team_id in (select id from teams where account = ${account} and owner = 'idp')`);
}
