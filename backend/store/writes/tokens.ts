import type { Transaction } from '../access.ts';
import type { Ms } from '../rows.ts';
import { sql } from '../sql.ts';

export type TokenKind = 'scim' | 'admin';

/** Keeps the hash of the one token of that kind; an older one is not known any more. */
export async function setTokenHash(transaction: Transaction, account: string, kind: TokenKind, hash: string, at: Ms): Promise<void> {
  await transaction.run(sql`
    insert into tokens (account, kind, hash, created_at) values (${account}, ${kind}, ${hash}, ${at})
    on conflict (account, kind) do update set hash = excluded.hash, created_at = excluded.created_at
    where tokens.hash <> excluded.hash`);
}
