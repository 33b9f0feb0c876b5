// directory/ is the only writer of users and teams: it asks the rules, applies the change, and logs it, in one transaction.
// What may enter: what happens to a user, a team or the account, one function an act. SQL stands in `store/`, HTTP in the routes.
// Acts of Okta throw ScimError, acts of the Spekit side throw Refused; either way nothing has changed.
import type { Actor, ChangeEvent } from '../../contract/changes.ts';
import { explainInOneLine } from '../../locales/explain.ts';
import { decide } from '../../ownership/decide.ts';
import { beginConnection } from '../connection/connection.ts';
import type { Wrote } from '../exchanges/taken-down.ts';
import { ScimError } from '../scim/errors.ts';
import type { Store, Transaction } from '../store/access.ts';
import { account } from '../store/reads/accounts.ts';
import type { AccountRow, ChangeRow, Ms } from '../store/rows.ts';
import { takeSequence } from '../store/writes/accounts.ts';
import { insertChange } from '../store/writes/changes.ts';
import type { Freshness } from './freshness.ts';

/** What has happened, for the change log. */
export interface Happened {
  event: ChangeEvent;
  kind: ChangeRow['subject_kind'];
  id: string | null;
  name: string;
  facts?: { count?: number; names?: string[]; from?: string; to?: string; by?: Actor; decision?: string; row?: number };
  /** For a refused request only. */
  refusal?: { reason: string; detail: string };
}

/** One act under way: its transaction, whom it concerns, and what has happened by it so far. */
export interface Act {
  readonly transaction: Transaction;
  readonly account: AccountRow;
  readonly at: Ms;
  readonly source: ChangeRow['source'];
  /** Whose token asked for it, or that nobody's did. */
  readonly by: Actor;
  readonly happened: Happened[];
}

export class Directory {
  readonly store: Store;
  readonly account: string;
  readonly freshness: Freshness;
  readonly #changed: (seconds: number) => void;
  readonly #wrote: Wrote | null;
  readonly #relayed: Ms | null;

  /** @param changed Told after each change how many seconds it took until it could be asked for. */
  constructor(
    store: Store,
    accountId: string,
    freshness: Freshness,
    changed: (seconds: number) => void = () => undefined,
    wrote: Wrote | null = null,
    relayed: Ms | null = null,
  ) {
    this.store = store;
    this.account = accountId;
    this.freshness = freshness;
    this.#changed = changed;
    this.#wrote = wrote;
    this.#relayed = relayed;
  }

  /** The same, for acts of one request: who asked for it is told which rows of the log they write.
   *  @param relayed How long Spekit took over it, where it was passed on: the rows say so. */
  telling(wrote: Wrote, relayed: Ms | null = null): Directory {
    return new Directory(this.store, this.account, this.freshness, this.#changed, wrote, relayed);
  }

  /** Carries out an act and appends what has happened to the change log, whole or not at all. */
  async act<T>(source: ChangeRow['source'], work: (act: Act) => Promise<T>, by: Actor = source === 'okta' ? 'scim' : 'admin'): Promise<T> {
    const begun = performance.now();
    const { value, first, happened } = await this.store.write(async (transaction) => {
      const row = await account(transaction, this.account);
      const act: Act = { transaction, account: row, at: Date.now(), source, by, happened: [] };
      const done = await work(act);
      const first = await appendLog(act, this.#relayed);
      return { value: done, first, happened: act.happened.length };
    });
    if (happened > 0) {
      this.#changed((performance.now() - begun) / 1000);
      this.#wrote?.(first, happened);
    }
    return value;
  }

  /** A request of Okta that writes. The first one that succeeds connects the account, or begins its staging.
   *  Throws ScimError 403, in the rule's words, for an account that cannot be connected. */
  async fromOkta<T>(work: (act: Act) => Promise<T>): Promise<T> {
    const { value, changed, at } = await this.act('okta', async (act) => {
      const decision = decide('idp.connect', { kind: 'account' }, act.account);
      if (decision.verdict === 'block') throw new ScimError(403, null, explainInOneLine(decision, {}), decision.reason);
      const result = await work(act);
      const applied = act.happened.length > 0;
      if (applied) await beginConnection(act);
      return { value: result, changed: applied, at: act.at };
    });
    if (!changed) this.freshness.unchanged(at);
    return value;
  }
}

/** Gives the number of the first row; 0 where nothing has happened. */
async function appendLog({ transaction, account, at, source, happened }: Act, relayed: Ms | null): Promise<number> {
  if (happened.length === 0) return 0;
  const outcome = happened.some((one) => one.refusal !== undefined) ? 'refused' : 'applied';
  const first = await takeSequence(transaction, account, happened.length, source === 'okta' ? { at, outcome } : null);
  const rows = happened.map((one, index) => rowOf(one, first + index, { at, source, relayed }));
  if (rows.length <= few) for (const row of rows) await insertChange(transaction, account.id, row);
  else await insertMany(transaction, account.id, rows);
  return first;
}

const few = 20;

/** A database at the other end of a wire is waited for once for many rows, and others get their turn in between. */
async function insertMany(transaction: Transaction, id: string, rows: readonly ChangeRow[]): Promise<void> {
  for (let begin = 0; begin < rows.length; begin += atOnce) {
    await Promise.all(rows.slice(begin, begin + atOnce).map((row) => insertChange(transaction, id, row)));
    await new Promise((next) => setImmediate(next));
  }
}

const atOnce = 200;

function rowOf(
  { event, kind, id, name, facts, refusal }: Happened,
  seq: number,
  { at, source, relayed }: Pick<Act, 'at' | 'source'> & { relayed: Ms | null },
): ChangeRow {
  return {
    seq,
    at,
    source: kind === 'account' ? 'companion' : source,
    event,
    outcome: refusal === undefined ? 'applied' : 'refused',
    subject_kind: kind,
    subject_id: id,
    subject_name: name,
    reason: refusal?.reason ?? null,
    detail: refusal?.detail ?? null,
    facts: JSON.stringify(facts ?? {}),
    relayed_ms: kind === 'account' ? null : relayed,
  };
}
