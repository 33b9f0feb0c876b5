// backend/ is the companion: a SCIM service provider that Okta provisions to and the extension asks.
// What may enter at the top: the entry, the environment, and how the parts are put together. Everything else has a folder.
// `startCompanion` is the same for the command, the tests and the playground.
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { say } from '../locales/companion.ts';
import type { AccountType } from '../ownership/actions.ts';
import { createApp } from './app.ts';
import { databaseAddress, type LogLevel } from './config.ts';
import { accountId } from './connection/account-id.ts';
import { followTokens, type MadeTokens, settleTokens } from './connection/tokens.ts';
import { Directory } from './directory/act.ts';
import { Freshness } from './directory/freshness.ts';
import { Exchanges, type Keeping, usualKeeping } from './exchanges/exchanges.ts';
import manifest from './package.json' with { type: 'json' };
import { mostUnderWay } from './plugins/limits.ts';
import { createMetrics } from './plugins/metrics.ts';
import type { RelayOptions } from './relay/relay.ts';
import { StartRefused } from './start-refused.ts';
import { type Store, StoreRefused } from './store/access.ts';
import type { CommitObserver } from './store/group-commit.ts';
import { openStore } from './store/open-store.ts';
import { ensureAccount } from './store/writes/accounts.ts';

export interface CompanionOptions {
  /** 127.0.0.1 unless told otherwise. */
  host?: string;
  /** 0, the default here, takes a free port. */
  port?: number;
  /** `sqlite:FILE`, `postgres://…` or, the default here, `sqlite::memory:`. */
  database?: string;
  scimToken?: string;
  viewerToken?: string;
  adminToken?: string;
  logLevel?: LogLevel;
  /** Largest body in bytes; 5 MiB unless told otherwise. */
  bodyLimit?: number;
  /** Requests under way at once; more are turned away for a while. */
  mostUnderWay?: number;
  /** What is kept of what Okta sends; the newest 10,000 requests for 30 days unless told otherwise. */
  rawRequests?: Keeping;
  /** Spekit's own SCIM, to which what Okta sends is passed on; nowhere unless told. */
  relay?: RelayOptions;
  /** What a new account is; one that is there already keeps its type. */
  accountType?: AccountType;
}

export interface Companion {
  /** `http://HOST:PORT` */
  url: string;
  port: number;
  /** Spekit's address, to which it passes on what Okta sends; null: it keeps it by itself. */
  relaysTo: string | null;
  /** Tokens that were made at this start, as none were given or kept: shown now or never. */
  made: MadeTokens;
  /** Finishes what was begun and gives port and database free. */
  close(): Promise<void>;
}

/** Starts a companion. Throws StartRefused with one line for the person who started it. */
export async function startCompanion(options: CompanionOptions = {}): Promise<Companion> {
  const host = options.host ?? '127.0.0.1';
  const log = pino({ level: options.logLevel ?? 'warn' }, pino.destination({ dest: 2, sync: true }));
  const metrics = createMetrics();
  const store = await open(options.database ?? 'sqlite::memory:', metrics.commit);
  try {
    await store.write((transaction) => ensureAccount(transaction, accountId, options.accountType ?? 'production', Date.now()));
    const { tokens, made } = await settleTokens(store, accountId, givenTokens(options));
    const freshness = new Freshness(store, accountId);
    const exchanges = new Exchanges(store, accountId, options.rawRequests ?? usualKeeping);
    await exchanges.forget();
    const directory = new Directory(store, accountId, freshness, metrics.changed);
    const app = await createApp({
      directory,
      exchanges,
      tokens,
      metrics,
      log,
      bodyLimit: options.bodyLimit ?? 5 * 1024 * 1024,
      mostUnderWay: options.mostUnderWay ?? mostUnderWay,
      version: manifest.version,
      relay: options.relay ?? null,
    });
    await app.listen({ host, port: options.port ?? 0 });
    const stopFollowing = followTokens(store, accountId, tokens);
    const { port } = app.server.address() as AddressInfo;
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
      port,
      relaysTo: options.relay?.url ?? null,
      made,
      async close() {
        await app.close();
        stopFollowing();
        await freshness.flush();
        await exchanges.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw startFailure(error, host, options.port ?? 0);
  }
}

async function open(database: string, observe: CommitObserver): Promise<Store> {
  const address = databaseAddress(database);
  try {
    return await openStore(address, observe);
  } catch (error) {
    throw error instanceof StoreRefused ? new StartRefused(error.message) : error;
  }
}

function givenTokens({ scimToken, viewerToken, adminToken }: CompanionOptions): MadeTokens {
  return {
    ...(scimToken !== undefined && { scim: scimToken }),
    ...(viewerToken !== undefined && { viewer: viewerToken }),
    ...(adminToken !== undefined && { admin: adminToken }),
  };
}

function startFailure(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return new StartRefused(say('start.port-in-use', { port }));
  if (code === 'EACCES') return new StartRefused(say('start.port-forbidden', { port }));
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new StartRefused(say('start.host', { host }));
  return error;
}
