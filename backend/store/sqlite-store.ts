import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from '../../locales/companion.ts';
import { type Reads, type Store, StoreRefused, type Transaction } from './access.ts';
import { type CommitObserver, GroupCommit, type Writer } from './group-commit.ts';
import { migrate, refuseForeign } from './migrate.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { SqliteReads } from './sqlite-reads.ts';

/** Of the database's pages in memory, by connection; below 0 SQLite counts in KiB. Ten thousand people fit into what is read. A write waits
 *  for the disk anyway: with eight times as much it was no quicker, and the same pages stood in memory twice. */
const cache = { reading: -16_000, through: -2_000, writing: -2_000 };

/** Opens (and makes, folder included) the database and brings it to the newest version.
 *  @param path A file, or `:memory:` for one that ends with the process.
 *  Throws StoreRefused where it cannot be used. */
export async function openSqlite(path: string, observe: CommitObserver = () => undefined): Promise<Store> {
  const inMemory = path === ':memory:';
  let writing: SqliteConnection | undefined;
  try {
    if (!inMemory) makeFolder(path);
    writing = new SqliteConnection(path, { readOnly: false });
    refuseForeign(writing.database);
    writing.database.exec(
      `pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = ${cache.writing}; pragma temp_store = memory; pragma wal_autocheckpoint = 4000; pragma foreign_keys = on`,
    );
    migrate(writing.database);
    // A database in memory belongs to one connection: its reads wait in line with the writes.
    return new SqliteStore(writing, inMemory ? null : (pages) => openReading(path, pages), observe);
  } catch (error) {
    writing?.close();
    throw error instanceof StoreRefused ? error : new StoreRefused(wordsFor(error, path));
  }
}

function openReading(path: string, pages: number): SqliteConnection {
  const reading = new SqliteConnection(path, { readOnly: true });
  reading.database.exec(`pragma cache_size = ${pages}`);
  return reading;
}

class SqliteStore implements Store {
  readonly #writing: SqliteConnection;
  readonly #writes: GroupCommit;
  readonly #open: ((pages: number) => SqliteConnection) | null;
  readonly #reads: SqliteReads | null;
  /** Opened when somebody looks through the directory first. */
  #through: SqliteReads | null = null;

  constructor(writing: SqliteConnection, open: ((pages: number) => SqliteConnection) | null, observe: CommitObserver) {
    this.#writing = writing;
    this.#open = open;
    this.#reads = open === null ? null : new SqliteReads(open(cache.reading));
    const outdate = () => {
      this.#reads?.outdate();
      this.#through?.outdate();
    };
    this.#writes = new GroupCommit(writerOn(writing, outdate), observe);
  }

  read<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    return this.#reads === null ? this.#writes.run(work) : this.#reads.run(work);
  }

  readThrough<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    if (this.#open === null) return this.read(work);
    this.#through ??= new SqliteReads(this.#open(cache.through));
    return this.#through.run(work);
  }

  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#writes.run(work);
  }

  async close(): Promise<void> {
    await this.#writes.idle();
    await this.#reads?.close();
    await this.#through?.close();
    this.#writing.close();
  }
}

function writerOn(connection: SqliteConnection, beforeCommit: () => void): Writer {
  return {
    get inTransaction() {
      return connection.database.isTransaction;
    },
    async begin() {
      connection.exec('begin immediate');
      return connection;
    },
    async exec(text) {
      connection.exec(text);
    },
    async commit() {
      beforeCommit();
      connection.exec('commit');
    },
    async abandon() {
      if (connection.database.isTransaction) connection.exec('rollback');
    },
  };
}

function makeFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new StoreRefused(say('start.database-is-folder', { path }));
}

function wordsFor(error: unknown, path: string): string {
  const reason = error instanceof Error ? error.message : String(error);
  const notADatabase = /not a database|malformed/i.test(reason);
  return say(notADatabase ? 'start.not-a-database' : 'start.database-unreadable', { path, reason });
}
