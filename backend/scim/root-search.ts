import type { Reads } from '../store/access.ts';
import { type Part, rootPage } from '../store/reads/root-pages.ts';
import { shownById } from '../store/reads/scim-pages.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { parseFilterAmong } from './filter/parse.ts';
import { listJson } from './list.ts';
import { listText, readPaging, readSort, textParameter } from './list-query.ts';
import { Projection } from './projection.ts';
import type { Resource, ResourceRow } from './resource.ts';
import type { ResourceType } from './schemas/resource-types.ts';

/** One type's share of a search over all: its resources in JSON, by id. */
export interface Searched {
  type: ResourceType;
  show(reads: Reads, ids: readonly string[], base: string, given: Record<string, unknown>): Promise<Map<string, string>>;
}

export function searched<Row extends ResourceRow>(account: string, resource: Resource<Row>): Searched {
  const { type } = resource;
  return {
    type,
    async show(reads, ids, base, given) {
      const rows = await shownById<Row>(reads, account, type, ids);
      const shown = await resource.show(reads, rows, base, Projection.read(type, given));
      return new Map(rows.map((row, index) => [row.id, shown[index] ?? '{}']));
    },
  };
}

/** A search over all types, from the root (RFC 7644 §3.4.2.1 and §3.4.3), answered in JSON: users first, then groups, where it is not
 *  sorted. `given` holds the parameters of an address, or the body of a `/.search`. An attribute may be one of any of the types.
 *  Gives the work to be done on one state of the database. Throws ScimError as `readListQuery` does. */
export function rootSearch(
  account: string,
  sources: readonly Searched[],
  given: Record<string, unknown>,
): (reads: Reads, base: string) => Promise<string> {
  const types = sources.map((source) => source.type);
  const filter = textParameter(given, 'filter');
  const wanted = filter === null || filter.trim() === '' ? null : filter;
  const parts = types.map(
    (type): Part => ({
      type,
      filter: wanted === null ? null : parseFilterAmong(types, type, wanted),
      sort: readSort(types, type, given),
    }),
  );
  const { startIndex, cursor, count } = readPaging(given);
  const text = listText('', given);
  const from = cursor === null ? { offset: startIndex - 1 } : { after: readCursor(text, cursor) };
  const sorted = parts.find((part) => part.sort !== null)?.sort ?? null;
  return async (reads, base) => {
    const { rows, total, next } = await rootPage(reads, account, parts, sorted, { from, limit: count });
    const shown = new Map<string, string>();
    for (const { type, show } of sources) {
      const ids = rows.filter((row) => row.type === type).map((row) => row.id);
      for (const [id, json] of await show(reads, ids, base, given)) shown.set(id, json);
    }
    const resources = rows.map((row) => shown.get(row.id) ?? '{}');
    if (cursor === null) return listJson(resources, total, { startIndex });
    return listJson(resources, total, { nextCursor: next === null ? null : writeCursor(text, next) });
  };
}
