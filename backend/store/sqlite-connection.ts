import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { caseKey } from '../scim/case-key.ts';
import type { Transaction } from './access.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { Sql } from './sql.ts';

/** Filters of clients make statements without end; the others are some sixty. */
const keptStatements = 400;

/** One connection to a SQLite file, with its prepared statements. Its promises are settled already: SQLite runs in this thread. */
export class SqliteConnection implements Transaction {
  readonly database: DatabaseSync;
  readonly #statements = new RecentlyUsed<StatementSync>(keptStatements);

  constructor(path: string, options: { readOnly: boolean }) {
    this.database = new DatabaseSync(path, { readOnly: options.readOnly, timeout: 5000 });
    // SQLite's own lower() knows ASCII only.
    this.database.function('case_key', { deterministic: true }, (text) => (typeof text === 'string' ? caseKey(text) : null));
  }

  async get<Row>(query: Sql): Promise<Row | undefined> {
    return this.#prepared(query.text).get(...query.values) as Row | undefined;
  }

  async all<Row>(query: Sql): Promise<Row[]> {
    return this.#prepared(query.text).all(...query.values) as Row[];
  }

  async run(query: Sql): Promise<number> {
    return Number(this.#prepared(query.text).run(...query.values).changes);
  }

  exec(text: string): void {
    this.#prepared(text).run();
  }

  close(): void {
    this.#statements.clear();
    this.database.close();
  }

  #prepared(text: string): StatementSync {
    return this.#statements.get(text, () => this.database.prepare(text));
  }
}
