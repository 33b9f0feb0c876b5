import type { Reads } from '../access.ts';
import { sql } from '../sql.ts';

/** The account's page pack in JSON, or null where it has none. */
export async function pagePack(reads: Reads, account: string): Promise<string | null> {
  const row = await reads.get<{ pack: string }>(sql`select pack from page_packs where account = ${account}`);
  return row?.pack ?? null;
}
