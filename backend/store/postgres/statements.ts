import { RecentlyUsed } from '../recently-used.ts';
import { numbered } from './dialect.ts';

export interface Named {
  /** Of the prepared statement; the same text has the same name on every connection. */
  readonly name: string;
  readonly text: string;
}

/** Filters of clients make statements without end; the others are some sixty. */
export const keptStatements = 400;

/** The statements of a store as PostgreSQL is asked them, by the text that `sql` made. */
export class Statements {
  readonly #named = new RecentlyUsed<Named>(keptStatements);
  #made = 0;

  of(text: string): Named {
    return this.#named.get(text, () => {
      this.#made += 1;
      return { name: `s${this.#made}`, text: numbered(text) };
    });
  }
}
