import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CompanionProgram, environmentFor, refusedStart } from '../testing/program.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const refused = (file: string): Promise<string> => refusedStart(environmentFor(`sqlite:${join(folder, file)}`));

/** Changes a file of SQLite from outside. */
function change(file: string, statement: string): void {
  const database = new DatabaseSync(join(folder, file));
  database.exec(statement);
  database.close();
}

test('a database that is a folder, no database, another program’s, or of a newer companion is refused in a line', async () => {
  await mkdir(join(folder, 'folder.db'));
  expect(await refused('folder.db')).toMatch(/is a folder\. Set DATABASE_URL/);
  await writeFile(join(folder, 'text.db'), 'This is no database, however long one looks at it. '.repeat(50));
  expect(await refused('text.db')).toMatch(/is not a SQLite database/);
  await writeFile(join(folder, 'file'), '');
  expect(await refused(join('file', 'x.db'))).toMatch(/cannot be opened: .*Set DATABASE_URL|Check the folder/);
  change('foreign.db', 'create table songs (title text)');
  expect(await refused('foreign.db')).toMatch(/belongs to another program/);
  const newer = new CompanionProgram(environmentFor(`sqlite:${join(folder, 'newer.db')}`));
  await newer.listening();
  await newer.end();
  change('newer.db', 'pragma user_version = 99');
  expect(await refused('newer.db')).toMatch(/^The database has version 99, this companion knows \d+\. Start the newer companion/);
});

test('the folder of the database is made, and the address said', async () => {
  const program = new CompanionProgram(environmentFor(`sqlite:${join(folder, 'new', 'deep', 'sourcemark.db')}`));
  const url = await program.listening();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await stat(join(folder, 'new', 'deep', 'sourcemark.db'))).isFile()).toBe(true);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await program.end()).toBe(0);
});
