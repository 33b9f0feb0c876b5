import type { Reads } from '../access.ts';
import type { ChangeRow } from '../rows.ts';
import { sql } from '../sql.ts';

/** The first rows after a sequence number, oldest first. */
export async function changesAfter(reads: Reads, account: string, after: number, limit: number): Promise<ChangeRow[]> {
  return reads.all<ChangeRow>(sql`
    select * from changes where account = ${account} and seq > ${after} order by seq limit ${limit}`);
}

/** The newest rows after a sequence number, oldest first as well. */
export async function newestChanges(reads: Reads, account: string, after: number, limit: number): Promise<ChangeRow[]> {
  const rows = await reads.all<ChangeRow>(sql`
    select * from changes where account = ${account} and seq > ${after} order by seq desc limit ${limit}`);
  return rows.reverse();
}
