import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseAddress } from '../config.ts';
import type { Store } from '../store/access.ts';
import type { CommitObserver } from '../store/group-commit.ts';
import { openStore } from '../store/open-store.ts';
import { template } from './postgres/run-server.ts';

/** A database of a test's own: a file of SQLite, or in the project `postgres` a database on the server of the run. */
export interface TestDatabase {
  /** As `DATABASE_URL` has it. */
  readonly url: string;
  /** Opens it without a companion. */
  open(observe?: CommitObserver): Promise<Store>;
  remove(): Promise<void>;
}

/** @param filled Whether a companion has made its tables there already; without, it is empty. */
export async function makeDatabase({ filled = false } = {}): Promise<TestDatabase> {
  const server = inject('postgres');
  return server === undefined ? makeFile() : makeOn(server, filled);
}

async function makeFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'sourcemark-database-'));
  const url = `sqlite:${join(folder, 'sourcemark.db')}`;
  return {
    url,
    open: (observe) => openStore(databaseAddress(url), observe),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function makeOn(server: string, filled: boolean): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name} template ${filled ? template : 'template1'} strategy file_copy`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  return {
    url,
    open: (observe) => openStore(databaseAddress(url), observe),
    remove: () => administer(server, `drop database ${name} with (force)`),
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
