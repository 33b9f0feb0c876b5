import type { Reads } from './access.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** Reads one after another on a connection of their own: none sees what is not committed yet, and each sees one state of the database.
 *
 *  Those of one turn of the event loop see the same state, so that it is taken and given back once. It is never older than a request: a
 *  turn's requests have all come before the first of them is handled. What this process commits ends it at once. */
export class ReadQueue {
  readonly #connection: SqliteConnection;
  #last: Promise<unknown> = Promise.resolve();
  #state: 'none' | 'current' | 'outdated' = 'none';

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  run<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    const answer = this.#last.then(() => {
      this.#takeState();
      return work(this.#connection);
    });
    this.#last = answer.then(nothing, nothing);
    return answer;
  }

  /** Something was committed: what is read from now on must see it. */
  outdate(): void {
    if (this.#state === 'current') this.#state = 'outdated';
  }

  async idle(): Promise<void> {
    await this.#last;
    this.#giveBack();
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
