import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { say } from '../../locales/companion.ts';
import { databaseAddress } from '../config.ts';
import { StartRefused } from '../start-refused.ts';
import { refuseForeign } from '../store/migrate.ts';

/** Copies the database, as it is at one moment, into a new file, while a companion may go on writing (`VACUUM INTO` reads in one
 *  transaction; the incremental backup of SQLite would begin anew at each write of another process). The copy is on disk, and whole,
 *  before it has its name. Gives its size in bytes. Throws StartRefused where there is nothing to copy, or FILE is there already, or
 *  for PostgreSQL, which has a program for that. */
export async function backUp(database: string, file: string): Promise<{ file: string; bytes: number }> {
  const address = databaseAddress(database);
  if (address.kind === 'postgres') throw new StartRefused(say('maintenance.postgres-backup'));
  const { path } = address;
  if (path === ':memory:' || !existsSync(path)) throw new StartRefused(say('maintenance.no-database', { path }));
  if (existsSync(file)) throw new StartRefused(say('maintenance.file-exists', { file }));
  if (!existsSync(dirname(file))) throw new StartRefused(say('maintenance.no-folder', { folder: dirname(file) }));
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    copy(path, unfinished);
    settle(unfinished);
    renameSync(unfinished, file);
    settle(dirname(file));
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof Error && !(error instanceof StartRefused)) {
      throw new StartRefused(say('maintenance.not-copied', { file, reason: error.message }));
    }
    throw error;
  }
  return { file, bytes: statSync(file).size };
}

function copy(path: string, file: string): void {
  const source = new DatabaseSync(path, { timeout: 5000 });
  try {
    refuseForeign(source);
    source.prepare('vacuum into ?').run(file);
  } finally {
    source.close();
  }
}

/** Waits until a file, or the names in a folder, are on disk. A folder cannot be opened on Windows, where names are kept at once. */
function settle(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r+');
  } catch {
    try {
      descriptor = openSync(path, 'r');
    } catch {
      return;
    }
  }
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
