import pg from 'pg';
import { say } from '../../../locales/companion.ts';
import { StoreRefused } from '../access.ts';

/** StoreRefused with the words for what PostgreSQL, or the way to it, said at the start. The password is in none of them. */
export function refused(error: unknown, url: string): StoreRefused {
  if (error instanceof StoreRefused) return error;
  const address = addressOf(url);
  if (address === null) return new StoreRefused(say('start.database-url'));
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const facts = { ...address, reason: reasonOf(cause) };
  const code = cause instanceof pg.DatabaseError ? cause.code : undefined;
  if (code === '3D000') return new StoreRefused(say('start.postgres-no-database', facts));
  if (code?.startsWith('28') || /password must be a string/.test(facts.reason)) return new StoreRefused(say('start.postgres-login', facts));
  if (code === '42501') return new StoreRefused(say('start.postgres-forbidden', facts));
  return new StoreRefused(say(code === undefined ? 'start.postgres-unreachable' : 'start.postgres-unusable', facts));
}

/** As `pg` reads it; null where it cannot be read. */
function addressOf(url: string): { host: string; user: string; database: string } | null {
  try {
    const { host, port, user, database } = new pg.Client({ connectionString: url });
    return { host: `${host}:${port}`, user: user ?? '', database: database ?? user ?? '' };
  } catch {
    return null;
  }
}

/** Of several addresses that were tried, the first one's. On one line. */
function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const text = first instanceof Error ? first.message : String(first);
  return text.replace(/\s+/g, ' ').replace(/\.$/, '');
}
