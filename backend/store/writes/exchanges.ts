import type { Transaction } from '../access.ts';
import type { ExchangeRow, Ms } from '../rows.ts';
import { type Sql, sql } from '../sql.ts';

export async function insertExchange(transaction: Transaction, account: string, row: ExchangeRow): Promise<void> {
  await transaction.run(sql`
    insert into exchanges (account, first_seq, last_seq, at, bulk, method, address, request, request_remark, status, answer, answer_remark)
    values (${account}, ${row.first_seq}, ${row.last_seq}, ${row.at}, ${row.bulk}, ${row.method}, ${row.address}, ${row.request},
      ${row.request_remark}, ${row.status}, ${row.answer}, ${row.answer_remark})
    on conflict (account, first_seq) do nothing`);
}

/** Leaves the newest `most` of those from `oldest` on. They are in the order of their time: what goes is all before one of them. */
export async function forgetExchanges(
  transaction: Transaction,
  account: string,
  { most, oldest }: { most: number; oldest: Ms },
): Promise<void> {
  const bounds: Sql[] = [
    sql`select first_seq from exchanges where account = ${account} and at >= ${oldest} order by first_seq limit 1`,
    sql`select first_seq from exchanges where account = ${account} order by first_seq desc limit 1 offset ${Math.max(most, 1) - 1}`,
  ];
  const [young, newest] = await Promise.all(bounds.map((bound) => transaction.get<{ first_seq: number }>(bound)));
  if (most === 0 || young === undefined) await transaction.run(sql`delete from exchanges where account = ${account}`);
  else {
    const first = Math.max(young.first_seq, newest?.first_seq ?? 0);
    await transaction.run(sql`delete from exchanges where account = ${account} and first_seq < ${first}`);
  }
}
