import type { Flavour } from '../state.ts';
import { type Conversation, firstResource, idOf, type JsonObject } from './client.ts';

const core = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A member as Okta sends it: never with `type` or `$ref`. */
export interface Member {
  value: string;
  display: string;
}

export interface Target {
  id: string;
  name: string;
}

/** The first push of a group. PUT: look-up by name, create with all members, read, put; a group found by name is linked instead of created.
 *  PATCH: create empty, then add the members. */
export async function createGroup(
  calls: Conversation,
  name: string,
  members: Member[],
  flavour: Flavour,
): Promise<{ id: string; linked: boolean }> {
  const creating = `Error while creating user group ${name}`;
  if (flavour === 'patch') {
    const id = idOf(await calls.send('POST', '/Groups', creating, group(name, [])), creating, 'group');
    if (members.length > 0) await patch(calls, { id, name }, [{ op: 'add', path: 'members', value: members }]);
    return { id, linked: false };
  }
  const filter = encodeURIComponent(`displayName eq "${name}"`);
  const found = firstResource(await calls.send('GET', `/Groups?filter=${filter}`, `Error while verifying if user group ${name} exists`));
  const target = found ?? (await calls.send('POST', '/Groups', creating, group(name, members)));
  const id = idOf(target, creating, 'group');
  await putGroup(calls, { id, name }, members);
  return { id, linked: found !== null };
}

/** Sends the name and members that the group has now. `sent` are the member ids of the last push. */
export async function updateGroup(calls: Conversation, target: Target, members: Member[], sent: string[], flavour: Flavour): Promise<void> {
  if (flavour === 'put') {
    await putGroup(calls, target, members);
    return;
  }
  await renameGroup(calls, target, members, flavour);
  const wanted = new Set(members.map((member) => member.value));
  const before = new Set(sent);
  const added = members.filter((member) => !before.has(member.value));
  const operations: JsonObject[] = sent.filter((id) => !wanted.has(id)).map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` }));
  if (added.length > 0) operations.push({ op: 'add', path: 'members', value: added });
  if (operations.length > 0) await patch(calls, target, operations);
}

/** Sends the name alone; PUT apps know no such call and send the whole group. */
export async function renameGroup(calls: Conversation, target: Target, members: Member[], flavour: Flavour): Promise<void> {
  if (flavour === 'put') await putGroup(calls, target, members);
  else
    await patch(calls, target, [{ op: 'replace', value: { id: target.id, displayName: target.name } }], 'Error while updating user group');
}

/** *Push now*: all members, whatever was sent before. */
export async function pushGroupNow(calls: Conversation, target: Target, members: Member[], flavour: Flavour): Promise<void> {
  if (flavour === 'put') await putGroup(calls, target, members);
  else await patch(calls, target, [{ op: 'replace', path: 'members', value: members }]);
}

/** What the Unlink dialog's "Delete the group in the target app" sends. */
export async function deleteGroup(calls: Conversation, target: Target): Promise<void> {
  await calls.send('DELETE', `/Groups/${encodeURIComponent(target.id)}`, `Error while deleting user group ${target.name}`);
}

async function putGroup(calls: Conversation, target: Target, members: Member[]): Promise<void> {
  const path = `/Groups/${encodeURIComponent(target.id)}`;
  const updating = `Error while updating user group ${target.name}`;
  await calls.send('GET', path, updating);
  await calls.send('PUT', path, updating, group(target.name, members));
}

async function patch(
  calls: Conversation,
  target: Target,
  operations: JsonObject[],
  doing = 'Error while updating user group membership for group',
): Promise<void> {
  const body = { schemas: [patchOp], Operations: operations };
  await calls.send('PATCH', `/Groups/${encodeURIComponent(target.id)}`, `${doing} ${target.name}`, body);
}

const group = (displayName: string, members: Member[]): JsonObject => ({ schemas: [core], displayName, members });
