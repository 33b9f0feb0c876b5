import type { Store } from './access.ts';
import type { CommitObserver } from './group-commit.ts';
import { openPostgres } from './postgres/store.ts';
import { openSqlite } from './sqlite-store.ts';

/** Where a companion keeps what it knows: a file of SQLite, or `:memory:`; or a database of PostgreSQL by its URL. */
export type DatabaseAddress = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };

/** Throws StoreRefused where the database cannot be used. */
export function openStore(address: DatabaseAddress, observe?: CommitObserver): Promise<Store> {
  return address.kind === 'sqlite' ? openSqlite(address.path, observe) : openPostgres(address.url, observe);
}
