import type { Sort } from '../../scim/list-query.ts';
import { pathText } from '../../scim/schemas/resolve.ts';
import type { ResourceType } from '../../scim/schemas/resource-types.ts';
import { type Sql, type SqlValue, sql } from '../sql.ts';
import { columnOf, elementsOf, jsonPlace } from './columns.ts';

/** How a list is sorted (RFC 7644 §3.4.2.3): without a value last, or first where descending; then as the resources came to be. */
export interface Order {
  /** What is sorted by, beside the id. */
  value: Sql | null;
  descending: boolean;
}

/** The place of one resource in an order. */
export interface Place {
  value: SqlValue;
  id: string;
}

/** Of several values of an attribute the primary one counts, or else the first. */
export function orderOf(type: ResourceType, account: string, sort: Sort | null): Order {
  if (sort === null) return { value: null, descending: false };
  const { path, descending } = sort;
  const attribute = path.sub ?? path.attribute;
  const place = path.attribute.multiValued ? firstElement(type, account, path) : (columnOf(type, pathText(path)) ?? jsonPlace(path));
  const plain = attribute.caseExact || place.folded || attribute.type !== 'string';
  return { value: plain ? place.value : sql`case_key(${place.value})`, descending };
}

export function orderBy({ value, descending }: Order): Sql {
  if (value === null) return sql`id`;
  return descending ? sql`${value} is null desc, ${value} desc, id` : sql`${value} is null, ${value}, id`;
}

/** The same from the other end. */
export function orderBackwards({ value, descending }: Order): Sql {
  if (value === null) return sql`id desc`;
  return descending ? sql`${value} is null, ${value}, id desc` : sql`${value} is null desc, ${value} desc, id desc`;
}

/** The condition on what comes after a place. */
export function isAfter({ value, descending }: Order, last: Place): Sql {
  if (value === null) return sql`id > ${last.id}`;
  if (last.value === null) {
    const rest = sql`${value} is null and id > ${last.id}`;
    return descending ? sql`(${rest} or ${value} is not null)` : sql`(${rest})`;
  }
  const same = sql`${value} = ${last.value} and id > ${last.id}`;
  return descending ? sql`(${value} < ${last.value} or ${same})` : sql`(${value} > ${last.value} or ${same} or ${value} is null)`;
}

function firstElement(type: ResourceType, account: string, path: Sort['path']): { value: Sql; folded: boolean } {
  const { from, subPlace } = elementsOf(type, account, path);
  const value = subPlace(path.sub?.name ?? 'value').value;
  const primary = subPlace('primary').value;
  return { value: sql`(select ${value} from ${from} order by coalesce(${primary}, ${0}) desc, element.key limit 1)`, folded: false };
}
