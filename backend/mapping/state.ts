import type { Reads, Store } from '../store/access.ts';
import { account as accountRow } from '../store/reads/accounts.ts';
import { mappingState } from '../store/reads/mapping.ts';
import type { AccountRow } from '../store/rows.ts';
import { loadSaid, type Read, type Said } from './load.ts';
import { decideEverything, type Mapped, type Matched, matchEverything } from './mapped.ts';

/** The mapping as it stood at a sequence number of the log. */
export interface MappingState {
  matched: Matched;
  mapped: Mapped;
  said: Said;
  account: AccountRow;
  seq: number;
}

interface Kept extends MappingState {
  at: number;
  /** How long it took to make, in ms. */
  cost: number;
}

/** Ms for which a state is kept that nobody asks for. */
const keptFor = 60_000;
/** While Okta pushes, at most a fifth of the time goes into matching, where that takes more than so many ms. */
const patience = 4;
const cheap = 250;

/** Makes the state anew. In a transaction nobody writes meanwhile; read by read it may hold a little more than its number says. */
export async function makeState(read: Read, id: string): Promise<MappingState> {
  const { account, said } = await read(async (reads) => ({ account: await accountRow(reads, id), said: await loadSaid(reads, id) }));
  const matched = await matchEverything(read, id, said);
  const mapped = await decideEverything(read, id, account.connection, matched, said.decisions);
  return { matched, mapped, said, account, seq: account.seq };
}

/** Answers what the mapping is, from the rows as they are. Nothing of it is done when Okta writes; a state that is still true is kept, and
 *  while Okta writes all the time one that is a little older is given instead of making each anew. */
export class MappingStates {
  readonly #store: Store;
  readonly #account: string;
  #kept: Kept | null = null;
  #making: Promise<Kept> | null = null;
  #forget: NodeJS.Timeout | null = null;

  constructor(store: Store, account: string) {
    this.#store = store;
    this.#account = account;
  }

  /** @param exact Not a state that is older than what is written already. */
  async current(exact = false): Promise<MappingState> {
    const { seq, version, connection } = await this.#store.read(async (reads) => {
      const { version } = await mappingState(reads, this.#account);
      const { seq, connection } = await accountRow(reads, this.#account);
      return { seq, version, connection };
    });
    const isOf = (state: MappingState): boolean => state.said.version === version && state.account.connection === connection;
    const kept = this.#kept;
    const mayLag = !exact && kept !== null && kept.cost > cheap && performance.now() - kept.at < kept.cost * patience;
    if (kept !== null && isOf(kept) && (kept.seq === seq || mayLag)) return this.#remember(kept);
    const made = await this.#made();
    // What was being made already may have begun before what the asker has just said, or seen.
    return this.#remember(isOf(made) && (!exact || made.seq >= seq) ? made : await this.#made());
  }

  /** What was made for who asked last, while staging; nothing is made for it. Null: nobody has asked of late, or what an admin said has
   *  changed since. `seq`: of the directory as it is read. */
  async kept(reads: Reads, seq: number): Promise<{ mapped: Mapped; isCurrent: boolean } | null> {
    const kept = this.#kept;
    if (kept?.account.connection !== 'staging') return null;
    const { version } = await mappingState(reads, this.#account);
    return kept.said.version === version ? { mapped: kept.mapped, isCurrent: kept.seq === seq } : null;
  }

  #made(): Promise<Kept> {
    this.#making ??= this.#make().finally(() => {
      this.#making = null;
    });
    return this.#making;
  }

  async #make(): Promise<Kept> {
    const begun = performance.now();
    const state = await makeState((work) => this.#store.readThrough(work), this.#account);
    const at = performance.now();
    return { ...state, at, cost: at - begun };
  }

  /** It may be large: it goes when the admin does. */
  #remember(kept: Kept): Kept {
    this.#kept = kept;
    if (this.#forget !== null) clearTimeout(this.#forget);
    this.#forget = setTimeout(() => {
      this.#kept = null;
    }, keptFor).unref();
    return kept;
  }
}
