import type { PoolClient } from 'pg';
import type { Transaction } from '../access.ts';
import type { Sql } from '../sql.ts';
import { bindable } from './dialect.ts';
import { faultOf } from './faults.ts';
import { keptStatements, type Statements } from './statements.ts';

/** The prepared statements that each connection has: PostgreSQL keeps them until the connection ends. */
const prepared = new WeakMap<PoolClient, Set<string>>();

/** A connection of the pool for as long as one transaction lasts. Throws StoreUnavailable where the connection is lost. */
export class PostgresConnection implements Transaction {
  readonly #client: PoolClient;
  readonly #statements: Statements;
  readonly #prepared: Set<string>;

  constructor(client: PoolClient, statements: Statements) {
    this.#client = client;
    this.#statements = statements;
    this.#prepared = prepared.get(client) ?? new Set();
    prepared.set(client, this.#prepared);
  }

  /** Whether a transaction is open, be it one in which a statement has failed. */
  get inTransaction(): boolean {
    return /^[TE]$/.test(this.#client.getTransactionStatus() ?? '');
  }

  async get<Row>(query: Sql): Promise<Row | undefined> {
    return (await this.#ask(query)).rows[0] as Row | undefined;
  }

  async all<Row>(query: Sql): Promise<Row[]> {
    return (await this.#ask(query)).rows as Row[];
  }

  async run(query: Sql): Promise<number> {
    return (await this.#ask(query)).rowCount ?? 0;
  }

  /** Several statements without values; gives the name of what the last of them did. */
  async exec(text: string): Promise<string> {
    try {
      const results: unknown = await this.#client.query(text);
      const last: unknown = Array.isArray(results) ? results.at(-1) : results;
      return String(Reflect.get(Object(last), 'command'));
    } catch (error) {
      throw faultOf(error);
    }
  }

  /** Gives the connection back, or ends it: a broken one, or one that has prepared so many statements that a fresh one is better. */
  release(broken = false): void {
    this.#client.release(broken || this.inTransaction || this.#prepared.size > keptStatements);
  }

  async #ask(query: Sql): Promise<{ rows: unknown[]; rowCount: number | null }> {
    const { name, text } = this.#statements.of(query.text);
    this.#prepared.add(name);
    try {
      return await this.#client.query({ name, text, values: bindable(query.values) });
    } catch (error) {
      throw faultOf(error);
    }
  }
}
