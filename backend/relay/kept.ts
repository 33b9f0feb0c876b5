import type { Directory } from '../directory/act.ts';
import { type ResourceOf, takeGroup, takeUser } from '../directory/relayed.ts';
import { deleteGroup } from '../directory/scim-groups.ts';
import { removeUser } from '../directory/scim-users.ts';
import { checkResource } from '../scim/check-resource.ts';
import { ScimError } from '../scim/errors.ts';
import { applyPatch } from '../scim/patch/apply.ts';
import { isMemberOperation, type MemberEdit, memberEdit, memberIds } from '../scim/patch/member-edits.ts';
import { type Operation, readPatch } from '../scim/patch/request.ts';
import { groupType, type ResourceType, userType } from '../scim/schemas/resource-types.ts';
import { isObject, ownProperty, type ScimObject } from '../scim/value.ts';
import { teamById, userById } from '../store/reads/subjects.ts';
import type { Asked } from './caught.ts';
import type { Learned } from './learned.ts';

/** What Spekit has carried out: what was asked, under which id, and the resource that it was answered with, if any. */
export interface CarriedOut extends Asked {
  id: string;
  answered: Record<string, unknown> | null;
}

/** Keeps here what Spekit has carried out. What Spekit answers is what is kept; of what it does not say, what Okta sent.
 *  Throws ScimError for what cannot be kept. */
export async function keep(directory: Directory, learned: Learned, done: CarriedOut): Promise<void> {
  if (done.method === 'DELETE') return released(directory, done);
  return done.kind === 'user' ? keepUser(directory, learned, done) : keepTeam(directory, learned, done);
}

async function keepUser(directory: Directory, learned: Learned, done: CarriedOut): Promise<void> {
  const known = await directory.store.read((reads) => userById(reads, directory.account, done.id));
  const answered = readable(userType, done.answered);
  if (known === undefined && answered === null && done.method === 'PATCH') return learned.user(done.id);
  const operations = done.method === 'PATCH' ? readPatch(userType, done.body) : null;
  const resourceOf = resourceFrom(userType, operations, done.body, answered);
  await learned.withFreeName('user', () => takeUser(directory, done.id, resourceOf, done.method === 'POST'), nameIn(done, 'userName'));
}

async function keepTeam(directory: Directory, learned: Learned, done: CarriedOut): Promise<void> {
  const known = await directory.store.read((reads) => teamById(reads, directory.account, done.id));
  const answered = readable(groupType, done.answered);
  const whole = answered !== null && ownProperty(done.answered ?? {}, 'members') !== undefined;
  if (known === undefined && !whole && done.method === 'PATCH') return learned.team(done.id);
  const operations = done.method === 'PATCH' ? readPatch(groupType, done.body) : null;
  const others = operations?.filter((operation) => !isMemberOperation(operation)) ?? null;
  const resourceOf = resourceFrom(groupType, others, done.body, answered);
  const edits = await learned.members(
    whole ? allOf(done.answered) : (operations?.filter(isMemberOperation).map(memberEdit) ?? allOf(done.body)),
  );
  const take = (): Promise<void> => takeGroup(directory, done.id, resourceOf, edits, done.method === 'POST');
  await learned.withFreeName('team', take, nameIn(done, 'displayName'));
}

/** What is there now: what was there with what Okta sent, and over that what Spekit answered.
 *  @param operations Of a PATCH; null: the body is the whole resource. */
function resourceFrom(type: ResourceType, operations: readonly Operation[] | null, body: unknown, answered: ScimObject | null): ResourceOf {
  return (old) => {
    const sent = operations === null ? checkResource(type, isObject(body) ? body : {}) : old === null ? {} : applyPatch(old, operations);
    const { members, ...resource } = checkResource(type, { ...sent, ...answered });
    return resource;
  };
}

/** A resource as Spekit answers it, as far as it is one: null for what it leaves unclear. */
function readable(type: ResourceType, answered: Record<string, unknown> | null): ScimObject | null {
  try {
    const { members, ...resource } = answered === null ? {} : checkResource(type, answered);
    return Object.keys(resource).length === 0 ? null : resource;
  } catch (error) {
    if (error instanceof ScimError) return null;
    throw error;
  }
}

/** All members that a resource names; no edit where it does not speak of members. */
function allOf(resource: unknown): MemberEdit[] {
  const members = isObject(resource) ? ownProperty(resource, 'members') : undefined;
  return members === undefined ? [] : [{ kind: 'set', ids: memberIds(members ?? []) }];
}

function nameIn({ answered, body }: CarriedOut, attribute: 'userName' | 'displayName'): string {
  for (const resource of [answered, body]) {
    const name = isObject(resource) ? ownProperty(resource, attribute) : undefined;
    if (typeof name === 'string') return name;
  }
  return '';
}

/** What was never known here is not missed. */
async function released(directory: Directory, { kind, id }: CarriedOut): Promise<void> {
  try {
    await (kind === 'user' ? removeUser(directory, id, null) : deleteGroup(directory, id, null));
  } catch (error) {
    if (!(error instanceof ScimError && error.status === 404)) throw error;
  }
}
