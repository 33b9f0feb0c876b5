import type { Reads } from '../access.ts';
import type { AccountRow } from '../rows.ts';
import { sql } from '../sql.ts';
import type { TokenKind } from '../writes/tokens.ts';

export async function account(reads: Reads, id: string): Promise<AccountRow> {
  const row = await reads.get<AccountRow>(sql`select * from accounts where id = ${id}`);
  if (row === undefined) throw new Error('The account is not there.');
  return row;
}

export async function tokenHash(reads: Reads, account: string, kind: TokenKind): Promise<string | null> {
  const row = await reads.get<{ hash: string }>(sql`select hash from tokens where account = ${account} and kind = ${kind}`);
  return row?.hash ?? null;
}

/** Whether Spekit has anybody or anything of its own. */
export async function hasSpekitOwn(reads: Reads, account: string): Promise<boolean> {
  const row = await reads.get<{ own: number }>(sql`
    select count(*) as own where exists (select 1 from users where account = ${account} and owner = 'spekit')
      or exists (select 1 from teams where account = ${account} and owner = 'spekit')`);
  return row?.own === 1;
}
