import type { Transaction } from '../access.ts';
import type { Ms } from '../rows.ts';
import { sql } from '../sql.ts';

/** A creation that Okta asked for and was refused. `key` is the folded team name, or the case key of the user name. */
export async function keepRefusedCreation(
  transaction: Transaction,
  account: string,
  kind: 'user' | 'team',
  key: string,
  refusal: { at: Ms; reason: string; detail: string },
): Promise<void> {
  await transaction.run(sql`
    insert into refused_creations (account, kind, name_key, at, reason, detail)
    values (${account}, ${kind}, ${key}, ${refusal.at}, ${refusal.reason}, ${refusal.detail})
    on conflict (account, kind, name_key) do update set at = excluded.at, reason = excluded.reason, detail = excluded.detail`);
}

/** Something of that name came to be: what was refused is solved. */
export async function forgetRefusedCreation(transaction: Transaction, account: string, kind: 'user' | 'team', key: string): Promise<void> {
  await transaction.run(sql`delete from refused_creations where account = ${account} and kind = ${kind} and name_key = ${key}`);
}
