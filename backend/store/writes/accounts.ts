import type { AccountType, Connection } from '../../../ownership/actions.ts';
import type { Transaction } from '../access.ts';
import type { AccountRow, Ms, SyncOutcome } from '../rows.ts';
import { sql } from '../sql.ts';

/** Makes the account where it is not there yet; one that is keeps its type. */
export async function ensureAccount(transaction: Transaction, id: string, type: AccountType, at: Ms): Promise<void> {
  await transaction.run(sql`
    insert into accounts (id, type, connection, created_at) values (${id}, ${type}, 'not-connected', ${at})
    on conflict (id) do nothing`);
}

export async function setConnection(transaction: Transaction, account: string, connection: Connection): Promise<void> {
  await transaction.run(sql`update accounts set connection = ${connection} where id = ${account}`);
}

/** Takes the next `count` sequence numbers and gives the first of them. With a sync, it is the last one from now on.
 *  @param account As this transaction has read it; nobody else can have taken a number since. */
export async function takeSequence(
  transaction: Transaction,
  { id, seq }: Pick<AccountRow, 'id' | 'seq'>,
  count: number,
  sync: { at: Ms; outcome: SyncOutcome } | null,
): Promise<number> {
  const synced = sync === null ? sql`` : sql`, last_sync_at = ${sync.at}, last_sync_outcome = ${sync.outcome}`;
  const written = await transaction.run(sql`update accounts set seq = ${seq + count}${synced} where id = ${id} and seq = ${seq}`);
  if (written !== 1) throw new Error('The account is not there, or numbers were taken from it meanwhile.');
  return seq + 1;
}

/** A request that is told of later than it came: a newer one may have been noted meanwhile. */
export async function setLastSync(transaction: Transaction, account: string, at: Ms, outcome: SyncOutcome): Promise<void> {
  await transaction.run(sql`
    update accounts set last_sync_at = ${at}, last_sync_outcome = ${outcome}
    where id = ${account} and (last_sync_at is null or last_sync_at <= ${at})`);
}

export async function setLastSeen(transaction: Transaction, account: string, at: Ms): Promise<void> {
  await transaction.run(sql`
    update accounts set last_seen_at = ${at} where id = ${account} and (last_seen_at is null or last_seen_at < ${at})`);
}
