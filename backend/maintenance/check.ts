import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { say } from '../../locales/companion.ts';
import { databaseAddress } from '../config.ts';
import { StartRefused } from '../start-refused.ts';
import type { Reads } from '../store/access.ts';
import { refuseForeign } from '../store/migrate.ts';
import { readPostgres } from '../store/postgres/store.ts';
import { type Tally, tally } from '../store/reads/tally.ts';
import { SqliteConnection } from '../store/sqlite-connection.ts';

export interface Checked {
  /** A line each, for a person. */
  faults: string[];
  users: number;
  teams: number;
  changes: number;
}

/** Looks through a whole database: is the file sound, does every reference lead somewhere, do what is kept twice and the log agree.
 *  Throws StartRefused where it cannot be read. */
export async function checkDatabase(database: string): Promise<Checked> {
  const address = databaseAddress(database);
  if (address.kind === 'postgres') return checkPostgres(address.url);
  const { path } = address;
  if (path === ':memory:' || !existsSync(path)) throw new StartRefused(say('maintenance.no-database', { path }));
  const connection = open(path);
  try {
    connection.exec('begin');
    const ofFile = fileFaults(connection.database);
    const { faults, ...rows } = await contentFaults(connection);
    return { faults: [...ofFile, ...faults], ...rows };
  } finally {
    connection.close();
  }
}

/** PostgreSQL holds its references by itself, and looks after its files. */
async function checkPostgres(url: string): Promise<Checked> {
  const store = await readPostgres(url);
  try {
    return await store.read(contentFaults);
  } finally {
    await store.close();
  }
}

function open(path: string): SqliteConnection {
  try {
    const connection = new SqliteConnection(path, { readOnly: true });
    refuseForeign(connection.database);
    return connection;
  } catch (error) {
    throw new StartRefused(error instanceof Error ? say('start.not-a-database', { path, reason: error.message }) : String(error));
  }
}

function fileFaults(database: DatabaseSync): string[] {
  const found = database
    .prepare('pragma integrity_check(20)')
    .all()
    .map((row) => String(row['integrity_check']));
  const lost = database.prepare('pragma foreign_key_check').all();
  return [
    ...found.filter((line) => line !== 'ok').map((line) => say('maintenance.damaged', { fault: line })),
    ...lost.slice(0, 20).map((row) => say('maintenance.lost-reference', { from: String(row['table']), to: String(row['parent']) })),
  ];
}

async function contentFaults(reads: Reads): Promise<Checked> {
  const accounts = await tally(reads);
  const sum = (name: 'users' | 'teams' | 'changes'): number => accounts.reduce((total, account) => total + account[name], 0);
  return { faults: accounts.flatMap(disagreements), users: sum('users'), teams: sum('teams'), changes: sum('changes') };
}

function disagreements(account: Tally): string[] {
  const pairs: [what: Parameters<typeof say>[0], kept: number, there: number][] = [
    ['maintenance.idp-users', account.idp_users, account.idp_users_there],
    ['maintenance.spekit-users', account.spekit_users, account.spekit_users_there],
    ['maintenance.inactive-users', account.inactive_users, account.inactive_users_there],
    ['maintenance.idp-teams', account.idp_teams, account.idp_teams_there],
    ['maintenance.spekit-teams', account.spekit_teams, account.spekit_teams_there],
    ['maintenance.changes', account.seq, account.changes],
    ['maintenance.last-change', account.seq, account.last_seq],
  ];
  return pairs
    .filter(([, kept, there]) => kept !== there)
    .map(([what, kept, there]) => say('maintenance.disagrees', { account: account.id, what: say(what), kept, there }));
}
