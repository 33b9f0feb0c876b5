import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { conditions } from '../document/machine.ts';
import { table } from '../document/markdown.ts';
import type { Options } from '../options.ts';
import type { Report } from '../report.ts';
import type { Step } from './migrate.ts';

const told: Readonly<Record<string, string>> = {
  import: 'take in Spekit’s own users, 500 in a transaction',
  push: 'take in Okta’s users as SCIM does, without HTTP',
  match: 'match all of them, and count',
  workbook: 'write the mapping workbook',
  check: 'check the workbook',
  complete: 'complete it, in one transaction',
  undo: 'undo it, in one transaction',
};

/** What each step of a migration takes: seconds, and memory. */
export async function benchMapping({ quick }: Options): Promise<Report> {
  const people = quick ? 1_000 : 50_000;
  const folder = await mkdtemp(join(tmpdir(), 'sourcemark-mapping-'));
  const [database, file] = [join(folder, 'sourcemark.db'), join(folder, 'mapping.xlsx')];
  try {
    const program = ['test/bench/mapping/migrate.ts', database, file, String(people)];
    const { stdout } = await promisify(execFile)(process.execPath, program);
    const lines = (JSON.parse(stdout) as Step[]).map(({ name, ms, cpu, grown }) => {
      return [told[name] ?? name, (ms / 1000).toFixed(2), (cpu / 1000).toFixed(2), (grown / 1e6).toFixed(0)];
    });
    const size = ((await stat(file)).size / 1e6).toFixed(1);
    const text = [
      '## A migration',
      conditions(new Date()),
      `${people.toLocaleString('en')} users of Spekit’s own and as many of Okta’s, nine of ten the same, in 47 teams; SQLite on disk, one process for all. The workbook has ${size} MB. Memory is what the process grew by at the most during the step.`,
      table(['', 'seconds', 'of a processor', 'memory, MB'], lines),
    ];
    return { text: text.join('\n\n'), files: {} };
  } finally {
    await rm(folder, { recursive: true });
  }
}
