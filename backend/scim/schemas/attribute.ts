// scim/ is the standard's language (RFC 7643, 7644): schemas, filters, patches, errors, lists, and the routes that speak it.
// What may enter: what the standard says. What Okta may do to whom is decided in `directory/`; there is no SQL here.
// `schemas/` holds one definition an attribute: /Schemas, validation, filters and PATCH all read it.

export type AttributeType = 'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex';

/** RFC 7643 §2 and §7. */
export interface Attribute {
  name: string;
  type: AttributeType;
  multiValued: boolean;
  description: string;
  required: boolean;
  caseExact: boolean;
  mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  returned: 'always' | 'never' | 'default' | 'request';
  uniqueness: 'none' | 'server' | 'global';
  canonicalValues?: readonly string[];
  referenceTypes?: readonly string[];
  subAttributes?: readonly Attribute[];
  /** Of a string, in UTF-16 units. Not part of the standard: what we keep is bounded. */
  maxLength?: number;
}

export interface Schema {
  id: string;
  name: string;
  description: string;
  attributes: readonly Attribute[];
}

type Traits = Partial<Omit<Attribute, 'name' | 'type' | 'description' | 'subAttributes'>>;

function attribute(name: string, type: AttributeType, description: string, traits: Traits = {}): Attribute {
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...traits,
  };
}

export const text = (name: string, description: string, traits?: Traits): Attribute => attribute(name, 'string', description, traits);
export const flag = (name: string, description: string, traits?: Traits): Attribute => attribute(name, 'boolean', description, traits);
export const instant = (name: string, description: string, traits?: Traits): Attribute => attribute(name, 'dateTime', description, traits);

export const reference = (name: string, description: string, referenceTypes: readonly string[], traits?: Traits): Attribute =>
  attribute(name, 'reference', description, { caseExact: true, referenceTypes, ...traits });

export const complex = (name: string, description: string, subAttributes: readonly Attribute[], traits?: Traits): Attribute => ({
  ...attribute(name, 'complex', description, traits),
  subAttributes,
});

/** A multi-valued complex attribute with the usual sub-attributes of RFC 7643 §2.4. */
export function plural(name: string, description: string, value: Attribute, types: readonly string[] = []): Attribute {
  const subAttributes = [
    value,
    text('display', 'A name of the value for people.'),
    text('type', 'What the value is for.', types.length > 0 ? { canonicalValues: types } : {}),
    flag('primary', 'Whether it is the preferred one; true at most once.'),
  ];
  return complex(name, description, subAttributes, { multiValued: true });
}

const byName = new WeakMap<readonly Attribute[], Map<string, Attribute>>();

/** The attribute of that name in any case (RFC 7643 §2.1: names are case-insensitive). */
export function findAttribute(attributes: readonly Attribute[], name: string): Attribute | undefined {
  let names = byName.get(attributes);
  if (names === undefined) {
    names = new Map(attributes.map((one) => [one.name.toLowerCase(), one]));
    byName.set(attributes, names);
  }
  return names.get(name.toLowerCase());
}
