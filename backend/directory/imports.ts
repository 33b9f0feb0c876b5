import type { ImportedTeam, ImportedUser } from '../../contract/mapping-imports.ts';
import { foldName } from '../../ownership/reserved.ts';
import { caseKey } from '../scim/case-key.ts';
import { checkResource } from '../scim/check-resource.ts';
import { userType } from '../scim/schemas/resource-types.ts';
import { newestId } from '../store/reads/newest-id.ts';
import { teamById, teamsByName, userById, usersByEmail } from '../store/reads/subjects.ts';
import type { UserRow } from '../store/rows.ts';
import * as imports from '../store/writes/imports.ts';
import { addMember } from '../store/writes/members.ts';
import { insertTeam, updateTeamSettings } from '../store/writes/teams.ts';
import { insertUser, setUserRole, type UserContent, updateUserContent } from '../store/writes/users.ts';
import type { Act } from './act.ts';
import { teamContent, userContent } from './content.ts';
import { membersHappened } from './members.ts';
import { newId } from './new-id.ts';

// What Spekit's own exports say that Spekit has. They are taken in as Spekit's own, beside whatever Okta has pushed.

export type Taken = 'added' | 'changed' | 'unchanged' | 'connected';

/** Takes a user in, or brings what was taken in before up to date. Throws ScimError for values that no user can have.
 *  Once the account is connected, whom Okta sent under that name or address is the very same account. */
export async function importUser(act: Act, user: ImportedUser): Promise<{ taken: Taken; id: string }> {
  const { transaction, account, at } = act;
  const content = contentOf(user);
  const ids = { salesforce_id: user.salesforceId ?? null, federation_id: user.federationId ?? null };
  const named = await usersByEmail(transaction, account.id, content.user_name);
  const old = named.find((row) => row.owner === 'spekit' && isSame(row, content, user));
  if (old === undefined) {
    const okta = account.connection === 'connected' ? named.find(({ owner }) => owner === 'idp') : undefined;
    if (okta !== undefined) return { taken: 'connected', id: okta.id };
    const id = newId(await newestId(transaction, account.id, 'users'));
    const own = { owner: 'spekit', pending: 0, invited_by: user.source, role: user.role, synced_at: null } as const;
    const row = await insertUser(transaction, account.id, { ...content, ...own, id }, at);
    await imports.keepImportedUser(transaction, account.id, id, ids, row.version);
    act.happened.push({ event: 'user.created', kind: 'user', id, name: content.display_name });
    return { taken: 'added', id };
  }
  const before = await imports.importedIds(transaction, account.id, old.id);
  const sameIds = before?.salesforce_id === ids.salesforce_id && before.federation_id === ids.federation_id;
  if (content.resource === old.resource && old.role === user.role && old.invited_by === user.source && sameIds) {
    return { taken: 'unchanged', id: old.id };
  }
  await bringUpToDate(act, old, content, user, ids);
  return { taken: 'changed', id: old.id };
}

async function bringUpToDate(act: Act, old: UserRow, content: UserContent, user: ImportedUser, ids: imports.ImportedIds): Promise<void> {
  const { transaction, account, at } = act;
  const subject = { kind: 'user', id: old.id, name: content.display_name } as const;
  if (content.resource !== old.resource) {
    await updateUserContent(transaction, account.id, old.id, content, at);
    act.happened.push({ event: 'user.updated', ...subject });
  }
  if (old.role !== user.role) {
    await setUserRole(transaction, account.id, old.id, user.role, at);
    act.happened.push({ event: 'user.role-changed', ...subject, facts: { from: old.role, to: user.role } });
  }
  if (old.invited_by !== user.source) await imports.setInvitedBy(transaction, account.id, old.id, user.source);
  const row = await userById(transaction, account.id, old.id);
  await imports.keepImportedUser(transaction, account.id, old.id, ids, row?.version ?? old.version);
}

/** Takes a team in. Gives its id; null where the name is one of Okta's alone in a connected account. */
export async function importTeam(act: Act, { name, description }: ImportedTeam): Promise<{ taken: Taken; id: string }> {
  const { transaction, account, at } = act;
  const named = await teamsByName(transaction, account.id, name);
  const old = named.find(({ owner }) => owner === 'spekit');
  const okta = account.connection === 'connected' ? named.find(({ owner }) => owner === 'idp') : undefined;
  if (old === undefined && okta !== undefined) return { taken: 'connected', id: okta.id };
  if (old === undefined) {
    const id = newId(await newestId(transaction, account.id, 'teams'));
    const own = { owner: 'spekit', description, all_topics: 1, speks_without_topic: 1, synced_at: null } as const;
    const row = await insertTeam(transaction, account.id, { ...teamContent({ displayName: name.trim() }), ...own, id }, at);
    await imports.keepImportedTeam(transaction, account.id, id, row.version);
    act.happened.push({ event: 'team.created', kind: 'team', id, name: row.name });
    return { taken: 'added', id };
  }
  if (description === '' || description === old.description) return { taken: 'unchanged', id: old.id };
  const { all_topics, speks_without_topic } = old;
  await updateTeamSettings(transaction, account.id, old.id, { description, all_topics, speks_without_topic }, at);
  act.happened.push({ event: 'team.description-changed', kind: 'team', id: old.id, name: old.name });
  const row = await teamById(transaction, account.id, old.id);
  await imports.keepImportedTeam(transaction, account.id, old.id, row?.version ?? old.version);
  return { taken: 'changed', id: old.id };
}

/** Adds users to teams; takes nobody out. Gives how many memberships are new.
 *  @param teams The users of each team, by the ids. */
export async function importMemberships(
  act: Act,
  teams: ReadonlyMap<string, { name: string; users: ReadonlySet<string> }>,
): Promise<number> {
  let count = 0;
  for (const [team, { name, users }] of teams) {
    const all = [...users];
    const isNew = await Promise.all(all.map((user) => addMember(act.transaction, act.account.id, team, user)));
    const added = new Set(all.filter((_, index) => isNew[index]));
    count += added.size;
    act.happened.push(...(await membersHappened(act, { id: team, name }, { added, removed: new Set() })));
  }
  return count;
}

/** Takes out again what is as it was imported. */
export async function takeImportsBack(act: Act): Promise<{ users: number; teams: number; kept: number }> {
  const users = await imports.deleteUnchangedUsers(act.transaction, act.account.id);
  const teams = await imports.deleteUnchangedTeams(act.transaction, act.account.id);
  const kept = await imports.forgetImported(act.transaction, act.account.id);
  act.happened.push(...users.map(({ id, name }) => ({ event: 'user.deleted', kind: 'user', id, name }) as const));
  act.happened.push(...teams.map(({ id, name }) => ({ event: 'team.deleted', kind: 'team', id, name }) as const));
  return { users: users.length, teams: teams.length, kept };
}

/** Under one name somebody may have an account of each source. Who came by an earlier connection is neither. */
function isSame(row: UserRow, { user_name }: UserContent, { source }: ImportedUser): boolean {
  return caseKey(row.user_name) === caseKey(user_name) && (row.invited_by === source || row.invited_by === 'idp');
}

function contentOf({ email, userName, firstName, lastName, displayName, active }: ImportedUser): UserContent {
  const name = { ...(firstName !== '' && { givenName: firstName }), ...(lastName !== '' && { familyName: lastName }) };
  return userContent(
    checkResource(userType, {
      userName: userName ?? email,
      ...(Object.keys(name).length > 0 && { name }),
      ...(foldName(displayName) !== '' && { displayName }),
      emails: [{ value: email, type: 'work', primary: true }],
      active,
    }),
  );
}
