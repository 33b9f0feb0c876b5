import { say } from '../../../locales/companion.ts';
import { checkSchemas } from '../check-resource.ts';
import { ScimError } from '../errors.ts';
import { findExtension, pathText } from '../schemas/resolve.ts';
import type { ResourceType } from '../schemas/resource-types.ts';
import { isObject, ownProperty } from '../value.ts';
import { parseTarget, type Target } from './target.ts';

export const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

const verbs = ['add', 'replace', 'remove'] as const;
type Verb = (typeof verbs)[number];

/** One change of one place. `value` is as the client sent it; absent for most removals. */
export interface Operation {
  op: Verb;
  target: Target;
  value: unknown;
}

/** Reads the body of a PATCH. An operation without a path becomes one operation for each attribute of its value (Okta sends those;
 *  Entra writes dotted names and even value paths as their keys). What is read-only or unknown in such a value is left out, as in a PUT;
 *  named by a path, it is refused. Entra's capitals in `op` are taken.
 *  Throws ScimError: `invalidSyntax`, `invalidPath`, `invalidFilter`, `invalidValue`, `mutability`, `noTarget`. */
export function readPatch(type: ResourceType, body: unknown): Operation[] {
  if (!isObject(body)) throw new ScimError(400, 'invalidSyntax', say('scim.body-not-an-object'));
  checkSchemas(patchUrn, body);
  const list = ownProperty(body, 'Operations');
  if (!Array.isArray(list) || list.length === 0) throw new ScimError(400, 'invalidSyntax', say('patch.no-operations'));
  return list.flatMap((entry: unknown) => readOperation(type, entry));
}

function readOperation(type: ResourceType, entry: unknown): Operation[] {
  if (!isObject(entry)) throw new ScimError(400, 'invalidSyntax', say('patch.not-an-operation'));
  const op = verbOf(ownProperty(entry, 'op'));
  const path = ownProperty(entry, 'path');
  const value = ownProperty(entry, 'value');
  if (path === undefined || path === null || path === '') return withoutPath(type, op, value);
  if (typeof path !== 'string') throw new ScimError(400, 'invalidPath', say('patch.bad-path', { path: String(path) }));
  // A URN alone names the whole extension.
  const extension = findExtension(type, path);
  if (extension !== undefined) return ofExtension(type, op, extension.id, op === 'remove' ? null : value);
  const target = parseTarget(type, path);
  refuseReadOnly(target);
  if (op !== 'remove' && value === undefined) throw new ScimError(400, 'invalidValue', say('patch.no-value', { path }));
  return [{ op, target, value }];
}

function verbOf(op: unknown): Verb {
  const name = typeof op === 'string' ? op.toLowerCase() : '';
  const verb = verbs.find((one) => one === name);
  if (verb === undefined) throw new ScimError(400, 'invalidSyntax', say('patch.bad-op', { op: String(op).slice(0, 100) }));
  return verb;
}

function withoutPath(type: ResourceType, op: Verb, value: unknown): Operation[] {
  if (op === 'remove') throw new ScimError(400, 'noTarget', say('patch.remove-needs-path'));
  if (!isObject(value)) throw new ScimError(400, 'invalidValue', say('patch.value-not-an-object'));
  return Object.entries(value).flatMap(([name, entry]) => {
    const extension = findExtension(type, name);
    if (extension !== undefined) return ofExtension(type, op, extension.id, entry);
    const target = knownTarget(type, name);
    return target === null || isReadOnly(target) ? [] : [{ op, target, value: entry }];
  });
}

/** The attributes of an extension's object, each its own operation; null takes all of them away. */
function ofExtension(type: ResourceType, op: Verb, urn: string, value: unknown): Operation[] {
  if (value === null) {
    const attributes = findExtension(type, urn)?.attributes ?? [];
    const targets = attributes.map((attribute): Target => ({ extension: urn, attribute, sub: null, filter: null }));
    return targets.filter((target) => !isReadOnly(target)).map((target) => ({ op: 'remove', target, value: undefined }));
  }
  if (!isObject(value)) throw new ScimError(400, 'invalidValue', say('scim.not-an-object', { at: urn }));
  return Object.entries(value).flatMap(([name, entry]) => {
    const target = knownTarget(type, `${urn}:${name}`);
    return target === null || isReadOnly(target) ? [] : [{ op, target, value: entry }];
  });
}

function knownTarget(type: ResourceType, name: string): Target | null {
  try {
    return parseTarget(type, name);
  } catch (error) {
    if (error instanceof ScimError && error.scimType === 'invalidPath') return null;
    throw error;
  }
}

function isReadOnly(target: Target): boolean {
  return target.attribute.mutability === 'readOnly' || target.sub?.mutability === 'readOnly' || target.attribute.name === 'schemas';
}

function refuseReadOnly(target: Target): void {
  if (isReadOnly(target)) throw new ScimError(400, 'mutability', say('patch.read-only', { path: pathText(target) }));
}
