import type { Filter } from '../../scim/filter/filter.ts';
import type { Sort } from '../../scim/list-query.ts';
import type { ResourceType } from '../../scim/schemas/resource-types.ts';
import type { Reads } from '../access.ts';
import { orderOf } from '../filter/order.ts';
import { join, ownText, sql } from '../sql.ts';
import { knownOf, type Page, type PageQuery, pageOf } from './scim-pages.ts';

/** What is asked of one of the types. `sort` is null where the type does not have the attribute. */
export interface Part {
  type: ResourceType;
  filter: Filter | null;
  sort: Sort | null;
}

/** A resource found among several types. */
export interface Found {
  type: ResourceType;
  id: string;
}

/** A page over several types: as the parts are in order, where it is not sorted. Its rows are only named; `shownById` reads them.
 *  @param sorted Whether it is, and then how. */
export async function rootPage(
  reads: Reads,
  account: string,
  parts: readonly Part[],
  sorted: { descending: boolean } | null,
  window: Pick<PageQuery, 'from' | 'limit'>,
): Promise<Page<Found>> {
  const each = parts.map(({ type, filter, sort }, index) => {
    const value = sort === null ? null : orderOf(type, account, sort).value;
    // The number of the part before the id: one key, in the order of the parts.
    return sql`select ${ownText(`'${index}' || id`)} as id, ${value ?? sql`null`} as sorted_by ${knownOf(type, account, filter)}`;
  });
  const known = sql`from (${join(each, ' union all ')}) as found where true`;
  const order = { value: sorted === null ? null : ownText('sorted_by'), descending: sorted?.descending ?? false };
  const counted = sql`select count(*) as total ${known}`;
  const page = await pageOf<{ id: string }>(reads, { columns: ownText('id'), known, counted, order }, window);
  const rows = page.rows.flatMap(({ id }) => {
    const part = parts[Number(id[0])];
    return part === undefined ? [] : [{ type: part.type, id: id.slice(1) }];
  });
  return { ...page, rows };
}
