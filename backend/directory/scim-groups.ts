import { say } from '../../locales/companion.ts';
import { explainInOneLine } from '../../locales/explain.ts';
import { decide } from '../../ownership/decide.ts';
import { foldName } from '../../ownership/reserved.ts';
import { caseKey } from '../scim/case-key.ts';
import { checkBody, checkResource } from '../scim/check-resource.ts';
import { ScimError } from '../scim/errors.ts';
import { applyPatch } from '../scim/patch/apply.ts';
import { isMemberOperation, type MemberEdit, memberEdit, memberIds } from '../scim/patch/member-edits.ts';
import { readPatch } from '../scim/patch/request.ts';
import type { Answer } from '../scim/resource.ts';
import { groupType } from '../scim/schemas/resource-types.ts';
import { isObject, ownProperty, type ScimObject } from '../scim/value.ts';
import { checkVersion } from '../scim/version.ts';
import { newestId } from '../store/reads/newest-id.ts';
import { idpTeam, idpTeamNamed } from '../store/reads/subjects.ts';
import type { TeamRow } from '../store/rows.ts';
import { forgetRefusedCreation } from '../store/writes/refused-creations.ts';
import { insertTeam, markTeamSynced, syncTeam, type TeamContent } from '../store/writes/teams.ts';
import type { Act, Directory } from './act.ts';
import { teamContent } from './content.ts';
import { editMembers, type MemberChange, membersHappened, namesOf } from './members.ts';
import { newId } from './new-id.ts';
import { release } from './release.ts';

/** Okta pushed a group: a team in Spekit. Where Spekit has a team of that name of its own, a second one comes to be beside it (guide:
 *  "a duplicate will be created"). Throws ScimError: 400 for a reserved name, in the rule's words, 409 for a name pushed already. */
export function createGroup<T>(directory: Directory, body: unknown, answer: Answer<TeamRow, T>): Promise<T> {
  const { resource, members } = readGroup(body);
  return directory.fromOkta(async (act) => {
    const content = teamContent(resource);
    const decision = decide('okta.group.push', { kind: 'group', name: content.name, pushed: false }, act.account);
    if (decision.verdict === 'block') throw refusedName(explainInOneLine(decision, { name: content.name }), decision.reason);
    await refuseTakenGroup(act, content.name, null);
    const id = newId(await newestId(act.transaction, act.account.id, 'teams'));
    return answer(act.transaction, await addGroup(act, id, content, [{ kind: 'add', ids: members ?? [] }]));
  });
}

/** A team of Okta's comes to be, with access to all. The name must be free. */
export async function addGroup(
  act: Act,
  id: string,
  content: TeamContent,
  edits: readonly MemberEdit[],
  event: 'team.created' | 'team.synced' = 'team.created',
): Promise<TeamRow> {
  const settings = { description: '', all_topics: 1, speks_without_topic: 1 } as const;
  const row = await insertTeam(act.transaction, act.account.id, { ...content, ...settings, id, owner: 'idp', synced_at: act.at }, act.at);
  const { added } = await editMembers(act, id, edits);
  await forgetRefusedCreation(act.transaction, act.account.id, 'team', foldName(content.name));
  const facts = added.size > 0 ? { count: added.size, names: await namesOf(act, added) } : {};
  act.happened.push({ event, kind: 'team', id, name: content.name, facts });
  return row;
}

/** PUT. The members given are all members; a body that does not speak of members leaves them as they are (RFC 7644 §3.5.1 leaves that
 *  to us: nobody loses a team by silence). */
export function replaceGroup<T>(
  directory: Directory,
  id: string,
  body: unknown,
  ifMatch: string | null,
  answer: Answer<TeamRow, T>,
): Promise<T> {
  const { resource, members } = readGroup(body);
  return change(directory, id, ifMatch, answer, () => resource, members === null ? [] : [{ kind: 'set', ids: members }]);
}

export function patchGroup<T>(
  directory: Directory,
  id: string,
  body: unknown,
  ifMatch: string | null,
  answer: Answer<TeamRow, T>,
): Promise<T> {
  const operations = readPatch(groupType, body);
  const edits = operations.filter(isMemberOperation).map(memberEdit);
  const others = operations.filter((operation) => !isMemberOperation(operation));
  const resourceOf = (old: TeamRow): ScimObject => checkResource(groupType, applyPatch(JSON.parse(old.resource) as ScimObject, others));
  return change(directory, id, ifMatch, answer, resourceOf, edits);
}

/** What is sent for a group that Okta knows: the whole resource, or what operations make of the one that is kept, and its members. */
function change<T>(
  directory: Directory,
  id: string,
  ifMatch: string | null,
  answer: Answer<TeamRow, T>,
  resourceOf: (old: TeamRow) => ScimObject,
  edits: readonly MemberEdit[],
): Promise<T> {
  return directory.fromOkta(async (act) => {
    const old = await known(act, id);
    checkVersion(old.version, ifMatch);
    return answer(act.transaction, await keepGroup(directory, act, old, resourceOf(old), edits));
  });
}

/** DELETE never deletes the team (guide: "Deleting a team via the IdP is not currently supported"): it releases it. */
export function deleteGroup(directory: Directory, id: string, ifMatch: string | null): Promise<void> {
  return directory.fromOkta(async (act) => {
    const old = await known(act, id);
    checkVersion(old.version, ifMatch);
    await release(act, old);
  });
}

function readGroup(body: unknown): { resource: ScimObject; members: string[] | null } {
  const { members, ...resource } = checkBody(groupType, body);
  const spoken = isObject(body) && ownProperty(body, 'members') !== undefined;
  return { resource, members: spoken ? memberIds(members ?? []) : null };
}

/** Okta has sent a group that is known: what has changed by it is kept and told, and otherwise that it was sent. */
export async function keepGroup(
  directory: Directory,
  act: Act,
  old: TeamRow,
  resource: ScimObject,
  edits: readonly MemberEdit[],
): Promise<TeamRow> {
  const content = teamContent(resource);
  if (content.name !== old.name) await refuseRename(act, old, content.name);
  const members = await editMembers(act, old.id, edits);
  const sameContent = content.resource === old.resource;
  if (sameContent && members.added.size + members.removed.size === 0) {
    if (old.refusal_at === null) directory.freshness.confirmed('team', old.id, act.at);
    else await markTeamSynced(act.transaction, act.account.id, old.id, act.at);
    return old;
  }
  const row = await syncTeam(act.transaction, act.account.id, old, sameContent ? null : content, act.at);
  await tell(act, old, content.name, sameContent, members);
  return row;
}

async function tell(act: Act, old: TeamRow, name: string, sameContent: boolean, members: MemberChange): Promise<void> {
  const subject = { kind: 'team', id: old.id, name } as const;
  if (name !== old.name) {
    act.happened.push({ event: 'team.renamed', ...subject, facts: { from: old.name, to: name } });
    await forgetRefusedCreation(act.transaction, act.account.id, 'team', foldName(name));
  } else if (!sameContent) act.happened.push({ event: 'team.synced', ...subject });
  act.happened.push(...(await membersHappened(act, { id: old.id, name }, members)));
}

async function refuseRename(act: Act, old: TeamRow, newName: string): Promise<void> {
  const decision = decide('okta.group.rename', { kind: 'group', name: old.name, newName, pushed: true }, act.account);
  if (decision.verdict === 'block') throw refusedName(explainInOneLine(decision, { name: old.name, newName }), decision.reason);
  if (caseKey(newName) !== caseKey(old.name)) await refuseTakenGroup(act, newName, old.id);
}

/** Spekit does not take the name, in the rule's words. */
export function refusedName(detail: string, reason: string): ScimError {
  return new ScimError(400, 'invalidValue', detail, reason);
}

/** Throws ScimError 409 where another group of Okta's has that name. */
export async function refuseTakenGroup(act: Act, name: string, self: string | null): Promise<void> {
  const other = await idpTeamNamed(act.transaction, act.account.id, name);
  if (other !== undefined && other.id !== self) throw new ScimError(409, 'uniqueness', say('scim.group-taken', { name }));
}

async function known(act: Act, id: string): Promise<TeamRow> {
  const row = await idpTeam(act.transaction, act.account.id, id);
  if (row === undefined) throw new ScimError(404, null, say('scim.no-group', { id }));
  return row;
}
