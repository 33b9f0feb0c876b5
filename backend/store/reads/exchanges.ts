import type { Reads } from '../access.ts';
import type { ExchangeRow } from '../rows.ts';
import { sql } from '../sql.ts';

/** What led to that row of the log. */
export async function exchangeOfChange(reads: Reads, account: string, seq: number): Promise<ExchangeRow | undefined> {
  const row = await reads.get<ExchangeRow>(sql`
    select first_seq, last_seq, at, bulk, method, address, request, request_remark, status, answer, answer_remark
    from exchanges where account = ${account} and first_seq <= ${seq} order by first_seq desc limit 1`);
  return row !== undefined && row.last_seq >= seq ? row : undefined;
}
