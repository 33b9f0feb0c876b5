import { type Reads, StoreUnavailable, type Transaction } from './access.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

type Work<T> = (transaction: Transaction) => Promise<T>;

interface Waiting {
  work: Work<unknown>;
  settle: (outcome: Outcome) => void;
}

type Outcome = { value: unknown } | { error: unknown };

/** Told after each commit: how many works it held, and how long it took in seconds. */
export type CommitObserver = (works: number, seconds: number) => void;

/** One commit for all the works of an event-loop turn: the disk is waited for once, and nobody is answered before it has answered.
 *  Works run one after another, each under a savepoint, so that one that throws is undone alone. */
export class GroupCommit {
  readonly #connection: SqliteConnection;
  readonly #observe: CommitObserver;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;

  constructor(connection: SqliteConnection, observe: CommitObserver) {
    this.#connection = connection;
    this.#observe = observe;
  }

  run<T>(work: Work<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#waiting.push({
      work,
      settle: (outcome) => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as T)),
    });
    this.#running ??= this.#drain();
    return promise;
  }

  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // The rest of this turn's requests come in first.
      await new Promise((next) => setImmediate(next));
      const group = this.#waiting;
      this.#waiting = [];
      const begun = performance.now();
      const outcomes = await this.#commit(group);
      this.#observe(group.length, (performance.now() - begun) / 1000);
      group.forEach((waiting, index) => {
        waiting.settle(outcomes[index] ?? { error: new StoreUnavailable('The write was not carried out.') });
      });
    }
    this.#running = null;
  }

  async #commit(group: readonly Waiting[]): Promise<Outcome[]> {
    const { database } = this.#connection;
    const outcomes: Outcome[] = [];
    try {
      this.#connection.exec('begin immediate');
      for (const { work } of group) outcomes.push(await this.#alone(work));
      this.#connection.exec('commit');
      return outcomes;
    } catch (error) {
      if (database.isTransaction) this.#connection.exec('rollback');
      const unavailable = new StoreUnavailable('The database could not keep the change.', { cause: error });
      return group.map(() => ({ error: unavailable }));
    }
  }

  /** Throws only where the whole transaction is lost (SQLite undoes all of it by itself when the disk is full, for one). */
  async #alone(work: Work<unknown>): Promise<Outcome> {
    this.#connection.exec('savepoint work');
    try {
      const value = await work(this.#connection);
      this.#connection.exec('release work');
      return { value };
    } catch (error) {
      if (!this.#connection.database.isTransaction) throw error;
      this.#connection.exec('rollback to work');
      this.#connection.exec('release work');
      return { error };
    }
  }
}

/** Reads one after another on a connection of their own, each on one state of the database: none sees what is not committed yet. */
export class ReadQueue {
  readonly #connection: SqliteConnection;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  run<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    const answer = this.#last.then(async () => {
      this.#connection.exec('begin');
      try {
        return await work(this.#connection);
      } finally {
        this.#connection.exec('commit');
      }
    });
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async idle(): Promise<void> {
    await this.#last;
  }
}
