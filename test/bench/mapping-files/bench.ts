import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeCsv } from 'hucre/csv';
import { writeXlsx } from 'hucre/xlsx';
import { conditions } from '../document/machine.ts';
import { table } from '../document/markdown.ts';
import { median } from '../medians.ts';
import type { Options } from '../options.ts';
import type { Report } from '../report.ts';
import type { ReadFile } from './read-file.ts';

/** What it takes to read Spekit's own export of its users: seconds, and memory beside the process that reads it. */
export async function benchMappingFiles({ quick, pace }: Options): Promise<Report> {
  const people = quick ? 1_000 : 50_000;
  const folder = await mkdtemp(join(tmpdir(), 'sourcemark-files-'));
  try {
    const rows = [...usersOf(people)];
    const files = { CSV: Buffer.from(writeCsv(rows)), XLSX: await writeXlsx({ sheets: [{ name: 'Users', rows }] }) };
    const lines: string[][] = [];
    for (const [kind, bytes] of Object.entries(files)) {
      const path = join(folder, `users.${kind.toLowerCase()}`);
      await writeFile(path, bytes);
      const runs: ReadFile[] = [];
      for (let round = 0; round < pace.rounds; round++) runs.push(await readIt(path));
      const of = (key: keyof ReadFile) => median(runs.map((run) => run[key]));
      lines.push([kind, mega(bytes.length), String(of('users')), (of('ms') / 1000).toFixed(2), mega(of('grown'))]);
    }
    const text = [
      '## Files of a migration',
      conditions(new Date()),
      'An export of ten columns, read, checked, and looked through for duplicates. Memory is what the process grew by, its file included.',
      table(['', 'file, MB', 'users', 'seconds', 'memory, MB'], lines),
    ];
    return { text: text.join('\n\n'), files: {} };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** In a process of its own: what others left behind is not counted. */
async function readIt(path: string): Promise<ReadFile> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', 'test/bench/mapping-files/read-file.ts', path]);
  return JSON.parse(stdout);
}

function* usersOf(people: number): Generator<string[]> {
  yield ['Email', 'First Name', 'Last Name', 'Username', 'Role', 'Status', 'Source', 'Teams', 'Salesforce ID', 'Created'];
  for (let one = 0; one < people; one++) {
    const teams = `Sales ${one % 40}; Region ${one % 7}; All Spekit Users`;
    const id = `0055f00000${String(one).padStart(5, '0')}`;
    yield [`person${one}@acme.example`, `First${one}`, `Last${one}`, `p${one}`, 'Viewer', 'Active', 'Salesforce', teams, id, '2026-11-27'];
  }
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
