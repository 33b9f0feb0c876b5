import type { Filter } from '../../scim/filter/filter.ts';
import type { Sort } from '../../scim/list-query.ts';
import type { ResourceType } from '../../scim/schemas/resource-types.ts';
import type { Reads } from '../access.ts';
import { filterCondition } from '../filter/compile.ts';
import { isAfter, type Order, orderBackwards, orderBy, orderOf, type Place } from '../filter/order.ts';
import { shownOfTeam, shownOfUser } from '../rows.ts';
import { join, ownText, type Sql, type SqlValue, sql } from '../sql.ts';

export interface PageQuery {
  filter: Filter | null;
  sort: Sort | null;
  /** How many to leave out, from 0; or the place after which the page begins, null for the beginning. */
  from: { offset: number } | { after: Place | null };
  limit: number;
}

export interface Page<Row> {
  /** With the columns that are shown to Okta (`rows.ts`). */
  rows: Row[];
  total: number;
  /** Where the next page begins, for one that goes on after a place; null at the end. */
  next: Place | null;
}

/** A page of what Okta knows of a type, by default in the order in which it came to be: that does not change under writes. */
export async function scimPage<Row extends { id: string }>(
  reads: Reads,
  account: string,
  type: ResourceType,
  query: PageQuery,
): Promise<Page<Row>> {
  const known = knownOf(type, account, query.filter);
  const counted = query.filter === null ? allOf(type, account) : sql`select count(*) as total ${known}`;
  return pageOf(reads, { columns: shownColumns(type), known, counted, order: orderOf(type, account, query.sort) }, query);
}

/** How many there are without a filter is kept beside the rows. */
function allOf(type: ResourceType, account: string): Sql {
  return sql`select ${ownText(type.name === 'User' ? 'idp_users' : 'idp_teams')} as total from accounts where id = ${account}`;
}

/** Everything that Okta knows of a type and a filter holds for. */
export function knownOf(type: ResourceType, account: string, filter: Filter | null): Sql {
  const table = ownText(type.name === 'User' ? 'users' : 'teams');
  const condition = filter === null ? sql`true` : filterCondition(type, account, filter);
  return sql`from ${table} where account = ${account} and owner = 'idp' and ${condition}`;
}

/** The resources of these ids, in no order; an id that Okta does not know is passed over. At most as many as a page has. */
export async function shownById<Row>(reads: Reads, account: string, type: ResourceType, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const wanted = join(
    ids.map((id) => sql`${id}`),
    ', ',
  );
  return reads.all<Row>(sql`select ${shownColumns(type)} ${knownOf(type, account, null)} and id in (${wanted})`);
}

function shownColumns(type: ResourceType): Sql {
  return ownText(type.name === 'User' ? shownOfUser : shownOfTeam);
}

export interface List {
  columns: Sql;
  /** `from … where …` */
  known: Sql;
  /** Gives their `total`. */
  counted: Sql;
  order: Order;
}

export async function pageOf<Row extends { id: string }>(
  reads: Reads,
  list: List,
  { from, limit }: Pick<PageQuery, 'from' | 'limit'>,
): Promise<Page<Row>> {
  if ('after' in from) return { total: await count(reads, list), ...(await pageAfter<Row>(reads, list, from.after, limit)) };
  if (from.offset > 0 || limit === 0) {
    const total = await count(reads, list);
    return { total, rows: await pageAt<Row>(reads, list, from.offset, limit, total), next: null };
  }
  const rows = await reads.all<Row>(sql`select ${list.columns} ${list.known} order by ${orderBy(list.order)} limit ${whole(limit)}`);
  // Okta looks for one of a name: where the first page is not full, it is all there is.
  return { total: rows.length < limit ? rows.length : await count(reads, list), rows, next: null };
}

async function count(reads: Reads, { counted }: List): Promise<number> {
  return (await reads.get<{ total: number }>(counted))?.total ?? 0;
}

/** Counted from the nearer end: the last page is found as quickly as the first. */
async function pageAt<Row>(reads: Reads, { columns, known, order }: List, offset: number, limit: number, total: number): Promise<Row[]> {
  const wanted = Math.min(limit, total - offset);
  if (wanted <= 0) return [];
  const behind = total - offset - wanted;
  if (behind >= offset)
    return reads.all<Row>(sql`select ${columns} ${known} order by ${orderBy(order)} limit ${whole(wanted)} offset ${offset}`);
  const backwards = orderBackwards(order);
  const rows = await reads.all<Row>(sql`select ${columns} ${known} order by ${backwards} limit ${whole(wanted)} offset ${behind}`);
  return rows.reverse();
}

/** One row more than asked for is looked at, to know whether anything comes after. */
async function pageAfter<Row extends { id: string }>(
  reads: Reads,
  { columns, known, order }: List,
  after: Place | null,
  limit: number,
): Promise<{ rows: Row[]; next: Place | null }> {
  if (limit === 0) return { rows: [], next: null };
  const rest = after === null ? known : sql`${known} and ${isAfter(order, after)}`;
  const value = order.value ?? sql`null`;
  const rows = await reads.all<Row & { sorted_by: SqlValue }>(
    sql`select ${columns}, ${value} as sorted_by ${rest} order by ${orderBy(order)} limit ${whole(limit + 1)}`,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last !== undefined ? { value: last.sorted_by, id: last.id } : null };
}

/** A number of rows stands in the text: bound, it makes SQLite take twice as long to find one user. Throws for what is no such number. */
function whole(count: number): Sql {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error('It is no number of rows.');
  return ownText(String(count));
}
