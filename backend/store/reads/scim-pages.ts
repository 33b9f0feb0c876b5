import type { Filter } from '../../scim/filter/filter.ts';
import type { Sort } from '../../scim/list-query.ts';
import type { ResourceType } from '../../scim/schemas/resource-types.ts';
import type { Reads } from '../access.ts';
import { filterCondition } from '../filter/compile.ts';
import { orderBy } from '../filter/order.ts';
import { ownText, sql } from '../sql.ts';

export interface Page<Row> {
  rows: Row[];
  total: number;
}

/** A page of what Okta knows of a type, by default in the order in which it came to be: that does not change under writes.
 *  @param offset How many to leave out, from 0. */
export async function scimPage<Row>(
  reads: Reads,
  account: string,
  type: ResourceType,
  query: { filter: Filter | null; sort: Sort | null; offset: number; limit: number },
): Promise<Page<Row>> {
  const table = ownText(type.name === 'User' ? 'users' : 'teams');
  const condition = query.filter === null ? sql`true` : filterCondition(type, account, query.filter);
  const from = sql`from ${table} where account = ${account} and owner = 'idp' and ${condition}`;
  const counted = await reads.get<{ total: number }>(sql`select count(*) as total ${from}`);
  const total = counted?.total ?? 0;
  if (query.limit === 0 || query.offset >= total) return { rows: [], total };
  const order = orderBy(type, account, query.sort);
  const rows = await reads.all<Row>(sql`select * ${from} order by ${order} limit ${query.limit} offset ${query.offset}`);
  return { rows, total };
}
