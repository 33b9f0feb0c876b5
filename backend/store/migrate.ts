import type { DatabaseSync } from 'node:sqlite';
import { say } from '../../locales/companion.ts';
import { StoreRefused } from './access.ts';
import { directory } from './migrations/001-directory.ts';
import { counts } from './migrations/002-counts.ts';
import { fewerKeys } from './migrations/003-fewer-keys.ts';
import { pagePacks } from './migrations/004-page-packs.ts';
import { attentionKeys } from './migrations/005-attention.ts';
import { exchangesKnown } from './migrations/006-exchanges.ts';
import { mappingTables } from './migrations/007-mapping.ts';
import { relayedColumn } from './migrations/008-relayed.ts';

/** Each step once, in order; the version of a database is how many it has had. A step that has been released is never changed. */
const migrations: readonly string[] = [
  directory,
  counts,
  fewerKeys,
  pagePacks,
  attentionKeys,
  exchangesKnown,
  mappingTables,
  relayedColumn,
];

/** "SoMk": tells a database of ours from another program's. */
const applicationId = 0x536f4d6b;

/** Throws StoreRefused for another program's database, or that of a newer companion; it is not touched. */
export function refuseForeign(database: DatabaseSync): void {
  const version = pragma(database, 'user_version');
  const table = database.prepare('select name from sqlite_schema limit 1').get();
  if (pragma(database, 'application_id') !== applicationId && (version > 0 || table !== undefined)) {
    throw new StoreRefused(say('start.database-foreign'));
  }
  if (version > migrations.length) {
    throw new StoreRefused(say('start.database-newer', { found: version, known: migrations.length }));
  }
}

/** Brings the database to the newest version, in one transaction; two that start at once do it one after the other. */
export function migrate(database: DatabaseSync): void {
  database.exec('begin immediate');
  try {
    for (const step of migrations.slice(pragma(database, 'user_version'))) database.exec(step);
    database.exec(`pragma application_id = ${applicationId}; pragma user_version = ${migrations.length}`);
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name]);
}
