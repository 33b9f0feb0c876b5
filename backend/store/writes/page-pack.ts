import type { Transaction } from '../access.ts';
import type { Ms } from '../rows.ts';
import { sql } from '../sql.ts';

/** @param pack In JSON; the one before is forgotten. */
export async function setPagePack(transaction: Transaction, account: string, pack: string, at: Ms): Promise<void> {
  await transaction.run(sql`
    insert into page_packs (account, pack, set_at) values (${account}, ${pack}, ${at})
    on conflict (account) do update set pack = excluded.pack, set_at = excluded.set_at`);
}

export async function removePagePack(transaction: Transaction, account: string): Promise<void> {
  await transaction.run(sql`delete from page_packs where account = ${account}`);
}
