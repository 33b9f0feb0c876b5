import type { Reads, Transaction } from '../access.ts';
import type { UserRow } from '../rows.ts';
import { type Sql, sql } from '../sql.ts';

export interface ImportedIds {
  salesforce_id: string | null;
  federation_id: string | null;
}

/** The user was imported as it is now. */
export async function keepImportedUser(
  transaction: Transaction,
  account: string,
  id: string,
  ids: ImportedIds,
  version: number,
): Promise<void> {
  await transaction.run(sql`
    insert into imported_users (account, id, salesforce_id, federation_id, version)
    values (${account}, ${id}, ${ids.salesforce_id}, ${ids.federation_id}, ${version})
    on conflict (account, id) do update set salesforce_id = excluded.salesforce_id, federation_id = excluded.federation_id, version = excluded.version`);
}

export async function importedIds(reads: Reads, account: string, id: string): Promise<ImportedIds | undefined> {
  return reads.get<ImportedIds>(sql`select salesforce_id, federation_id from imported_users where account = ${account} and id = ${id}`);
}

export async function keepImportedTeam(transaction: Transaction, account: string, id: string, version: number): Promise<void> {
  await transaction.run(sql`
    insert into imported_teams (account, id, version) values (${account}, ${id}, ${version})
    on conflict (account, id) do update set version = excluded.version`);
}

export async function setInvitedBy(transaction: Transaction, account: string, id: string, by: UserRow['invited_by']): Promise<void> {
  await transaction.run(sql`update users set invited_by = ${by} where account = ${account} and id = ${id}`);
}

type Named = { id: string; name: string };

function unchangedUsers(account: string): Sql {
  return sql`account = ${account} and owner = 'spekit' and exists (
    select 1 from imported_users i where i.account = users.account and i.id = users.id and i.version = users.version)`;
}

/** Teams in which nobody is left but who goes as well. */
function unchangedTeams(account: string): Sql {
  return sql`account = ${account} and owner = 'spekit' and exists (
      select 1 from imported_teams i where i.account = teams.account and i.id = teams.id and i.version = teams.version)
    and not exists (select 1 from members m where m.account = teams.account and m.team_id = teams.id)`;
}

/** Deletes the users that were imported and are as they came; gives who they were. */
export async function deleteUnchangedUsers(transaction: Transaction, account: string): Promise<Named[]> {
  const gone = await transaction.all<Named>(sql`select id, display_name as name from users where ${unchangedUsers(account)} order by id`);
  await transaction.run(sql`delete from users where ${unchangedUsers(account)}`);
  return gone;
}

export async function deleteUnchangedTeams(transaction: Transaction, account: string): Promise<Named[]> {
  const gone = await transaction.all<Named>(sql`select id, name from teams where ${unchangedTeams(account)} order by id`);
  await transaction.run(sql`delete from teams where ${unchangedTeams(account)}`);
  return gone;
}

/** Nothing counts as imported any more. Gives how many users and teams that was still said of. */
export async function forgetImported(transaction: Transaction, account: string): Promise<number> {
  const kept = await transaction.get<{ kept: number }>(sql`select
    (select count(*) from imported_users i join users u on u.account = i.account and u.id = i.id where i.account = ${account})
    + (select count(*) from imported_teams i join teams t on t.account = i.account and t.id = i.id where i.account = ${account}) as kept`);
  await transaction.run(sql`delete from imported_teams where account = ${account}`);
  return kept?.kept ?? 0;
}
