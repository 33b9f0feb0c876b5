import type { Store } from './access.ts';
import type { CommitObserver } from './group-commit.ts';
import { openSqlite } from './sqlite-store.ts';

/** Where a companion keeps what it knows: a file of SQLite, or `:memory:`; or a database of PostgreSQL by its URL. */
export type DatabaseAddress = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };

/** Throws StoreRefused where the database cannot be used. */
export async function openStore(address: DatabaseAddress, observe?: CommitObserver): Promise<Store> {
  if (address.kind === 'sqlite') return openSqlite(address.path, observe);
  // PostgreSQL's client is thirty files, of no use to whoever has a file.
  const { openPostgres } = await import('./postgres/store.ts');
  return openPostgres(address.url, observe);
}
