import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StatusAnswer } from '../../../contract/api.ts';
import type { Change } from '../../../contract/changes.ts';
import type { TeamFacts, UserFacts } from '../../../contract/subjects.ts';
import type { AccountType, Connection } from '../../../ownership/actions.ts';
import { Program } from './program.ts';

/** The companion on a database file and a port of its own, which both outlive a restart. */
export class Companion {
  readonly scimToken = 'scim-token-of-this-test-0123456789abcdef';
  readonly adminToken = 'admin-token-of-this-test-0123456789abcdef';
  readonly #folder: string;
  readonly #port: number;
  #program: Program | null = null;
  /** More than every companion is told. */
  readonly #environment: Readonly<Record<string, string>>;

  private constructor(folder: string, port: number, environment: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#port = port;
    this.#environment = environment;
  }

  static async make(environment: Readonly<Record<string, string>> = {}): Promise<Companion> {
    return new Companion(await mkdtemp(join(tmpdir(), 'sourcemark-')), await freePort(), environment);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  get folder(): string {
    return this.#folder;
  }

  /** The process id of the one that runs. */
  get pid(): number {
    if (this.#program === null) throw new Error('The companion does not run.');
    return this.#program.pid;
  }

  async start(): Promise<void> {
    this.#program = new Program('backend/main.mjs', {
      SOURCEMARK_PORT: String(this.#port),
      DATABASE_URL: `sqlite:${join(this.#folder, 'sourcemark.db')}`,
      SOURCEMARK_SCIM_TOKEN: this.scimToken,
      SOURCEMARK_ADMIN_TOKEN: this.adminToken,
      ...this.#environment,
    });
    await this.#program.said(new RegExp(`127\\.0\\.0\\.1:${this.#port}`));
  }

  /** Makes its account one of that type. Okta can have been connected before: a sandbox would refuse all that the playground begins with. */
  async become(type: AccountType): Promise<void> {
    await this.stop();
    const database = new DatabaseSync(join(this.#folder, 'sourcemark.db'));
    database.prepare('update accounts set type = ?').run(type);
    database.close();
    await this.start();
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    await this.#program?.stop(signal);
    this.#program = null;
  }

  /** Ends it and takes its database away. */
  async remove(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The team of that name, as the companion keeps it; undefined where there is none. */
  async team(name: string, owner?: 'idp' | 'spekit'): Promise<TeamFacts | undefined> {
    return (await this.teamsNamed(name)).find((team) => owner === undefined || team.owner === owner);
  }

  async teamsNamed(name: string): Promise<TeamFacts[]> {
    const { teams } = await this.#get<{ teams: TeamFacts[] }>('/spekit/teams?limit=1000');
    return teams.filter((team) => team.name === name);
  }

  async user(email: string): Promise<UserFacts | undefined> {
    const { users } = await this.#get<{ users: UserFacts[] }>('/spekit/users?limit=1000');
    return users.find((user) => user.email === email);
  }

  /** Active users that Okta manages. */
  async idpUsers(): Promise<UserFacts[]> {
    const { users } = await this.#get<{ users: UserFacts[] }>('/spekit/users?limit=1000');
    return users.filter((user) => user.owner === 'idp' && user.active);
  }

  async connection(): Promise<Connection> {
    return (await this.#get<StatusAnswer>('/status')).account.connection;
  }

  async newestChanges(): Promise<Change[]> {
    return (await this.#get<{ changes: Change[] }>('/changes?newest=true&limit=20')).changes;
  }

  async #get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.url}/api/v1${path}`, { headers: { authorization: `Bearer ${this.adminToken}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    resolve(typeof address === 'object' && address !== null ? address.port : 0);
  });
  const port = await promise;
  await new Promise((done) => server.close(done));
  return port;
}
