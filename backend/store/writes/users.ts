import { foldName } from '../../../ownership/reserved.ts';
import { caseKey } from '../../scim/case-key.ts';
import type { Transaction } from '../access.ts';
import type { Flag, KnownUser, Ms, ShownUser, UserRow } from '../rows.ts';
import { join, type Sql, sql } from '../sql.ts';

// What is written is known here: to have the database give it back makes SQLite build a table for one row.

/** What of a user comes from its resource, and from nowhere else. */
export type UserContent = Pick<UserRow, 'user_name' | 'display_name' | 'email' | 'external_id' | 'active' | 'resource'>;

export type NewUser = UserContent & Pick<UserRow, 'id' | 'owner' | 'pending' | 'invited_by' | 'role' | 'synced_at'>;

/** Gives what is kept of what is shown. */
export async function insertUser(transaction: Transaction, account: string, user: NewUser, at: Ms): Promise<ShownUser> {
  await transaction.run(sql`
    insert into users (account, id, owner, user_name, user_name_key, display_name, display_name_folded, email, email_key, external_id,
      active, pending, invited_by, role, resource, version, created_at, modified_at, synced_at, changed_at)
    values (${account}, ${user.id}, ${user.owner}, ${user.user_name}, ${caseKey(user.user_name)},
      ${user.display_name}, ${foldName(user.display_name)}, ${user.email}, ${keyOf(user.email)}, ${user.external_id},
      ${user.active}, ${user.pending}, ${user.invited_by}, ${user.role}, ${user.resource}, 1, ${at}, ${at}, ${user.synced_at}, ${user.synced_at})`);
  const { id, role, pending, resource } = user;
  return { id, version: 1, created_at: at, modified_at: at, role, pending, resource };
}

/** Spekit changed what is its own. */
export async function updateUserContent(transaction: Transaction, account: string, id: string, user: UserContent, at: Ms): Promise<void> {
  await transaction.run(sql`update users set ${contentOf(user, at)} where account = ${account} and id = ${id}`);
}

/** Okta changed the user by what it sent; an older refusal is solved. Gives what is kept of what is shown.
 *  Only what has changed is written: each column named, changed or not, would have all keys that it stands in written anew. */
export async function syncUserContent(
  transaction: Transaction,
  account: string,
  old: KnownUser,
  user: UserContent,
  at: Ms,
): Promise<ShownUser> {
  const written = await transaction.run(sql`
    update users set ${changesOf(old, user)} resource = ${user.resource}, version = version + 1, modified_at = ${at},
      synced_at = ${at}, changed_at = ${at}, refusal_at = null, refusal_reason = null, refusal_detail = null
    where account = ${account} and id = ${old.id}`);
  if (written !== 1) throw new Error('The user was not written.');
  const { id, version, created_at, role, pending } = old;
  return { id, version: version + 1, created_at, modified_at: at, role, pending, resource: user.resource };
}

function changesOf(old: UserContent, user: UserContent): Sql {
  const changes: Sql[] = [];
  if (user.user_name !== old.user_name) changes.push(sql`user_name = ${user.user_name}, user_name_key = ${caseKey(user.user_name)},`);
  if (user.display_name !== old.display_name) {
    changes.push(sql`display_name = ${user.display_name}, display_name_folded = ${foldName(user.display_name)},`);
  }
  if (user.email !== old.email) changes.push(sql`email = ${user.email}, email_key = ${keyOf(user.email)},`);
  if (user.external_id !== old.external_id) changes.push(sql`external_id = ${user.external_id},`);
  if (user.active !== old.active) changes.push(sql`active = ${user.active},`);
  return join(changes, ' ');
}

function contentOf(user: UserContent, at: Ms): Sql {
  return sql`user_name = ${user.user_name}, user_name_key = ${caseKey(user.user_name)},
    display_name = ${user.display_name}, display_name_folded = ${foldName(user.display_name)},
    email = ${user.email}, email_key = ${keyOf(user.email)}, external_id = ${user.external_id},
    active = ${user.active}, resource = ${user.resource}, version = version + 1, modified_at = ${at}`;
}

export async function setUserRole(transaction: Transaction, account: string, id: string, role: UserRow['role'], at: Ms): Promise<void> {
  await transaction.run(sql`
    update users set role = ${role}, version = version + 1, modified_at = ${at} where account = ${account} and id = ${id}`);
}

/** Okta sent the user and changed nothing by it; an older refusal is solved. */
export async function markUserSynced(transaction: Transaction, account: string, id: string, at: Ms): Promise<void> {
  await transaction.run(sql`
    update users set synced_at = case when synced_at > ${at} then synced_at else ${at} end,
      refusal_at = null, refusal_reason = null, refusal_detail = null
    where account = ${account} and id = ${id}`);
}

/** Okta sent the user as it is, some time ago. What was refused since is not solved by that. */
export async function confirmUser(transaction: Transaction, account: string, id: string, at: Ms): Promise<void> {
  await transaction.run(sql`
    update users set synced_at = case when synced_at > ${at} then synced_at else ${at} end where account = ${account} and id = ${id}`);
}

export async function markUserRefused(
  transaction: Transaction,
  account: string,
  id: string,
  refusal: { at: Ms; reason: string; detail: string },
): Promise<void> {
  await transaction.run(sql`
    update users set refusal_at = ${refusal.at}, refusal_reason = ${refusal.reason}, refusal_detail = ${refusal.detail}
    where account = ${account} and id = ${id} and owner = 'idp'`);
}

/** The user is Spekit's own from now on, active or not. */
export async function giveUserToSpekit(
  transaction: Transaction,
  account: string,
  id: string,
  active: Flag,
  resource: string,
  at: Ms,
): Promise<void> {
  await transaction.run(sql`
    update users set owner = 'spekit', active = ${active}, resource = ${resource}, version = version + 1, modified_at = ${at},
      refusal_at = null, refusal_reason = null, refusal_detail = null
    where account = ${account} and id = ${id}`);
}

/** The other way round: Okta sends a user again whom Spekit has kept under that id. */
export async function giveUserToOkta(transaction: Transaction, account: string, id: string): Promise<void> {
  await transaction.run(sql`update users set owner = 'idp' where account = ${account} and id = ${id}`);
}

export async function giveAllUsersToSpekit(transaction: Transaction, account: string, at: Ms): Promise<number> {
  return transaction.run(sql`
    update users set owner = 'spekit', version = version + 1, modified_at = ${at},
      refusal_at = null, refusal_reason = null, refusal_detail = null
    where account = ${account} and owner = 'idp'`);
}

export async function deleteUser(transaction: Transaction, account: string, id: string): Promise<void> {
  await transaction.run(sql`delete from users where account = ${account} and id = ${id}`);
}

function keyOf(email: string | null): string | null {
  return email === null ? null : caseKey(email);
}
