import type { Pools } from './pools.ts';

const tables = ['users', 'teams', 'members', 'changes', 'refused_creations'];

/** A companion holds one account. Of a few rows the planner would conclude that there are the more accounts the more rows there are. */
export const oneAccount = tables.map((table) => `alter table ${table} alter column account set (n_distinct = 1);\n`).join('');

/** After so many writes since the start the planner is told what is in the tables. */
const moments = [8, 128, 2048, 32_768];

/** Tells PostgreSQL's planner early what the tables hold. Without that it takes the account, which every key begins with, for a selective
 *  column, and walks through all users of the account to find one. The server looks by itself, but a minute later, when a first import
 *  may have thousands of users; SQLite is told the same by `migrations/planner-statistics.ts`. */
export class Statistics {
  readonly #pools: Pools;
  #written = 0;
  #next = 0;

  constructor(pools: Pools) {
    this.#pools = pools;
  }

  /** So many writes were kept. Nobody waits for what follows from that, and where it fails the server looks by itself. */
  count(works: number): void {
    this.#written += works;
    if (this.#written < (moments[this.#next] ?? Number.POSITIVE_INFINITY)) return;
    while (this.#written >= (moments[this.#next] ?? Number.POSITIVE_INFINITY)) this.#next += 1;
    void this.#analyze().catch(() => undefined);
  }

  async #analyze(): Promise<void> {
    const connection = await this.#pools.toRead();
    try {
      await connection.exec(`analyze accounts, ${tables.join(', ')}`);
    } finally {
      connection.release();
    }
  }
}
