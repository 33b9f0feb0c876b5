import type { Store } from '../store/access.ts';
import { account as accountRow } from '../store/reads/accounts.ts';
import { mappingState } from '../store/reads/mapping.ts';
import type { AccountRow } from '../store/rows.ts';
import { loadSaid, type Read } from './load.ts';
import { decideEverything, type Mapped, matchEverything } from './mapped.ts';

/** The mapping as it stood at a sequence number of the log. */
export interface MappingState {
  mapped: Mapped;
  account: AccountRow;
  seq: number;
}

interface Kept extends MappingState {
  version: number;
  at: number;
  /** How long it took to make, in ms. */
  cost: number;
}

/** Ms for which a state is kept that nobody asks for. */
const keptFor = 60_000;
/** While Okta pushes, at most a fifth of the time goes into matching, where that takes more than so many ms. */
const patience = 4;
const cheap = 250;

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

  async current(): Promise<MappingState> {
    const { seq, version, connection } = await this.#store.read(async (reads) => {
      const { version } = await mappingState(reads, this.#account);
      const { seq, connection } = await accountRow(reads, this.#account);
      return { seq, version, connection };
    });
    const kept = this.#kept;
    const same = kept !== null && kept.version === version && kept.account.connection === connection;
    const mayLag = kept !== null && kept.cost > cheap && performance.now() - kept.at < kept.cost * patience;
    if (same && (kept.seq === seq || mayLag)) return this.#remember(kept);
    const made = await this.#made();
    // What was being made already may have begun before what the asker has just said.
    return this.#remember(made.version === version ? made : await this.#made());
  }

  #made(): Promise<Kept> {
    this.#making ??= this.#make().finally(() => {
      this.#making = null;
    });
    return this.#making;
  }

  async #make(): Promise<Kept> {
    const begun = performance.now();
    const read: Read = (work) => this.#store.read(work);
    const { account, said } = await read(async (reads) => ({
      account: await accountRow(reads, this.#account),
      said: await loadSaid(reads, this.#account),
    }));
    const matched = await matchEverything(read, this.#account, said);
    const mapped = await decideEverything(read, this.#account, account.connection, matched, said.decisions);
    const at = performance.now();
    return { mapped, account, seq: account.seq, version: said.version, at, cost: at - begun };
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
