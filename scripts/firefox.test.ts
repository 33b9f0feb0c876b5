import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFirefox } from './firefox.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcemark-path-'));
  vi.stubEnv('FIREFOX_BIN', '');
  vi.stubEnv('PATH', [join(folder, 'nowhere'), folder].join(delimiter));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

test('an ESR on the PATH goes before another Firefox, and what cannot be run is none', () => {
  for (const name of ['firefox', 'firefox-esr']) writeFileSync(join(folder, name), '', { mode: 0o755 });
  expect(findFirefox()).toBe(join(folder, 'firefox-esr'));
  chmodSync(join(folder, 'firefox-esr'), 0o644);
  expect(findFirefox()).toBe(join(folder, 'firefox'));
});

test('FIREFOX_BIN decides', () => {
  vi.stubEnv('FIREFOX_BIN', '/somewhere/firefox');
  expect(findFirefox()).toBe('/somewhere/firefox');
});
