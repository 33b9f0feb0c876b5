import { say } from '../../locales/companion.ts';
import { caseKey } from '../scim/case-key.ts';
import { checkBody, checkResource } from '../scim/check-resource.ts';
import { ScimError } from '../scim/errors.ts';
import { applyPatch } from '../scim/patch/apply.ts';
import { readPatch } from '../scim/patch/request.ts';
import type { Answer } from '../scim/resource.ts';
import { userType } from '../scim/schemas/resource-types.ts';
import type { ScimObject } from '../scim/value.ts';
import { checkVersion } from '../scim/version.ts';
import { newestId } from '../store/reads/newest-id.ts';
import { idpUserNamed, knownUser } from '../store/reads/subjects.ts';
import type { KnownUser, ShownUser } from '../store/rows.ts';
import { leaveIdpTeams } from '../store/writes/members.ts';
import { forgetRefusedCreation } from '../store/writes/refused-creations.ts';
import { giveUserToSpekit, insertUser, markUserSynced, syncUserContent, type UserContent } from '../store/writes/users.ts';
import type { Act, Directory } from './act.ts';
import { userContent } from './content.ts';
import { newId } from './new-id.ts';

/** Okta assigned a person: a user of Spekit as Viewer, invited. Somebody whom Spekit invited itself under that name stays beside it,
 *  unconnected, until the mapping merges the two (guide: invited outside the IdP "will not be connected to the IdP"). */
export function createUser<T>(directory: Directory, body: unknown, answer: Answer<ShownUser, T>): Promise<T> {
  const resource = withActive(checkBody(userType, body), true);
  return directory.fromOkta(async (act) => {
    const content = userContent(resource);
    await refuseTakenUser(act, content.user_name, null);
    return answer(act.transaction, await addUser(act, newId(await newestId(act.transaction, act.account.id, 'users')), content));
  });
}

/** A user of Okta's comes to be, as Viewer and invited. The name must be free. */
export async function addUser(
  act: Act,
  id: string,
  content: UserContent,
  event: 'user.created' | 'user.updated' = 'user.created',
): Promise<ShownUser> {
  const user = { ...content, id, owner: 'idp', pending: 1, invited_by: 'idp', role: 'Viewer' } as const;
  const row = await insertUser(act.transaction, act.account.id, { ...user, synced_at: act.at }, act.at);
  await forgetRefusedCreation(act.transaction, act.account.id, 'user', caseKey(content.user_name));
  act.happened.push({ event, kind: 'user', id, name: content.display_name });
  return row;
}

/** PUT. What the body leaves out is cleared; but silence does not reactivate anybody. */
export function replaceUser<T>(
  directory: Directory,
  id: string,
  body: unknown,
  ifMatch: string | null,
  answer: Answer<ShownUser, T>,
): Promise<T> {
  const resource = checkBody(userType, body);
  return change(directory, id, ifMatch, answer, () => resource);
}

export function patchUser<T>(
  directory: Directory,
  id: string,
  body: unknown,
  ifMatch: string | null,
  answer: Answer<ShownUser, T>,
): Promise<T> {
  const operations = readPatch(userType, body);
  return change(directory, id, ifMatch, answer, (old) =>
    checkResource(userType, applyPatch(JSON.parse(old.resource) as ScimObject, operations)),
  );
}

/** What is sent for a user that Okta knows: the whole resource, or what operations make of the one that is kept. */
function change<T>(
  directory: Directory,
  id: string,
  ifMatch: string | null,
  answer: Answer<ShownUser, T>,
  resourceOf: (old: KnownUser) => ScimObject,
): Promise<T> {
  return directory.fromOkta(async (act) => {
    const old = await known(act, id);
    checkVersion(old.version, ifMatch);
    return answer(act.transaction, await keepUser(directory, act, old, withActive(resourceOf(old), old.active === 1)));
  });
}

/** DELETE. Okta does not know the user any more, and the id answers 404. The person stays in Spekit, deactivated and Spekit's own, out of
 *  the teams that Okta pushes, with role and content; an admin may delete the account there. An assignment later creates a new user. */
export function removeUser(directory: Directory, id: string, ifMatch: string | null): Promise<void> {
  return directory.fromOkta(async (act) => {
    const old = await known(act, id);
    checkVersion(old.version, ifMatch);
    const resource = { ...(JSON.parse(old.resource) as ScimObject), active: false };
    await leaveIdpTeams(act.transaction, act.account.id, id, act.at);
    await giveUserToSpekit(act.transaction, act.account.id, id, 0, JSON.stringify(resource), act.at);
    const subject = { kind: 'user', id, name: old.display_name } as const;
    if (old.active === 1) act.happened.push({ event: 'user.deactivated', ...subject });
    act.happened.push({ event: 'user.deleted', ...subject });
  });
}

/** Okta has sent a user that is known: what has changed by it is kept and told, and otherwise that it was sent. */
export async function keepUser(directory: Directory, act: Act, old: KnownUser, resource: ScimObject): Promise<ShownUser> {
  const content = userContent(resource);
  if (content.resource === old.resource) {
    if (old.refusal_at === null) directory.freshness.confirmed('user', old.id, act.at);
    else await markUserSynced(act.transaction, act.account.id, old.id, act.at);
    return old;
  }
  if (caseKey(content.user_name) !== caseKey(old.user_name)) await refuseTakenUser(act, content.user_name, old.id);
  const row = await syncUserContent(act.transaction, act.account.id, old, content, act.at);
  const subject = { kind: 'user', id: old.id, name: content.display_name } as const;
  const onlyActive = content.active !== old.active && JSON.stringify({ ...resource, active: old.active === 1 }) === old.resource;
  if (!onlyActive) {
    const renamed = content.display_name !== old.display_name;
    act.happened.push({
      event: 'user.updated',
      ...subject,
      facts: renamed ? { from: old.display_name, to: content.display_name } : {},
    });
  }
  if (content.active !== old.active) act.happened.push({ event: content.active ? 'user.reactivated' : 'user.deactivated', ...subject });
  return row;
}

async function known(act: Act, id: string): Promise<KnownUser> {
  const row = await knownUser(act.transaction, act.account.id, id);
  if (row === undefined) throw new ScimError(404, null, say('scim.no-user', { id }));
  return row;
}

/** Throws ScimError 409 where another user of Okta's has that name. */
export async function refuseTakenUser(act: Act, userName: string, self: string | null): Promise<void> {
  const other = await idpUserNamed(act.transaction, act.account.id, userName);
  if (other !== undefined && other.id !== self) throw new ScimError(409, 'uniqueness', say('scim.user-taken', { userName }));
}

/** The resource says whether the user is active, in its place in the order; a client that leaves it out means `otherwise`. */
export function withActive(resource: ScimObject, otherwise: boolean): ScimObject {
  return typeof resource['active'] === 'boolean' ? resource : checkResource(userType, { ...resource, active: otherwise });
}
