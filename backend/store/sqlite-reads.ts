import type { Reads } from './access.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** Reads one after another on a connection of their own: none sees what is not committed yet, and each sees one state of the database.
 *
 *  Those of one turn of the event loop see the same state, so that it is taken and given back once. It is never older than a request: a
 *  turn's requests have all come before the first of them is handled. What this process commits ends it at once. */
export class SqliteReads {
  readonly #connection: SqliteConnection;
  #last: Promise<unknown> = Promise.resolve();
  #state: 'none' | 'current' | 'outdated' = 'none';
  #underWay = false;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  run<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    const answer = this.#last.then(async () => {
      this.#takeState();
      this.#underWay = true;
      try {
        return await work(this.#connection);
      } finally {
        this.#underWay = false;
      }
    });
    this.#last = answer.then(nothing, nothing);
    return answer;
  }

  /** Something is about to be committed: what is read from now on must see it. Where nothing is being read, the state is given back at
   *  once: while somebody has one, SQLite cannot begin its log anew, which grows and is copied at every commit. */
  outdate(): void {
    if (!this.#underWay) this.#giveBack();
    else if (this.#state === 'current') this.#state = 'outdated';
  }

  /** Waits for what was begun, then closes the connection. */
  async close(): Promise<void> {
    await this.#last;
    this.#giveBack();
    this.#connection.close();
  }

  #takeState(): void {
    if (this.#state === 'current') return;
    this.#giveBack();
    this.#connection.exec('begin');
    this.#state = 'current';
    setImmediate(() => {
      // After the works that were begun: a state must not end under one of them.
      this.#last = this.#last.then(() => this.#giveBack());
    });
  }

  #giveBack(): void {
    if (this.#state === 'none') return;
    this.#state = 'none';
    this.#connection.exec('commit');
  }
}

function nothing(): void {}
