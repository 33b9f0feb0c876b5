import { StoreUnavailable, type Transaction } from './access.ts';

/** The one connection that a companion writes through, and what surrounds the statements of a group of writes. */
export interface Writer {
  /** Whether a transaction is open that can still be kept. */
  readonly inTransaction: boolean;
  /** Begins a transaction in which nobody else writes, in this process or in another. */
  begin(): Promise<Transaction>;
  /** `savepoint one`, `release one` or `rollback to one`. */
  exec(text: string): Promise<void>;
  /** Resolves when the disk has it. Throws where it does not. */
  commit(): Promise<void>;
  /** Ends a transaction that cannot be kept; never throws. */
  abandon(): Promise<void>;
}

/** So many turns of the event loop more are waited for as many works as the last group held: who was answered together comes back together,
 *  but not in one turn. A turn in which nothing comes takes some millionths of a second, a disk some hundred times as long. */
const moreTurns = 4;

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
  readonly #writer: Writer;
  readonly #observe: CommitObserver;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  /** Works of the last group. */
  #last = 1;

  constructor(writer: Writer, observe: CommitObserver) {
    this.#writer = writer;
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
      await turn();
      for (let more = 0; more < moreTurns && this.#waiting.length < this.#last; more++) await turn();
      const begun = performance.now();
      const group: Waiting[] = [];
      const outcomes = await this.#commit(group);
      this.#last = group.length;
      this.#observe(group.length, (performance.now() - begun) / 1000);
      group.forEach((waiting, index) => {
        waiting.settle(outcomes[index] ?? { error: new StoreUnavailable('The write was not carried out.') });
      });
    }
    this.#running = null;
  }

  /** Fills the group with all that waits once the transaction is open: another companion may have been waited for. */
  async #commit(group: Waiting[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    try {
      const transaction = await this.#writer.begin();
      group.push(...this.#waiting.splice(0));
      for (const { work } of group) outcomes.push(await this.#alone(transaction, work));
      await this.#writer.commit();
      return outcomes;
    } catch (error) {
      await this.#writer.abandon();
      if (group.length === 0) group.push(...this.#waiting.splice(0));
      const unavailable = new StoreUnavailable('The database could not keep the change.', { cause: error });
      return group.map(() => ({ error: unavailable }));
    }
  }

  /** Throws only where the whole transaction is lost (SQLite undoes all of it by itself when the disk is full, for one). */
  async #alone(transaction: Transaction, work: Work<unknown>): Promise<Outcome> {
    await this.#writer.exec('savepoint one');
    try {
      const value = await work(transaction);
      await this.#writer.exec('release one');
      return { value };
    } catch (error) {
      if (!this.#writer.inTransaction) throw error;
      await this.#writer.exec('rollback to one');
      await this.#writer.exec('release one');
      return { error };
    }
  }
}

function turn(): Promise<void> {
  return new Promise((next) => setImmediate(next));
}
