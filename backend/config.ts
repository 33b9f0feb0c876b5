import { say } from '../locales/companion.ts';
import type { CompanionOptions } from './companion.ts';
import { usualKeeping } from './exchanges/exchanges.ts';
import { StartRefused } from './start-refused.ts';
import type { DatabaseAddress } from './store/open-store.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const bodyLimit = { least: 1024, most: 512 * 1024 * 1024 };

/** Reads the environment. An empty variable is none. Throws StartRefused, naming the variable and what it may be. */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): CompanionOptions & { database: string } {
  const value = (name: string): string | undefined => {
    const text = environment[name]?.trim();
    return text === undefined || text === '' ? undefined : text;
  };
  const logLevel = value('SOURCEMARK_LOG_LEVEL') ?? 'info';
  const scimToken = token('SOURCEMARK_SCIM_TOKEN', value('SOURCEMARK_SCIM_TOKEN'));
  const viewerToken = token('SOURCEMARK_VIEWER_TOKEN', value('SOURCEMARK_VIEWER_TOKEN'));
  const adminToken = token('SOURCEMARK_ADMIN_TOKEN', value('SOURCEMARK_ADMIN_TOKEN'));
  return {
    host: value('SOURCEMARK_HOST') ?? '127.0.0.1',
    port: wholeNumber('SOURCEMARK_PORT', value('SOURCEMARK_PORT') ?? '4680', 0, 65_535),
    database: value('DATABASE_URL') ?? 'sqlite:./data/sourcemark.db',
    ...(scimToken !== undefined && { scimToken }),
    ...(viewerToken !== undefined && { viewerToken }),
    ...(adminToken !== undefined && { adminToken }),
    logLevel: logLevels.find((level) => level === logLevel) ?? wrong('start.log-level', { levels: logLevels.join(', '), value: logLevel }),
    rawRequests: {
      most: wholeNumber('SOURCEMARK_RAW_REQUESTS', value('SOURCEMARK_RAW_REQUESTS') ?? String(usualKeeping.most), 0, 1_000_000),
      days: wholeNumber('SOURCEMARK_RAW_DAYS', value('SOURCEMARK_RAW_DAYS') ?? String(usualKeeping.days), 1, 3_650),
    },
    ...relay(value),
    bodyLimit: wholeNumber('SOURCEMARK_BODY_LIMIT', value('SOURCEMARK_BODY_LIMIT') ?? '5242880', bodyLimit.least, bodyLimit.most),
  };
}

/** Where what Okta sends is passed on to, if anywhere. */
function relay(value: (name: string) => string | undefined): Pick<CompanionOptions, 'relay'> {
  const url = value('SOURCEMARK_RELAY_URL');
  const given = token('SOURCEMARK_RELAY_TOKEN', value('SOURCEMARK_RELAY_TOKEN'));
  const deletes = value('SOURCEMARK_RELAY_DELETES') ?? 'refuse';
  if (deletes !== 'refuse' && deletes !== 'pass') return wrong('start.relay-deletes', { value: deletes });
  if (url === undefined && given === undefined) return {};
  if (url === undefined || given === undefined) return wrong('start.relay-token', {});
  return { relay: { url: relayUrl(url), token: given, deletes, patience: 30_000 } };
}

/** The token would be read by whoever is on the way: what is not encrypted stays on this machine. */
function relayUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : wrong('start.relay-url', {});
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!plain || !(url.protocol === 'https:' || (url.protocol === 'http:' && near))) return wrong('start.relay-url', {});
  // An empty query or fragment is in the href alone.
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Reads `sqlite:PATH` or `postgres://…`. Throws StartRefused for any other address, and repeats nothing of it: it may hold a password. */
export function databaseAddress(database: string): DatabaseAddress {
  if (/^postgres(ql)?:\/\//i.test(database)) return { kind: 'postgres', url: database };
  const path = /^sqlite:(.+)$/i.exec(database)?.[1]?.replace(/^\/\/(?=\/)/, '');
  return path === undefined ? wrong('start.database-url', {}) : { kind: 'sqlite', path };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : wrong('start.number', { name, least, most, value: text });
}

/** What a header can carry and a bearer token may hold (RFC 6750 §2.1). */
function token(name: string, text: string | undefined): string | undefined {
  return text === undefined || /^[\w\-.~+/]+=*$/.test(text) ? text : wrong('start.token', { name });
}

function wrong(code: Parameters<typeof say>[0], facts: Record<string, string | number>): never {
  throw new StartRefused(say(code, facts));
}
