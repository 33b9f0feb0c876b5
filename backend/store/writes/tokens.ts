import type { Transaction } from '../access.ts';
import type { Ms } from '../rows.ts';
import { sql } from '../sql.ts';

/** Okta's, and those of the hints API: who only looks needs no more than the viewer's. */
export const tokenKinds = ['scim', 'viewer', 'admin'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Keeps the hash of the one token of that kind; an older one is not known any more. */
export async function setTokenHash(transaction: Transaction, account: string, kind: TokenKind, hash: string, at: Ms): Promise<void> {
  await transaction.run(sql`
    insert into tokens (account, kind, hash, created_at) values (${account}, ${kind}, ${hash}, ${at})
    on conflict (account, kind) do update set hash = excluded.hash, created_at = excluded.created_at
    where tokens.hash <> excluded.hash`);
}

/** Nobody has a token of that kind any more. */
export async function removeToken(transaction: Transaction, account: string, kind: TokenKind): Promise<void> {
  await transaction.run(sql`delete from tokens where account = ${account} and kind = ${kind}`);
}
