import type { Reads } from '../access.ts';
import type { ChangeRow, Ms } from '../rows.ts';
import { sql } from '../sql.ts';

export async function lastRefusal(reads: Reads, account: string): Promise<ChangeRow | undefined> {
  return reads.get<ChangeRow>(sql`
    select * from changes where account = ${account} and outcome = 'refused' order by at desc, seq desc limit 1`);
}

export async function refusalsSince(reads: Reads, account: string, since: Ms): Promise<number> {
  const row = await reads.get<{ count: number }>(sql`
    select count(*) as count from changes where account = ${account} and outcome = 'refused' and at >= ${since}`);
  return row?.count ?? 0;
}
