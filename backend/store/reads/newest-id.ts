import type { Reads } from '../access.ts';
import { ownText, sql } from '../sql.ts';

/** The largest id of the table, or undefined where it is empty. */
export async function newestId(reads: Reads, account: string, table: 'users' | 'teams'): Promise<string | undefined> {
  const row = await reads.get<{ id: string }>(sql`select id from ${ownText(table)} where account = ${account} order by id desc limit 1`);
  return row?.id;
}
