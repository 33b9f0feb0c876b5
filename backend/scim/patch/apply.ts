import { say } from '../../../locales/companion.ts';
import { checkOne, checkValue } from '../check-value.ts';
import { ScimError } from '../errors.ts';
import type { Attribute } from '../schemas/attribute.ts';
import { pathText } from '../schemas/resolve.ts';
import { copyOf, isObject, ownProperty, type ScimObject, type ScimValue } from '../value.ts';
import { addElements, assignElement, keepOnePrimary, matching, newElement, withoutValues } from './elements.ts';
import type { Operation } from './request.ts';
import type { Target } from './target.ts';

/** Carries out the operations in order on a copy and gives it (RFC 7644 §3.5.2.1–3). The whole result is to be checked afterwards.
 *  Throws ScimError: `noTarget`, `mutability`, `invalidValue`; the resource given is never changed. */
export function applyPatch(resource: ScimObject, operations: readonly Operation[]): ScimObject {
  const changed = copyOf(resource);
  for (const operation of operations) {
    const place = placeOf(changed, operation.target, operation.op !== 'remove');
    if (place !== null) applyTo(place, operation);
  }
  for (const [name, value] of Object.entries(changed)) {
    if (isObject(value) && Object.keys(value).length === 0) delete changed[name];
  }
  return changed;
}

/** The object that holds the attribute: the resource, or its extension. */
function placeOf(resource: ScimObject, target: Target, make: boolean): ScimObject | null {
  if (target.extension === null) return resource;
  const there = resource[target.extension];
  if (isObject(there)) return there as ScimObject;
  if (!make) return null;
  const made: ScimObject = {};
  resource[target.extension] = made;
  return made;
}

function applyTo(place: ScimObject, { op, target, value }: Operation): void {
  if (op === 'remove') remove(place, target, value);
  else if (target.attribute.multiValued) setMany(place, op, target, value);
  else setOne(place, target, value);
}

/** `add` and `replace` are the same for what has one value; of a complex one the sub-attributes not named stay. */
function setOne(place: ScimObject, target: Target, value: unknown): void {
  const { attribute, sub } = target;
  const at = pathText(target);
  const old = place[attribute.name];
  if (sub !== null) {
    const inside: ScimObject = isObject(old) ? (old as ScimObject) : {};
    set(inside, sub.name, checkValue(sub, value, at));
    set(place, attribute.name, inside);
    return;
  }
  // Entra sends the id alone for a complex attribute with a value, such as the manager.
  const given = attribute.type === 'complex' && typeof value === 'string' ? { value } : value;
  set(
    place,
    attribute.name,
    attribute.type === 'complex' && isObject(given) ? mergeComplex(attribute, old, given, at) : checkValue(attribute, given, at),
  );
}

/** The parts that are named are set, or taken away by null; the others stay (RFC 7644 §3.5.2.3). */
function mergeComplex(attribute: Attribute, old: ScimValue | undefined, given: Record<string, unknown>, at: string): ScimValue {
  const merged: ScimObject = isObject(old) ? { ...(old as ScimObject) } : {};
  for (const sub of attribute.subAttributes ?? []) {
    const value = ownProperty(given, sub.name);
    if (value !== undefined && sub.mutability !== 'readOnly') set(merged, sub.name, checkValue(sub, value, `${at}.${sub.name}`));
  }
  return Object.keys(merged).length === 0 ? null : merged;
}

function setMany(place: ScimObject, op: 'add' | 'replace', target: Target, value: unknown): void {
  const { attribute, sub, filter } = target;
  const at = pathText(target);
  const old = elementsOf(place[attribute.name]);
  if (filter === null && sub === null) {
    const checked = elementsOf(checkValue(attribute, Array.isArray(value) || value === null ? value : [value], at));
    set(place, attribute.name, op === 'add' ? addElements(old, checked) : checked);
    return;
  }
  const hit = filter === null ? old.map((_, index) => index) : matching(old, filter);
  const entry = sub === null ? checkOne(attribute, value, at) : checkOne(sub, value, at);
  if (hit.length === 0) {
    const made = op === 'add' || filter === null ? newElement(filter, sub, entry) : null;
    if (made === null) throw new ScimError(400, 'noTarget', say('patch.no-match', { path: at }));
    set(place, attribute.name, keepOnePrimary([...old, made], [old.length]));
    return;
  }
  const changed = old.map((element, index) => (hit.includes(index) ? assignElement(element, op, sub, entry) : element));
  set(place, attribute.name, keepOnePrimary(changed, hit));
}

/** What is not there is removed already. With a list of values (Entra sends that), those elements alone go. */
function remove(place: ScimObject, target: Target, value: unknown): void {
  const { attribute, sub, filter } = target;
  if ((sub ?? attribute).required) throw new ScimError(400, 'mutability', say('patch.required', { path: pathText(target) }));
  const old = place[attribute.name];
  if (old === undefined) return;
  if (!attribute.multiValued) {
    if (sub === null) delete place[attribute.name];
    else if (isObject(old)) delete old[sub.name];
    return;
  }
  const elements = elementsOf(old);
  if (filter === null && sub === null) {
    set(place, attribute.name, Array.isArray(value) && value.length > 0 ? withoutValues(elements, value) : null);
    return;
  }
  const hit = filter === null ? elements.map((_, index) => index) : matching(elements, filter);
  if (sub === null) {
    set(
      place,
      attribute.name,
      elements.filter((_, index) => !hit.includes(index)),
    );
    return;
  }
  for (const index of hit) {
    const element = elements[index];
    if (isObject(element)) delete element[sub.name];
  }
}

function set(place: ScimObject, name: string, value: ScimValue): void {
  if (value === null || (Array.isArray(value) && value.length === 0)) delete place[name];
  else place[name] = value;
}

function elementsOf(value: ScimValue | undefined): ScimValue[] {
  return Array.isArray(value) ? value : [];
}
