import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBinaries } from './binaries.ts';
import { serverIdentity } from './identity.ts';

const password = 'password-of-the-tests';

/** What a server need not do that loses its data with the tests. */
const careless = ['fsync=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];

/** A PostgreSQL server of the tests' own, on a folder and a port of its own. Its language orders words otherwise than their code points,
 *  so that what depends on the order shows. */
export class PostgresServer {
  readonly port: number;
  readonly #folder: string;
  readonly #program: string;
  readonly #settings: readonly string[];
  #child: ChildProcess | null = null;

  private constructor(folder: string, program: string, port: number, settings: readonly string[]) {
    this.#folder = folder;
    this.#program = program;
    this.port = port;
    this.#settings = settings;
  }

  /** Throws, in words, where this machine has no PostgreSQL and none can be installed.
   *  @param durable Whether a commit waits for the disk. */
  static async start({ durable }: { durable: boolean }): Promise<PostgresServer> {
    const identity = serverIdentity();
    const binaries = ensureBinaries(identity);
    const folder = mkdtempSync(join(durable ? tmpdir() : quickest(), 'sourcemark-postgres-'));
    if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid);
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password);
    const made = spawnSync(
      binaries.initdb,
      ['-D', join(folder, 'data'), '-U', 'sourcemark', '-A', 'password', `--pwfile=${passwordFile}`, '-E', 'UTF8'].concat(
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=en-US',
        '--no-sync',
        '--no-instructions',
      ),
      { ...identity, cwd: folder, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`PostgreSQL's initdb failed: ${made.error?.message ?? made.stderr}`);
    const server = new PostgresServer(folder, binaries.postgres, await freePort(), durable ? [] : careless);
    await server.start();
    return server;
  }

  /** The address of a database of this server. */
  url(database = 'postgres'): string {
    return `postgres://sourcemark:${password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it, anew where it was ended; resolves when it takes connections. */
  async start(): Promise<void> {
    // After a crash its children are gone a moment later than it is.
    while (!(await this.#started()));
  }

  /** False where it has to be tried again. */
  async #started(): Promise<boolean> {
    const settings = [`port=${this.port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300'];
    const child = spawn(
      this.#program,
      ['-D', join(this.#folder, 'data'), ...[...settings, ...this.#settings].flatMap((setting) => ['-c', setting])],
      { ...serverIdentity(), cwd: this.#folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#child = child;
    process.once('exit', () => child.kill('SIGQUIT'));
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
    const ended = once(child, 'exit');
    while (child.exitCode === null) {
      if (said.includes('ready to accept connections')) return true;
      await Promise.race([once(child.stderr, 'data'), ended]);
    }
    if (/still in use|lock file|starting up/.test(said)) return false;
    throw new Error(`PostgreSQL ended with ${child.exitCode}: ${said}`);
  }

  /** SIGINT ends it in order, SIGQUIT at once, SIGKILL as a crash does. */
  async end(signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** Ends it and takes its folder away. */
  async remove(): Promise<void> {
    await this.end('SIGQUIT');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Linux' disk in memory, where it has room for the databases of a run (bytes): each is some 300 files, made and removed once a test. */
function quickest(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 30 ? memory : tmpdir();
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
