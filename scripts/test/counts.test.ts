import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countOne, countPlaywright, countVitest } from './counts.ts';

const ok = { ok: true, why: '' };
const bad = { ok: false, why: 'vitest ended with 1' };
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcemark-counts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a step without tests counts as one', () => {
  expect(countOne(ok)).toEqual({ passed: 1, failed: 0 });
  expect(countOne(bad)).toEqual({ passed: 0, failed: 1 });
});

describe('vitest', () => {
  const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });

  test('tests are counted over all files', () => {
    const path = report({ testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] });
    expect(countVitest(bad, path)).toEqual({ passed: 3, failed: 1 });
  });

  test('a file that could not be loaded is a failure', () => {
    expect(countVitest(bad, report({ testResults: [file('passed', 'passed'), file('failed')] }))).toEqual({ passed: 1, failed: 1 });
  });

  test('a test that was left out has not passed', () => {
    expect(countVitest(ok, report({ testResults: [file('passed', 'passed', 'pending')] }))).toEqual({ passed: 1, failed: 1 });
  });

  test('an error outside of every test is a failure', () => {
    expect(countVitest(bad, report({ testResults: [file('passed', 'passed')] }))).toEqual({ passed: 1, failed: 1 });
  });

  test('a run that left no report is a failure, also when it says it went well', () => {
    expect(countVitest(ok, join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 });
  });
});

describe('Playwright', () => {
  test('tests are counted, a flaky one as failed', () => {
    const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] });
    expect(countPlaywright(bad, path)).toEqual({ passed: 5, failed: 2 });
  });

  test('an error before the tests is a failure', () => {
    const path = report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{ message: 'no browser' }] });
    expect(countPlaywright(bad, path)).toEqual({ passed: 0, failed: 1 });
  });

  test('a run that crashed after its tests passed is a failure', () => {
    expect(countPlaywright(bad, report({ stats: { expected: 5 } }))).toEqual({ passed: 5, failed: 1 });
  });
});
