import type { Directory } from '../directory/act.ts';
import { type ResourceOf, takeGroup, takeUser } from '../directory/relayed.ts';
import { deleteGroup } from '../directory/scim-groups.ts';
import { removeUser } from '../directory/scim-users.ts';
import { checkResource } from '../scim/check-resource.ts';
import { ScimError } from '../scim/errors.ts';
import { applyPatch } from '../scim/patch/apply.ts';
import { isMemberOperation, type MemberEdit, memberEdit } from '../scim/patch/member-edits.ts';
import { type Operation, readPatch } from '../scim/patch/request.ts';
import { groupType, type ResourceType, userType } from '../scim/schemas/resource-types.ts';
import { isObject, ownProperty, type ScimObject } from '../scim/value.ts';
import { teamById, userById } from '../store/reads/subjects.ts';
import type { TeamRow, UserRow } from '../store/rows.ts';
import { isNamed, membersIn, nameAttribute, resourceIn } from './answered.ts';
import type { Asked } from './caught.ts';
import type { Learned } from './learned.ts';

/** What Spekit has carried out: what was asked, under which id, and the resource that it was answered with, if any. */
export interface CarriedOut extends Asked {
  id: string;
  answered: Record<string, unknown> | null;
}

/** Keeps here what Spekit has carried out. What Spekit answers is what is kept; of what it does not say, what Okta sent. Where that is not
 *  enough to know what is there now, Spekit is asked. Throws ScimError for what cannot be kept.
 *  @param unsure Whether something failed the last time, whatever the database says. */
export async function keep(directory: Directory, learned: Learned, done: CarriedOut, unsure: boolean): Promise<void> {
  if (done.method === 'DELETE') return released(directory, done);
  const [type, byId] = done.kind === 'user' ? [userType, userById] : [groupType, teamById];
  const known = await directory.store.read<UserRow | TeamRow | undefined>((reads) => byId(reads, directory.account, done.id));
  const answered = resourceIn(type, done.answered ?? {});
  const whole = isNamed(type, answered) && (done.kind === 'user' ? 'active' in answered : membersIn(done.answered) !== null);
  if (!whole && done.method !== 'POST' && (unsure || !isCertain(known)) && (await learned.subject(done.kind, done.id))) return;
  try {
    await (done.kind === 'user' ? keepUser(directory, learned, done, answered) : keepTeam(directory, learned, done, answered));
  } catch (error) {
    if (!(error instanceof ScimError) || error.scimType === 'uniqueness' || done.method === 'POST') throw error;
    // Okta's words are not ours to follow, and Spekit has followed them.
    if (!(await learned.subject(done.kind, done.id))) throw error;
  }
}

/** Whether what is here is what Spekit had before. Where something failed on the way, nobody knows what came of it; and what was Okta's no
 *  more was not followed. */
function isCertain(known: UserRow | TeamRow | undefined): boolean {
  return known?.owner === 'idp' && known.refusal_reason?.startsWith('relay.') !== true;
}

async function keepUser(directory: Directory, learned: Learned, done: CarriedOut, answered: ScimObject): Promise<void> {
  const operations = done.method === 'PATCH' ? readPatch(userType, done.body) : null;
  const resourceOf = resourceFrom(userType, operations, done.body, answered);
  const take = (): Promise<void> => takeUser(directory, done.id, resourceOf, done.method === 'POST');
  await learned.withFreeName('user', take, nameIn(userType, answered, done.body));
}

async function keepTeam(directory: Directory, learned: Learned, done: CarriedOut, answered: ScimObject): Promise<void> {
  const operations = done.method === 'PATCH' ? readPatch(groupType, done.body) : null;
  const others = operations?.filter((operation) => !isMemberOperation(operation)) ?? null;
  const resourceOf = resourceFrom(groupType, others, done.body, answered);
  const edits = await learned.members(
    allOf(done.answered) ?? operations?.filter(isMemberOperation).map(memberEdit) ?? allOf(done.body) ?? [],
  );
  const take = (): Promise<void> => takeGroup(directory, done.id, resourceOf, edits, done.method === 'POST');
  await learned.withFreeName('team', take, nameIn(groupType, answered, done.body));
}

/** What is there now: what was there with what Okta sent, and over that what Spekit answered.
 *  @param operations Of a PATCH; null: the body is the whole resource. */
function resourceFrom(type: ResourceType, operations: readonly Operation[] | null, body: unknown, answered: ScimObject): ResourceOf {
  return (old) => {
    const sent = operations === null ? resourceIn(type, isObject(body) ? body : {}) : old === null ? {} : applyPatch(old, operations);
    return checkResource(type, { ...sent, ...answered });
  };
}

/** All members that a resource names; null where it does not speak of members. */
function allOf(resource: unknown): MemberEdit[] | null {
  const ids = membersIn(resource);
  return ids === null ? null : [{ kind: 'set', ids }];
}

function nameIn(type: ResourceType, answered: ScimObject, body: unknown): string {
  const name = answered[nameAttribute(type)] ?? (isObject(body) ? ownProperty(body, nameAttribute(type)) : undefined);
  return typeof name === 'string' ? name : '';
}

/** What was never known here is not missed. */
async function released(directory: Directory, { kind, id }: CarriedOut): Promise<void> {
  try {
    await (kind === 'user' ? removeUser(directory, id, null) : deleteGroup(directory, id, null));
  } catch (error) {
    if (!(error instanceof ScimError && error.status === 404)) throw error;
  }
}
