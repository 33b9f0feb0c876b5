import type { Store, Transaction } from '../store/access.ts';
import { exchangeOfChange } from '../store/reads/exchanges.ts';
import type { ExchangeRow } from '../store/rows.ts';
import { forgetExchanges, insertExchange } from '../store/writes/exchanges.ts';
import { addressWithoutSecrets } from './secrets.ts';
import { type Answered, TakenDown, weight } from './taken-down.ts';
import { type Body, longestBody, toldBody } from './told-body.ts';

/** What is kept of what Okta sends: so many of the newest requests (0: none at all), for so many days. */
export interface Keeping {
  most: number;
  days: number;
}

export const usualKeeping: Keeping = { most: 10_000, days: 30 };

const day = 24 * 60 * 60 * 1000;
/** Ms from the first that waits until it is written. */
const first = 500;
/** So many in a transaction, which other writes may share. */
const together = 50;
/** … and no more than so many characters: whoever comes meanwhile waits until they have been looked through. */
const weightTogether = 512 * 1024;
/** While more wait, this process spends one part in so many on them, whatever else it has to do, and rests so long in between (ms). */
const share = 60;
const rest = 100;
/** What is too old or too much is taken away after so many, and once none wait. */
const tidyAfter = 500;
/** What waits in memory: a burst, such as two full bulk requests. What comes on top of it is not kept. */
const mostWaiting = 3_000;
const mostWeight = 16 * 1024 * 1024;
/** Ms between two looks at what is too old while nothing comes. */
const lookAround = 60 * 60 * 1000;

/** What Okta sent and what it was answered. It is held in memory as it came, and written a moment later, in batches and outside of what
 *  anybody waits for; secrets are taken out on the way. A crash loses what was not written yet, and no more. */
export class Exchanges {
  readonly keeping: Keeping;
  readonly #store: Store;
  readonly #account: string;
  #waiting = new Map<number, Answered>();
  #weight = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<number> = Promise.resolve(0);
  #untidied = 0;
  readonly #old: NodeJS.Timeout;

  constructor(store: Store, account: string, keeping: Keeping) {
    this.#store = store;
    this.#account = account;
    this.keeping = keeping;
    this.#old = setInterval(() => void this.forget().catch(() => undefined), lookAround).unref();
  }

  /** A request that may write has come; null where none is kept, or as many wait as may: a flood is not slowed down by what nobody will
   *  keep. Nothing is known of its body yet. */
  begin(method: string, address: string, hasBody: boolean): TakenDown | null {
    if (this.keeping.most === 0 || this.#waiting.size >= mostWaiting) return null;
    const unread: Body = hasBody ? { remark: 'unread' } : null;
    return new TakenDown((answered) => this.#keep(answered), { at: Date.now(), method, address, bulk: false }, unread);
  }

  /** What led to that row of the log, or undefined. What waits is found as well. */
  async find(seq: number): Promise<ExchangeRow | undefined> {
    if (this.keeping.most === 0) return undefined;
    for (const answered of this.#waiting.values()) if (answered.first <= seq && seq <= answered.last) return rowOf(answered);
    const row = await this.#store.read((reads) => exchangeOfChange(reads, this.#account, seq));
    return row !== undefined && row.at >= this.#oldest() ? row : undefined;
  }

  /** Takes away what is too old or too much, also what was kept before somebody changed how much that is. */
  async forget(): Promise<void> {
    await this.#store.write((transaction) =>
      forgetExchanges(transaction, this.#account, { most: this.keeping.most, oldest: this.#oldest() }),
    );
  }

  /** Writes all that waits. */
  async close(): Promise<void> {
    clearInterval(this.#old);
    if (this.#timer !== null) clearTimeout(this.#timer);
    while (this.#waiting.size > 0) await this.#write();
  }

  #oldest(): number {
    return Date.now() - this.keeping.days * day;
  }

  #keep(answered: Answered): void {
    const heavy = weight(answered);
    if (this.#waiting.size >= mostWaiting || this.#weight + heavy > mostWeight) return;
    this.#waiting.set(answered.first, answered);
    this.#weight += heavy;
    this.#after(first);
  }

  #after(pause: number): void {
    this.#timer ??= setTimeout(() => {
      void this.#write().then((spent) => {
        this.#timer = null;
        if (this.#waiting.size > 0) this.#after(Math.max(rest, spent * share));
      });
    }, pause).unref();
  }

  /** The first of those that wait, at least one. */
  #next(): Answered[] {
    const some: Answered[] = [];
    let heavy = 0;
    for (const answered of this.#waiting.values()) {
      heavy += weight(answered);
      if (some.length === together || (some.length > 0 && heavy > weightTogether)) break;
      some.push(answered);
    }
    return some;
  }

  /** Writes some, one batch at a time, and gives the ms that this process was busy with it. What cannot be written is given up: it must
   *  not fill the memory of a companion whose disk is full. */
  #write(): Promise<number> {
    this.#writing = this.#writing.then(async () => {
      const some = this.#next();
      const begun = performance.now();
      const rows = some.map(rowOf);
      let spent = performance.now() - begun;
      const insert = async (transaction: Transaction): Promise<void> => {
        const since = performance.now();
        for (const row of rows) await insertExchange(transaction, this.#account, row);
        spent += performance.now() - since;
      };
      await this.#store.write(insert).catch(() => undefined);
      for (const answered of some) {
        this.#waiting.delete(answered.first);
        this.#weight -= weight(answered);
      }
      this.#untidied += some.length;
      if (this.#untidied >= tidyAfter || (this.#untidied > 0 && this.#waiting.size === 0)) {
        this.#untidied = 0;
        await this.forget().catch(() => undefined);
      }
      return spent;
    });
    return this.#writing;
  }
}

function rowOf({ at, first, last, bulk, method, address, request, status, answer }: Answered): ExchangeRow {
  const [asked, told] = [toldBody(request), toldBody(answer)];
  return {
    first_seq: first,
    last_seq: last,
    at,
    bulk: bulk ? 1 : 0,
    method,
    address: addressWithoutSecrets(address).slice(0, longestBody).toWellFormed(),
    request: asked.body,
    request_remark: asked.remark,
    status,
    answer: told.body,
    answer_remark: told.remark,
  };
}
