import pg, { type ClientBase, type Pool } from 'pg';
import { PostgresConnection } from './connection.ts';
import { faultOf } from './faults.ts';
import { Statements } from './statements.ts';

/** Reads at once. Each is short: more connections would only cost the server memory. */
const readers = 4;

/** Ms. A companion that hangs, or whose machine is gone, keeps the others waiting no longer than this. */
const patience = 20_000;

/** What holds for each connection. Answers wait for the disk also where the server's own setting says otherwise. Compiling a statement
 *  takes longer than any of ours. */
const session = `
  set jit = off;
  set lock_timeout = ${patience};
  set statement_timeout = ${3 * patience};
  set idle_in_transaction_session_timeout = ${patience};
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';
`;

/** int8 and numeric, which `pg` gives as text, lest they be too large for a number. Ours are counts and ms. */
const numbers: readonly number[] = [20, 1700];

/** The connections of a store: one that writes, some that read. They are made when they are needed, and anew when they are lost. */
export class Pools {
  readonly #writing: Pool;
  readonly #reading: Pool;
  readonly #statements = new Statements();

  constructor(url: string) {
    this.#writing = poolOf(url, 1);
    this.#reading = poolOf(url, readers);
  }

  /** Throws StoreUnavailable, or what the server says where it does not let us in. */
  toWrite(): Promise<PostgresConnection> {
    return this.#from(this.#writing);
  }

  toRead(): Promise<PostgresConnection> {
    return this.#from(this.#reading);
  }

  async end(): Promise<void> {
    await Promise.all([this.#writing.end(), this.#reading.end()]);
  }

  async #from(pool: Pool): Promise<PostgresConnection> {
    try {
      return new PostgresConnection(await pool.connect(), this.#statements);
    } catch (error) {
      throw faultOf(error);
    }
  }
}

function poolOf(url: string, max: number): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'sourcemark',
    keepAlive: true,
    // What is asked before the last answer is there goes out at once.
    pipeline: true,
    connectionTimeoutMillis: patience / 2,
    idleTimeoutMillis: 3 * patience,
    types: { getTypeParser: (type: number) => (numbers.includes(type) ? Number : pg.types.getTypeParser(type, 'text')) },
    // `pg-pool` waits for what it gives back, which its types do not say.
    onConnect: prepareSession as (client: ClientBase) => void,
  });
  pool.on('error', () => undefined);
  return pool;
}

async function prepareSession(client: ClientBase): Promise<void> {
  // A connection that breaks is told of by its statements as well.
  client.on('error', () => undefined);
  await client.query(session);
}
