import { StoreUnavailable, type Transaction } from '../access.ts';
import type { Writer } from '../group-commit.ts';
import type { PostgresConnection } from './connection.ts';
import type { Pools } from './pools.ts';

/** "SoMk", as in SQLite's header. Whoever writes, or brings the database to a newer version, holds the lock of that number to the end of
 *  the transaction. So writes of all companions come one after the other: each sees what those before it did, and the change log is
 *  committed in the order of its numbers. */
export const lock = 'select pg_advisory_xact_lock(1399803243)';

/** Writes groups over one connection, which is taken anew for each: one that was lost is replaced by that. */
export class PostgresWriter implements Writer {
  readonly #pools: Pools;
  #connection: PostgresConnection | null = null;

  constructor(pools: Pools) {
    this.#pools = pools;
  }

  get inTransaction(): boolean {
    return this.#connection?.inTransaction ?? false;
  }

  async begin(): Promise<Transaction> {
    this.#connection = await this.#pools.toWrite();
    await this.#connection.exec(`begin; ${lock}`);
    return this.#connection;
  }

  async exec(text: string): Promise<void> {
    const done = this.#open().exec(text);
    // Nobody waits for a savepoint: it goes out with the first statement after it, which fails where it does.
    if (text.startsWith('savepoint')) done.catch(() => undefined);
    else await done;
  }

  async commit(): Promise<void> {
    // A transaction in which something failed is undone by `commit`, which says so instead of failing.
    if ((await this.#open().exec('commit')) !== 'COMMIT') throw new StoreUnavailable('The transaction was undone.');
    this.#give(false);
  }

  async abandon(): Promise<void> {
    try {
      if (this.inTransaction) await this.exec('rollback');
      this.#give(false);
    } catch {
      this.#give(true);
    }
  }

  #open(): PostgresConnection {
    if (this.#connection === null) throw new StoreUnavailable('No transaction is open.');
    return this.#connection;
  }

  #give(broken: boolean): void {
    this.#connection?.release(broken);
    this.#connection = null;
  }
}
