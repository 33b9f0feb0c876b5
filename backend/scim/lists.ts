import type { Reads } from '../store/access.ts';
import { scimPage } from '../store/reads/scim-pages.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { listJson } from './list.ts';
import type { ListQuery } from './list-query.ts';
import type { Resource, ResourceRow } from './resource.ts';

/** The answer to a list query on one resource type, in JSON, all of it from one state of the database.
 *  Throws ScimError `invalidCursor`. */
export async function answerList<Row extends ResourceRow>(
  reads: Reads,
  account: string,
  resource: Resource<Row>,
  query: ListQuery,
  base: string,
): Promise<string> {
  const { filter, sort, startIndex, cursor, count, projection } = query;
  const from = cursor === null ? { offset: startIndex - 1 } : { after: readCursor(query.text, cursor) };
  const { rows, total, next } = await scimPage<Row>(reads, account, resource.type, { filter, sort, from, limit: count });
  const shown = await resource.show(reads, rows, base, projection);
  if (cursor === null) return listJson(shown, total, { startIndex });
  return listJson(shown, total, { nextCursor: next === null ? null : writeCursor(query.text, next) });
}
