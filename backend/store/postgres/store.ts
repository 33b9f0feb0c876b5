import type { Reads, Store, Transaction } from '../access.ts';
import { type CommitObserver, GroupCommit } from '../group-commit.ts';
import type { PostgresConnection } from './connection.ts';
import { migrate, refuseOther } from './migrate.ts';
import { Pools } from './pools.ts';
import { refused } from './refused.ts';
import { Statistics } from './statistics.ts';
import { PostgresWriter } from './writer.ts';

/** Opens a database of PostgreSQL as it is, beside the companions that have it open.
 *  Throws StoreRefused where it cannot be used, or is not of this companion's version. */
export function readPostgres(url: string): Promise<Store> {
  return opened(url, () => undefined, refuseOther);
}

/** Opens a database of PostgreSQL and brings it to the newest version. Several companions may have it open.
 *  @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`; what is left out is as for PostgreSQL's own programs.
 *  Throws StoreRefused where it cannot be used. */
export function openPostgres(url: string, observe: CommitObserver = () => undefined): Promise<Store> {
  return opened(url, observe, migrate);
}

async function opened(url: string, observe: CommitObserver, settle: (pools: Pools) => Promise<void>): Promise<Store> {
  let pools: Pools | undefined;
  try {
    pools = new Pools(url);
    await settle(pools);
    return new PostgresStore(pools, observe);
  } catch (error) {
    await pools?.end();
    throw refused(error, url);
  }
}

class PostgresStore implements Store {
  readonly #pools: Pools;
  readonly #writes: GroupCommit;

  constructor(pools: Pools, observe: CommitObserver) {
    this.#pools = pools;
    const statistics = new Statistics(pools);
    this.#writes = new GroupCommit(new PostgresWriter(pools), (works, seconds) => {
      observe(works, seconds);
      statistics.count(works);
    });
  }

  /** On a connection of the read's own, so that reads wait for nobody. */
  async read<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    const connection = await this.#pools.toRead();
    const begun = connection.exec('begin isolation level repeatable read, read only');
    try {
      // The first statement is sent along with the beginning.
      const [value] = await Promise.all([work(connection), begun]);
      return value;
    } finally {
      void endRead(connection);
    }
  }

  /** The server keeps in memory what is often read. */
  readThrough<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    return this.read(work);
  }

  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#writes.run(work);
  }

  async close(): Promise<void> {
    await this.#writes.idle();
    await this.#pools.end();
  }
}

/** Nobody waits for the end of what has been read. */
async function endRead(connection: PostgresConnection): Promise<void> {
  try {
    await connection.exec('commit');
    connection.release();
  } catch {
    connection.release(true);
  }
}
