import { type Attribute, findAttribute } from './attribute.ts';
import { commonAttributes } from './common.ts';
import type { ResourceType } from './resource-types.ts';

/** What an attribute path names: an attribute of the resource or of one of its extensions, and perhaps one of its sub-attributes. */
export interface AttributePath {
  /** The URN of the extension, or null for the core schema and the common attributes. */
  extension: string | null;
  attribute: Attribute;
  sub: Attribute | null;
}

/** Names as a client wrote them. */
export interface PathNames {
  urn: string | null;
  attribute: string;
  sub: string | null;
}

/** Finds what the names stand for, in any case. Undefined for whatever is no attribute of that type: such a name goes no further. */
export function resolvePath(type: ResourceType, names: PathNames): AttributePath | undefined {
  const place = placeOf(type, names.urn);
  if (place === undefined) return undefined;
  const attribute =
    findAttribute(place.attributes, names.attribute) ??
    (place.extension === null ? findAttribute(commonAttributes, names.attribute) : undefined);
  if (attribute === undefined) return undefined;
  if (names.sub === null) return { extension: place.extension, attribute, sub: null };
  const sub = findAttribute(attribute.subAttributes ?? [], names.sub);
  return sub === undefined ? undefined : { extension: place.extension, attribute, sub };
}

function placeOf(type: ResourceType, urn: string | null): { extension: string | null; attributes: readonly Attribute[] } | undefined {
  const core = { extension: null, attributes: type.schema.attributes };
  if (urn === null || sameUrn(urn, type.schema.id)) return core;
  const extension = findExtension(type, urn);
  return extension === undefined ? undefined : { extension: extension.id, attributes: extension.attributes };
}

export function findExtension(type: ResourceType, urn: string): ResourceType['extensions'][number] | undefined {
  return type.extensions.find((one) => sameUrn(one.id, urn));
}

export function sameUrn(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** How a path is written, e.g. `name.givenName` or `urn:…:User:department`. */
export function pathText({ extension, attribute, sub }: AttributePath): string {
  const name = sub === null ? attribute.name : `${attribute.name}.${sub.name}`;
  return extension === null ? name : `${extension}:${name}`;
}
