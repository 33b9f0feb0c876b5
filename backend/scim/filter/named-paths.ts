import { type AttributePath, type PathNames, resolvePath } from '../schemas/resolve.ts';
import type { ResourceType } from '../schemas/resource-types.ts';

/** The attribute that the names stand for in the first of the types that has it. */
export function resolveAmong(types: readonly ResourceType[], names: PathNames): AttributePath | undefined {
  for (const type of types) {
    const path = resolvePath(type, names);
    if (path !== undefined) return path;
  }
  return undefined;
}

export function hasAttribute(type: ResourceType, { extension, attribute }: AttributePath): boolean {
  return resolvePath(type, { urn: extension, attribute: attribute.name, sub: null }) !== undefined;
}

/** Inside brackets a name is a sub-attribute of the elements. */
export function subPath(element: AttributePath, names: PathNames): AttributePath | undefined {
  if (names.urn !== null || names.sub !== null) return undefined;
  const sub = element.attribute.subAttributes?.find((one) => one.name.toLowerCase() === names.attribute.toLowerCase());
  return sub && { ...element, sub };
}

/** Of a complex attribute without a sub-attribute, `value` is compared (RFC 7644 §3.4.2.2: `emails co "example.com"`). */
export function defaultSub(path: AttributePath): AttributePath {
  if (path.sub !== null || path.attribute.type !== 'complex') return path;
  const sub = path.attribute.subAttributes?.find((one) => one.name === 'value');
  return sub === undefined ? path : { ...path, sub };
}
