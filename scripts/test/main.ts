// scripts/ starts the two commands and makes small generated files. What may enter: bootstrap and generators, nothing that ships.
// This file runs everything that `npm test` promises, in order and to the end, and counts it.
// The last line is exactly `N passed, N failed`; the exit code is 1 when anything failed.
import { rmSync } from 'node:fs';
import { endPrograms } from './program.ts';
import { reports, type Step, steps } from './steps.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endPrograms('SIGTERM');
    console.log('Stopped before the end.\n0 passed, 1 failed');
    process.exit(1);
  });
}

// A report of an earlier run must not be counted for a step that crashed.
rmSync(reports, { recursive: true, force: true });

const rows: string[] = [];
let passed = 0;
let failed = 0;
for (const step of steps) {
  const row = await take(step);
  rows.push(row);
  console.log(row);
}
console.log(`\n${rows.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function take(step: Step): Promise<string> {
  console.log(`\n== ${step.name}`);
  const begin = performance.now();
  const counts = await step.run().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  passed += counts.passed;
  failed += counts.failed;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  return `${counts.failed === 0 ? 'ok  ' : 'FAIL'}  ${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`;
}
