import type { Reads } from '../access.ts';
import type { AccountRow, Ms } from '../rows.ts';
import { sql } from '../sql.ts';
import type { TokenKind } from '../writes/tokens.ts';

export async function account(reads: Reads, id: string): Promise<AccountRow> {
  const row = await reads.get<AccountRow>(sql`select * from accounts where id = ${id}`);
  if (row === undefined) throw new Error('The account is not there.');
  return row;
}

/** The tokens that there are, one of a kind. */
export function keptTokens(reads: Reads, account: string): Promise<{ kind: TokenKind; hash: string; created_at: Ms }[]> {
  return reads.all(sql`select kind, hash, created_at from tokens where account = ${account} order by kind`);
}

/** Whether Spekit has anybody or anything of its own. */
export async function hasSpekitOwn(reads: Reads, account: string): Promise<boolean> {
  const row = await reads.get<{ own: number }>(sql`
    select count(*) as own where exists (select 1 from users where account = ${account} and owner = 'spekit')
      or exists (select 1 from teams where account = ${account} and owner = 'spekit')`);
  return row?.own === 1;
}
