import { numbered } from './dialect.ts';

export interface Named {
  /** Of the prepared statement; the same text has the same name on every connection. */
  readonly name: string;
  readonly text: string;
}

/** Filters of clients make statements without end; the others are some sixty. */
export const keptStatements = 400;

/** The statements of a store as PostgreSQL is asked them, by the text that `sql` made. The one used longest ago makes room. */
export class Statements {
  readonly #named = new Map<string, Named>();
  #made = 0;

  of(text: string): Named {
    let named = this.#named.get(text);
    if (named === undefined) {
      this.#made += 1;
      named = { name: `s${this.#made}`, text: numbered(text) };
    } else this.#named.delete(text);
    this.#named.set(text, named);
    if (this.#named.size > keptStatements) {
      for (const oldest of this.#named.keys()) {
        this.#named.delete(oldest);
        break;
      }
    }
    return named;
  }
}
