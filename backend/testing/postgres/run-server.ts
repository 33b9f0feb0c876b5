import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openPostgres } from '../../store/postgres/store.ts';
import { PostgresServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server whose databases the tests take; none where they take files of SQLite. */
    postgres: string;
  }
}

/** Name of the database that others are copies of. */
export const template = 'sourcemark_template';

/** Before the tests of the project `postgres`: one server for all of them. */
export default async function runServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await PostgresServer.start({ durable: false });
  const admin = new pg.Client({ connectionString: server.url() });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  await (await openPostgres(server.url(template))).close();
  project.provide('postgres', server.url());
  return () => server.remove();
}
