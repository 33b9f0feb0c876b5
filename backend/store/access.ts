import type { Sql } from './sql.ts';

/** What a read may do. All statements of one read see the same state of the database. */
export interface Reads {
  /** The first row, or undefined. `Row` is what the caller's columns are known to hold. */
  get<Row>(query: Sql): Promise<Row | undefined>;
  all<Row>(query: Sql): Promise<Row[]>;
}

/** What a write may do. Its statements are kept whole or not at all. */
export interface Transaction extends Reads {
  /** Gives the number of rows changed. */
  run(query: Sql): Promise<number>;
}

/** A database that the companion keeps everything in: SQLite, or PostgreSQL (`postgres/`). Another implements this and nothing else. */
export interface Store {
  read<T>(work: (reads: Reads) => Promise<T>): Promise<T>;
  /** The same for a part of what looks through the whole directory, which must not put out of memory what is often read. */
  readThrough<T>(work: (reads: Reads) => Promise<T>): Promise<T>;
  /** Nobody else writes in between, in this process or another. Resolves after the commit is on disk. Rejects with what `work` threw, its
   *  statements undone; or with StoreUnavailable. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Waits for what was begun, then gives the database free. */
  close(): Promise<void>;
}

/** The database cannot keep what was asked: disk full, file locked by another program, server not there. Nothing was done; but of a commit
 *  whose answer was lost with the connection nobody can say whether it was kept. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** The database cannot be opened. `message` is one line for the person who starts the companion. */
export class StoreRefused extends Error {
  override name = 'StoreRefused';
}
