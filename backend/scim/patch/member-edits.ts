import { say } from '../../../locales/companion.ts';
import { checkValue } from '../check-value.ts';
import { ScimError } from '../errors.ts';
import type { Filter } from '../filter/filter.ts';
import { membersAttribute } from '../schemas/group.ts';
import { isObject, type ScimValue } from '../value.ts';
import type { Operation } from './request.ts';

/** A change of a group's members. Members are rows, not part of the resource that PATCH edits: one of ten thousand is changed alone. */
export type MemberEdit = { kind: 'add' | 'remove' | 'set'; ids: string[] } | { kind: 'remove-where'; filter: Filter };

export function isMemberOperation(operation: Operation): boolean {
  return operation.target.attribute === membersAttribute;
}

/** What an operation on `members` asks for. Throws ScimError `invalidValue`, `mutability`, `noTarget`. */
export function memberEdit({ op, target, value }: Operation): MemberEdit {
  const { filter, sub } = target;
  // A member is its id: it can be put in and taken out, nothing of it can be changed.
  if (sub !== null) throw new ScimError(400, 'mutability', say('patch.read-only', { path: `members.${sub.name}` }));
  if (op === 'remove') {
    const id = filter === null ? null : onlyId(filter);
    if (id !== null) return { kind: 'remove', ids: [id] };
    if (filter !== null) return { kind: 'remove-where', filter };
    const listed = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    return listed ? { kind: 'set', ids: [] } : { kind: 'remove', ids: memberIds(asList(value)) };
  }
  if (filter !== null) throw new ScimError(400, 'noTarget', say('patch.member-by-filter'));
  return { kind: op === 'add' ? 'add' : 'set', ids: memberIds(asList(value)) };
}

/** The ids in the `members` of a body, each once. Nested groups are refused plainly: Spekit's teams do not nest. */
export function memberIds(value: unknown): string[] {
  if (membersAttribute === undefined) return [];
  const members = checkValue(membersAttribute, value, 'members');
  const ids = new Set<string>();
  for (const member of Array.isArray(members) ? members : []) ids.add(idOf(member));
  return [...ids];
}

function idOf(member: ScimValue): string {
  const id = isObject(member) ? member['value'] : undefined;
  const type = isObject(member) ? member['type'] : undefined;
  if (typeof id !== 'string' || id === '') throw new ScimError(400, 'invalidValue', say('scim.missing', { at: 'members.value' }));
  if (typeof type === 'string' && type.toLowerCase() === 'group') {
    throw new ScimError(400, 'invalidValue', say('scim.nested-group', { id: id.slice(0, 200) }));
  }
  return id;
}

function asList(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => (typeof entry === 'string' ? { value: entry } : entry));
  return typeof value === 'string' ? [{ value }] : isObject(value) ? [value] : value;
}

function onlyId(filter: Filter): string | null {
  const single = filter.kind === 'compare' && filter.operator === 'eq' && filter.path.sub?.name === 'value';
  return single && filter.operand.type === 'text' ? filter.operand.value : null;
}
