import type { Sort } from '../../scim/list-query.ts';
import { pathText } from '../../scim/schemas/resolve.ts';
import type { ResourceType } from '../../scim/schemas/resource-types.ts';
import { type Sql, sql } from '../sql.ts';
import { columnOf, elementsOf, jsonPlace } from './columns.ts';

/** The order of a list (RFC 7644 §3.4.2.3): without a value last, or first where descending; then as the resources came to be.
 *  Of several values the primary one counts, or else the first. */
export function orderBy(type: ResourceType, account: string, sort: Sort | null): Sql {
  if (sort === null) return sql`id`;
  const { path } = sort;
  const attribute = path.sub ?? path.attribute;
  const place = path.attribute.multiValued ? firstElement(type, account, path) : (columnOf(type, pathText(path)) ?? jsonPlace(path));
  const value = attribute.caseExact || place.folded || attribute.type !== 'string' ? place.value : sql`case_key(${place.value})`;
  return sort.descending ? sql`${value} is null desc, ${value} desc, id` : sql`${value} is null, ${value}, id`;
}

function firstElement(type: ResourceType, account: string, path: Sort['path']): { value: Sql; folded: boolean } {
  const { from, subPlace } = elementsOf(type, account, path);
  const value = subPlace(path.sub?.name ?? 'value').value;
  const primary = subPlace('primary').value;
  return { value: sql`(select ${value} from ${from} order by coalesce(${primary}, ${0}) desc, element.key limit 1)`, folded: false };
}
