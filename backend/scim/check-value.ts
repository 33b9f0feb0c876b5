import { say } from '../../locales/companion.ts';
import { ScimError } from './errors.ts';
import { type Attribute, findAttribute } from './schemas/attribute.ts';
import { isObject, type ScimObject, type ScimValue } from './value.ts';

const longest = 10_000;

/** Checks what a client gave for an attribute and gives it in the schema's own form: names in their spelling, read-only and unknown
 *  names left out. Null, an empty list and an object without anything known are "unassigned" (RFC 7643 §2.5): null.
 *  Throws ScimError `invalidValue`, naming `at`. */
export function checkValue(attribute: Attribute, value: unknown, at: string): ScimValue {
  if (value === null || value === undefined) return null;
  if (!attribute.multiValued) return checkOne(attribute, value, at);
  if (!Array.isArray(value)) throw wrong('scim.not-a-list', { at });
  const elements = value.map((element, index) => checkOne(attribute, element, `${at}[${index}]`)).filter((element) => element !== null);
  if (elements.filter(isPrimary).length > 1) throw wrong('scim.two-primaries', { at });
  return elements.length === 0 ? null : elements;
}

/** The same for one value of a multi-valued attribute. */
export function checkOne(attribute: Attribute, value: unknown, at: string): ScimValue {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) throw wrong('scim.not-one', { at });
  if (attribute.type === 'complex') return checkComplex(attribute, value, at);
  if (isObject(value)) throw wrong('scim.wrong-type', { at, type: attribute.type });
  return checkSimple(attribute, value, at);
}

export function isPrimary(element: ScimValue): boolean {
  return isObject(element) && element['primary'] === true;
}

function checkComplex(attribute: Attribute, value: unknown, at: string): ScimValue {
  if (!isObject(value)) throw wrong('scim.not-an-object', { at });
  const checked: ScimObject = {};
  const known = attribute.subAttributes ?? [];
  const given = new Map<string, ScimValue>();
  for (const [name, entry] of Object.entries(value)) {
    const sub = findAttribute(known, name);
    if (sub === undefined || sub.mutability === 'readOnly') continue;
    if (given.has(sub.name)) throw wrong('scim.given-twice', { at: `${at}.${sub.name}` });
    given.set(sub.name, checkValue(sub, entry, `${at}.${sub.name}`));
  }
  for (const sub of known) {
    const entry = given.get(sub.name) ?? null;
    if (entry !== null) checked[sub.name] = entry;
    else if (sub.required) throw wrong('scim.missing', { at: `${at}.${sub.name}` });
  }
  return Object.keys(checked).length === 0 ? null : checked;
}

function checkSimple(attribute: Attribute, value: unknown, at: string): ScimValue {
  switch (attribute.type) {
    case 'boolean':
      return checkBoolean(value, at);
    case 'integer':
    case 'decimal':
      if (typeof value === 'number' && (attribute.type === 'decimal' || Number.isInteger(value))) return value;
      throw wrong('scim.wrong-type', { at, type: attribute.type });
    case 'dateTime':
      if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString();
      throw wrong('scim.wrong-type', { at, type: attribute.type });
    default:
      return checkText(attribute, value, at);
  }
}

/** Entra sends "True" and "False" for a boolean. */
function checkBoolean(value: unknown, at: string): boolean {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text === 'true' || text === 'false') return text === 'true';
  throw wrong('scim.wrong-type', { at, type: 'boolean' });
}

function checkText(attribute: Attribute, value: unknown, at: string): string {
  if (typeof value !== 'string') throw wrong('scim.wrong-type', { at, type: 'string' });
  if (!value.isWellFormed() || value.includes('\0')) throw wrong('scim.broken-text', { at });
  const most = attribute.maxLength ?? longest;
  if (value.length > most) throw wrong('scim.too-long', { at, most });
  return value;
}

function wrong(code: Parameters<typeof say>[0], facts: Parameters<typeof say>[1]): ScimError {
  return new ScimError(400, 'invalidValue', say(code, facts));
}
