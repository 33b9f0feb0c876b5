import type { z } from 'zod';
import type { editUserRequest, inviteRequest } from '../../contract/api.ts';
import { say } from '../../locales/companion.ts';
import { explainInOneLine } from '../../locales/explain.ts';
import type { Action, Role } from '../../ownership/actions.ts';
import { decide } from '../../ownership/decide.ts';
import { caseKey } from '../scim/case-key.ts';
import { checkResource } from '../scim/check-resource.ts';
import { userType } from '../scim/schemas/resource-types.ts';
import { isObject, type ScimObject } from '../scim/value.ts';
import { newestId } from '../store/reads/newest-id.ts';
import { userById, usersByEmail } from '../store/reads/subjects.ts';
import type { UserRow } from '../store/rows.ts';
import { deleteUser, insertUser, setUserRole, updateUserContent } from '../store/writes/users.ts';
import type { Act } from './act.ts';
import { userContent } from './content.ts';
import { newId } from './new-id.ts';
import { Refused } from './refused.ts';

// What an admin does to users in Spekit. Each throws Refused where Okta owns the act, or the user is not there.

/** A user outside the identity provider, directly or from Salesforce. */
export async function inviteUser(act: Act, request: z.infer<typeof inviteRequest>): Promise<UserRow> {
  const action = request.via === 'salesforce' ? 'spekit.user.invite-salesforce' : 'spekit.user.invite-direct';
  const decision = decide(action, { kind: 'user', owner: 'spekit' }, act.account);
  if (decision.verdict === 'block') throw Refused.by(decision, explainInOneLine(decision, { name: request.email }));
  await refuseTaken(act, request.email, null);
  const content = userContent(resourceOf({ active: true }, request));
  const id = newId(await newestId(act.transaction, act.account.id, 'users'));
  const user = { ...content, id, owner: 'spekit', pending: 1, invited_by: request.via, role: 'Viewer' } as const;
  await insertUser(act.transaction, act.account.id, { ...user, synced_at: null }, act.at);
  act.happened.push({ event: 'user.created', kind: 'user', id, name: content.display_name });
  return spekitUser(act, id);
}

export async function editUser(act: Act, id: string, request: z.infer<typeof editUserRequest>): Promise<UserRow> {
  const old = await spekitUser(act, id);
  const content = userContent(resourceOf(JSON.parse(old.resource) as ScimObject, request));
  if (content.resource === old.resource) return old;
  refuseOwned(act, 'spekit.user.edit-profile', old);
  if (request.email !== undefined && caseKey(request.email) !== caseKey(old.user_name)) await refuseTaken(act, request.email, id);
  await updateUserContent(act.transaction, act.account.id, id, content, act.at);
  const renamed = content.display_name !== old.display_name;
  const facts = renamed ? { from: old.display_name, to: content.display_name } : {};
  act.happened.push({ event: 'user.updated', kind: 'user', id, name: content.display_name, facts });
  return spekitUser(act, id);
}

/** Roles are Spekit's own, also of a user from Okta. */
export async function changeRole(act: Act, id: string, role: Role): Promise<UserRow> {
  const old = await spekitUser(act, id);
  refuseOwned(act, 'spekit.user.change-role', old);
  if (old.role === role) return old;
  await setUserRole(act.transaction, act.account.id, id, role, act.at);
  act.happened.push({ event: 'user.role-changed', kind: 'user', id, name: old.display_name, facts: { from: old.role, to: role } });
  return spekitUser(act, id);
}

export async function setActive(act: Act, id: string, active: boolean): Promise<UserRow> {
  const old = await spekitUser(act, id);
  refuseOwned(act, 'spekit.user.deactivate', old);
  if ((old.active === 1) === active) return old;
  const resource = checkResource(userType, { ...(JSON.parse(old.resource) as ScimObject), active });
  await updateUserContent(act.transaction, act.account.id, id, userContent(resource), act.at);
  act.happened.push({ event: active ? 'user.reactivated' : 'user.deactivated', kind: 'user', id, name: old.display_name });
  return spekitUser(act, id);
}

export async function removeSpekitUser(act: Act, id: string): Promise<void> {
  const old = await spekitUser(act, id);
  refuseOwned(act, 'spekit.user.delete', old);
  await deleteUser(act.transaction, act.account.id, id);
  act.happened.push({ event: 'user.deleted', kind: 'user', id, name: old.display_name });
}

/** Throws Refused `not-found`. */
export async function spekitUser(act: Act, id: string): Promise<UserRow> {
  const row = await userById(act.transaction, act.account.id, id);
  if (row === undefined) throw new Refused('not-found', say('api.no-user', { id }));
  return row;
}

function refuseOwned(act: Act, action: Action, user: UserRow): void {
  const decision = decide(action, { kind: 'user', owner: user.owner, active: user.active === 1 }, act.account);
  if (decision.verdict === 'block') throw Refused.by(decision, explainInOneLine(decision, { name: user.display_name }));
}

/** One person, one account: nobody is invited who has one already, whoever owns it. */
async function refuseTaken(act: Act, email: string, self: string | null): Promise<void> {
  const others = (await usersByEmail(act.transaction, act.account.id, email)).filter((user) => user.id !== self);
  if (others.length > 0) throw new Refused('conflict', say('api.user-taken', { email }));
}

/** A user of Spekit's own is kept in the form of a SCIM resource too: the mapping may make it Okta's. */
function resourceOf(old: ScimObject, request: z.infer<typeof editUserRequest>): ScimObject {
  const { email, givenName, familyName } = request;
  const resource: ScimObject = { ...old };
  if (email !== undefined) {
    resource['userName'] = email;
    resource['emails'] = [{ value: email, type: 'work', primary: true }];
  }
  if (givenName !== undefined || familyName !== undefined) {
    const name: ScimObject = isObject(old['name']) ? (old['name'] as ScimObject) : {};
    const given = { ...(givenName !== undefined && { givenName }), ...(familyName !== undefined && { familyName }) };
    const { formatted: _, ...parts }: ScimObject = { ...name, ...given };
    resource['name'] = parts;
    // A name that Okta once sent is not the name any more.
    delete resource['displayName'];
  }
  return checkResource(userType, resource);
}
