import { isDeepStrictEqual } from 'node:util';
import { isPrimary } from '../check-value.ts';
import type { Filter } from '../filter/filter.ts';
import { elementMatches } from '../filter/match.ts';
import type { Attribute } from '../schemas/attribute.ts';
import { isObject, type ScimObject, type ScimValue } from '../value.ts';

/** The places of the elements for which the filter holds. */
export function matching(elements: readonly ScimValue[], filter: Filter): number[] {
  return elements.flatMap((element, index) => (elementMatches(filter, element) ? [index] : []));
}

/** Adds elements to a list. One that is there already is not added again (RFC 7644 §3.5.2.1), one of the same value and type is
 *  filled up (RFC 7643 §2.4: that pair stands once), and a new primary takes the old one's place. */
export function addElements(old: readonly ScimValue[], added: readonly ScimValue[]): ScimValue[] {
  const list = [...old];
  const fresh: number[] = [];
  for (const element of added) {
    const there = list.findIndex((one) => isDeepStrictEqual(one, element) || samePair(one, element));
    const known = list[there];
    if (isObject(known) && isObject(element)) list[there] = { ...(known as ScimObject), ...(element as ScimObject) };
    fresh.push(there < 0 ? list.push(element) - 1 : there);
  }
  return keepOnePrimary(list, fresh);
}

function samePair(one: ScimValue, other: ScimValue): boolean {
  if (!isObject(one) || !isObject(other)) return false;
  return one['value'] !== undefined && one['value'] === other['value'] && one['type'] === other['type'];
}

/** Of several primaries, the one that this change has set stays (RFC 7643 §2.4: at most one). Two set at once are left to the check. */
export function keepOnePrimary(list: readonly ScimValue[], changed: readonly number[]): ScimValue[] {
  if (!changed.some((index) => isPrimary(list[index] ?? null))) return [...list];
  return list.map((element, index) =>
    !changed.includes(index) && isPrimary(element) ? { ...(element as ScimObject), primary: false } : element,
  );
}

/** What an element becomes when a value, or one of its sub-attributes, is set. `replace` puts the value in the element's place. */
export function assignElement(element: ScimValue, op: 'add' | 'replace', sub: Attribute | null, value: ScimValue): ScimValue {
  if (!isObject(element)) return value;
  const old = element as ScimObject;
  if (sub === null) return op === 'add' && isObject(value) ? { ...old, ...(value as ScimObject) } : value;
  if (value !== null) return { ...old, [sub.name]: value };
  const { [sub.name]: _, ...rest } = old;
  return rest;
}

/** The element that an `add` makes where its filter finds none: what the filter's equalities say, and the value (Entra adds
 *  `emails[type eq "work"].value` like that). Null where the filter says more than equalities. */
export function newElement(filter: Filter | null, sub: Attribute | null, value: ScimValue): ScimValue | null {
  const element: ScimObject = {};
  const parts = filter === null ? [] : filter.kind === 'and' ? filter.parts : [filter];
  for (const part of parts) {
    if (part.kind !== 'compare' || part.operator !== 'eq' || part.path.sub === null || part.operand.type === 'instant') return null;
    element[part.path.sub.name] = part.operand.value;
  }
  if (sub !== null) return { ...element, [sub.name]: value };
  return isObject(value) ? { ...element, ...(value as ScimObject) } : null;
}

/** Without those elements whose `value` is among the given ones; an element without `value` is compared whole. */
export function withoutValues(elements: readonly ScimValue[], values: readonly unknown[]): ScimValue[] {
  return elements.filter((element) => !values.some((value) => sameValue(element, value)));
}

function sameValue(element: ScimValue, value: unknown): boolean {
  const given = isObject(value) ? value['value'] : value;
  if (isObject(element) && given !== undefined) return element['value'] === given;
  return isDeepStrictEqual(element, value);
}
