import type { Store } from '../store/access.ts';
import type { Ms } from '../store/rows.ts';
import { setLastSeen, setLastSync } from '../store/writes/accounts.ts';
import { confirmTeam } from '../store/writes/teams.ts';
import { confirmUser } from '../store/writes/users.ts';

const pause = 1000;

/** What Okta confirmed without changing anything, and when it was last heard of. Most requests are of that kind, so this is kept in
 *  memory and written in batches: at most a second later, before it is asked for, and at the end. Another companion on the same
 *  database shows it that second later; what either has written that is newer stays. */
export class Freshness {
  readonly #store: Store;
  readonly #account: string;
  #seen: Ms | null = null;
  #lastUnchanged: Ms | null = null;
  #users = new Map<string, Ms>();
  #teams = new Map<string, Ms>();
  #timer: NodeJS.Timeout | null = null;

  constructor(store: Store, account: string) {
    this.#store = store;
    this.#account = account;
  }

  /** An authenticated request of any kind came. */
  seen(at: Ms): void {
    this.#seen = at;
    this.#later();
  }

  /** A request that writes was carried out and changed nothing. */
  unchanged(at: Ms): void {
    this.#lastUnchanged = at;
    this.#later();
  }

  /** Okta sent this user or team, and it was as it is. */
  confirmed(kind: 'user' | 'team', id: string, at: Ms): void {
    (kind === 'user' ? this.#users : this.#teams).set(id, at);
    this.#later();
  }

  /** Writes what is waiting; costs nothing when nothing is. */
  async flush(): Promise<void> {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    const [seen, lastUnchanged, users, teams] = [this.#seen, this.#lastUnchanged, this.#users, this.#teams];
    [this.#seen, this.#lastUnchanged, this.#users, this.#teams] = [null, null, new Map(), new Map()];
    await this.#store.write(async (transaction) => {
      if (seen !== null) await setLastSeen(transaction, this.#account, seen);
      if (lastUnchanged !== null) await setLastSync(transaction, this.#account, lastUnchanged, 'unchanged');
      for (const [id, at] of users) await confirmUser(transaction, this.#account, id, at);
      for (const [id, at] of teams) await confirmTeam(transaction, this.#account, id, at);
    });
  }

  /** A flush that fails is no harm: the next request of Okta brings newer facts. */
  #later(): void {
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), pause).unref();
  }
}
