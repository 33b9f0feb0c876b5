import { readFileSync } from 'node:fs';
import type { Ending } from './program.ts';

export interface Counts {
  passed: number;
  failed: number;
}

/** A step without tests of its own counts as one. */
export function countOne(ending: Ending): Counts {
  return ending.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The tests of a run of vitest, from its JSON report. A file that could not be loaded counts as a failed test. */
export function countVitest(ending: Ending, file: string): Counts {
  const files = list(read(readReport(file), 'testResults'));
  let passed = 0;
  let failed = 0;
  for (const one of files) {
    const tests = list(read(one, 'assertionResults'));
    const broken = tests.filter((test) => read(test, 'status') !== 'passed').length;
    passed += tests.length - broken;
    failed += broken === 0 && read(one, 'status') === 'failed' ? 1 : broken;
  }
  return atLeastOne(ending, { passed, failed });
}

/** The tests of a run of Playwright, from its JSON report. A test that passed only when tried again has failed. */
export function countPlaywright(ending: Ending, file: string): Counts {
  const report = readReport(file);
  const stats = read(report, 'stats');
  const failed = number(read(stats, 'unexpected')) + number(read(stats, 'flaky')) + number(read(stats, 'skipped'));
  return atLeastOne(ending, { passed: number(read(stats, 'expected')), failed: failed + list(read(report, 'errors')).length });
}

/** A run that ended badly, or that has run nothing, has failed at least once: it is never silently fine. */
function atLeastOne(ending: Ending, counts: Counts): Counts {
  const bad = !ending.ok || counts.passed + counts.failed === 0;
  return bad && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
