import { say } from '../../locales/companion.ts';
import { checkValue } from './check-value.ts';
import { ScimError } from './errors.ts';
import { type Attribute, findAttribute } from './schemas/attribute.ts';
import { commonAttributes } from './schemas/common.ts';
import { findExtension, sameUrn } from './schemas/resolve.ts';
import type { ResourceType } from './schemas/resource-types.ts';
import { isObject, ownProperty, type ScimObject, type ScimValue } from './value.ts';

/** Checks the body of a POST or PUT against the schema and gives what we keep of it, in the schema's own spelling and order.
 *
 *  Left out without a word: what is read-only (Okta's PUT sends our own GET body back), and what no schema of the type knows.
 *  Throws ScimError: `invalidSyntax` for what is no resource, `invalidValue` for a value that does not fit. */
export function checkBody(type: ResourceType, body: unknown): ScimObject {
  if (!isObject(body)) throw new ScimError(400, 'invalidSyntax', say('scim.body-not-an-object'));
  checkSchemas(type.schema.id, body);
  return checkResource(type, body);
}

/** The body must say what it is (RFC 7643 §3). URNs that we do not know may stand beside it. */
export function checkSchemas(urn: string, body: Record<string, unknown>): void {
  const schemas = ownProperty(body, 'schemas');
  const named = Array.isArray(schemas) && schemas.some((one) => typeof one === 'string' && sameUrn(one, urn));
  if (!named) throw new ScimError(400, 'invalidValue', say('scim.schemas-missing', { urn }));
}

/** The same without the `schemas`: a body, or a resource that a PATCH has changed. */
export function checkResource(type: ResourceType, resource: Record<string, unknown>): ScimObject {
  const given = new Map<string, ScimValue>();
  const extensions = new Map<string, ScimObject>();
  for (const [name, value] of Object.entries(resource)) {
    const extension = findExtension(type, name);
    if (extension !== undefined) {
      if (value !== null && !isObject(value)) throw new ScimError(400, 'invalidValue', say('scim.not-an-object', { at: extension.id }));
      const checked = value === null ? {} : checkAll(extension.attributes, value, `${extension.id}:`);
      if (Object.keys(checked).length > 0) extensions.set(extension.id, checked);
      continue;
    }
    take(given, findAttribute(type.schema.attributes, name) ?? findAttribute(commonAttributes, name), value, '');
  }
  const checked = inOrder([...commonAttributes, ...type.schema.attributes], given);
  for (const { id } of type.extensions) {
    const extension = extensions.get(id);
    if (extension !== undefined) checked[id] = extension;
  }
  return checked;
}

function checkAll(attributes: readonly Attribute[], object: Record<string, unknown>, prefix: string): ScimObject {
  const given = new Map<string, ScimValue>();
  for (const [name, value] of Object.entries(object)) take(given, findAttribute(attributes, name), value, prefix);
  return inOrder(attributes, given);
}

function take(given: Map<string, ScimValue>, attribute: Attribute | undefined, value: unknown, prefix: string): void {
  if (attribute === undefined || attribute.mutability === 'readOnly' || attribute.name === 'schemas') return;
  const at = `${prefix}${attribute.name}`;
  if (given.has(attribute.name)) throw new ScimError(400, 'invalidSyntax', say('scim.given-twice', { at }));
  given.set(attribute.name, checkValue(attribute, value, at));
}

function inOrder(attributes: readonly Attribute[], given: ReadonlyMap<string, ScimValue>): ScimObject {
  const checked: ScimObject = {};
  for (const attribute of attributes) {
    const value = given.get(attribute.name) ?? null;
    const blank = value === null || (typeof value === 'string' && value.trim() === '');
    if (blank && attribute.required && attribute.mutability !== 'readOnly' && attribute.name !== 'schemas') {
      throw new ScimError(400, 'invalidValue', say('scim.missing', { at: attribute.name }));
    }
    // A password is checked like any value, and then forgotten.
    if (value !== null && attribute.mutability !== 'writeOnly') checked[attribute.name] = value;
  }
  return checked;
}
