import { checkResource } from '../scim/check-resource.ts';
import { ScimError } from '../scim/errors.ts';
import type { ResourceType } from '../scim/schemas/resource-types.ts';
import { isObject, ownProperty, type ScimObject } from '../scim/value.ts';

// A resource as Spekit answers it. What does not fit the schema is left out and the rest is taken: Spekit is as it says it is, and an
// answer that was thrown away whole would leave what Okta asked for in its place.

/** What fits the schema, without members; what is required may be missing. */
export function resourceIn(type: ResourceType, answered: Record<string, unknown>): ScimObject {
  const fitting = Object.entries(answered).filter(([name, value]) => alone(type, name, value) !== null);
  const once = new Map(fitting.map((entry) => [entry[0].toLowerCase(), entry]));
  return Object.assign({}, ...[...once.values()].map(([name, value]) => alone(type, name, value))) as ScimObject;
}

/** Whether it says who or what it is. */
export function isNamed(type: ResourceType, resource: ScimObject): boolean {
  return typeof resource[nameAttribute(type)] === 'string';
}

/** What users and groups are told apart by. */
export function nameAttribute(type: ResourceType): 'userName' | 'displayName' {
  return type.name === 'User' ? 'userName' : 'displayName';
}

/** The users among the members that a resource names, each once; null where it does not speak of members. Spekit's teams do not nest. */
export function membersIn(resource: unknown): string[] | null {
  const members = isObject(resource) ? ownProperty(resource, 'members') : undefined;
  if (members === undefined) return null;
  const ids = (Array.isArray(members) ? members : []).map((member: unknown) => {
    if (!isObject(member)) return null;
    const type = ownProperty(member, 'type');
    return typeof type === 'string' && type.toLowerCase() === 'group' ? null : idIn(member, 'value');
  });
  return [...new Set(ids.filter((id) => id !== null))];
}

/** An id, also one that is a number where SCIM has a text. */
export function idIn(resource: Record<string, unknown>, name = 'id'): string | null {
  const id = ownProperty(resource, name);
  if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id);
  return typeof id === 'string' && id !== '' ? id : null;
}

/** One attribute of a resource; null where it does not fit. */
function alone(type: ResourceType, name: string, value: unknown): ScimObject | null {
  const required = nameAttribute(type);
  const itself = name.toLowerCase() === required.toLowerCase();
  try {
    const { members, ...checked } = checkResource(type, itself ? { [name]: value } : { [required]: 'x', [name]: value });
    if (!itself) delete checked[required];
    return checked;
  } catch (error) {
    if (error instanceof ScimError) return null;
    throw error;
  }
}
