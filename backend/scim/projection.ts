import { say } from '../../locales/companion.ts';
import { ScimError } from './errors.ts';
import { pathNames } from './filter/path-names.ts';
import { type Attribute, findAttribute } from './schemas/attribute.ts';
import { commonAttributes } from './schemas/common.ts';
import { findExtension, resolvePath } from './schemas/resolve.ts';
import type { ResourceType } from './schemas/resource-types.ts';
import { isObject, ownProperty } from './value.ts';

/** What is known of one name in a list: the whole attribute, or some of its sub-attributes. */
type Parts = 'all' | Set<string>;

/** Which attributes a client wants to see (RFC 7644 §3.9). Names that are no attribute are passed over. */
export class Projection {
  readonly #type: ResourceType;
  readonly #only: boolean;
  /** By `name`, or by `urn` and `urn:name` for extensions. Null: everything is shown. */
  readonly #named: ReadonlyMap<string, Parts> | null;

  private constructor(type: ResourceType, only: boolean, named: ReadonlyMap<string, Parts> | null) {
    this.#type = type;
    this.#only = only;
    this.#named = named;
  }

  /** Reads `attributes`, or else `excludedAttributes`: comma-separated in an address, a list in a body. */
  static read(type: ResourceType, query: Record<string, unknown>): Projection {
    const only = namesIn(query, 'attributes');
    const without = namesIn(query, 'excludedAttributes');
    if (only.length > 0) return new Projection(type, true, partsOf(type, only));
    const hidden = [...without, ...onRequest(type)];
    return new Projection(type, false, hidden.length > 0 ? partsOf(type, hidden) : null);
  }

  /** Whether an attribute of the core schema is shown at all: what is not need not be looked up. */
  wants(name: string): boolean {
    if (this.#named === null) return true;
    const parts = this.#named.get(name);
    return this.#only ? parts !== undefined : parts !== 'all';
  }

  /** A resource in JSON, cut to what the client wants and what is always returned. */
  cut(json: string): string {
    return this.#named === null ? json : JSON.stringify(this.#apply(JSON.parse(json) as Record<string, unknown>));
  }

  #apply(resource: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const shown: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(resource)) {
      const extension = findExtension(this.#type, key);
      const kept = extension === undefined ? this.#keep(key, value, this.#isAlways(key)) : this.#keepExtension(extension.id, value);
      if (kept !== undefined) shown[key] = kept;
    }
    return shown;
  }

  #isAlways(name: string): boolean {
    const attribute = findAttribute(commonAttributes, name) ?? findAttribute(this.#type.schema.attributes, name);
    return attribute?.returned === 'always';
  }

  #keep(name: string, value: unknown, always: boolean): unknown {
    const parts = this.#named?.get(name);
    if (always) return value;
    if (parts === undefined) return this.#only ? undefined : value;
    if (parts === 'all') return this.#only ? value : undefined;
    const cut = (one: unknown): unknown =>
      isObject(one) ? Object.fromEntries(Object.entries(one).filter(([sub]) => parts.has(sub) === this.#only)) : one;
    return Array.isArray(value) ? value.map(cut) : cut(value);
  }

  #keepExtension(urn: string, value: unknown): unknown {
    if (this.#named?.get(urn) === 'all') return this.#only ? value : undefined;
    if (!isObject(value)) return value;
    const kept = Object.entries(value)
      .map(([name, entry]) => [name, this.#keep(`${urn}:${name}`, entry, false)])
      .filter(([, entry]) => entry !== undefined);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
}

const requested = new WeakMap<ResourceType, string[]>();

/** The attributes of a type that are shown only to who names them in `attributes` (RFC 7643 §7, `returned`). */
function onRequest(type: ResourceType): string[] {
  let names = requested.get(type);
  if (names === undefined) {
    const places: [prefix: string, attributes: readonly Attribute[]][] = [
      ['', type.schema.attributes],
      ...type.extensions.map(({ id, attributes }): [string, readonly Attribute[]] => [`${id}:`, attributes]),
    ];
    const isHidden = ({ returned }: Attribute): boolean => returned === 'request';
    names = places.flatMap(([prefix, attributes]) =>
      attributes.flatMap((attribute) =>
        isHidden(attribute)
          ? [`${prefix}${attribute.name}`]
          : (attribute.subAttributes ?? []).filter(isHidden).map((sub) => `${prefix}${attribute.name}.${sub.name}`),
      ),
    );
    requested.set(type, names);
  }
  return names;
}

function namesIn(query: Record<string, unknown>, parameter: string): string[] {
  const value = ownProperty(query, parameter);
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  if (!list.every((entry) => typeof entry === 'string')) {
    throw new ScimError(400, 'invalidValue', say('scim.wrong-type', { at: parameter, type: 'string' }));
  }
  return list.flatMap((entry) => entry.split(',')).map((name) => name.trim());
}

function partsOf(type: ResourceType, names: readonly string[]): Map<string, Parts> {
  const parts = new Map<string, Parts>();
  for (const name of names) {
    const extension = findExtension(type, name);
    if (extension !== undefined) parts.set(extension.id, 'all');
    const split = pathNames(name);
    const path = split === null ? undefined : resolvePath(type, split);
    if (path === undefined) continue;
    const key = path.extension === null ? path.attribute.name : `${path.extension}:${path.attribute.name}`;
    const known = parts.get(key);
    if (path.sub === null) parts.set(key, 'all');
    else if (known === undefined) parts.set(key, new Set([path.sub.name]));
    else if (known !== 'all') known.add(path.sub.name);
  }
  return parts;
}
