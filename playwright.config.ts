import { defineConfig, type PlaywrightTestOptions, type PlaywrightWorkerOptions, type Project } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';
import { findFirefox } from './scripts/firefox.mjs';
import type { Options } from './test/e2e/fixtures.ts';
import { chromiumArgs } from './test/parts/chromium-args.ts';

// Null where none is installed yet: who only reads this file needs none. Without one, Playwright says at the first test what to do.
const executablePath = findChromium();

const elsewhere = ['**/node_modules/**', '.output/**'];

/** The stories that are told in a real Firefox once more. Left out where there is none: `npm test` installs one, and says so where it cannot. */
const firefox: Project<PlaywrightTestOptions & Options, PlaywrightWorkerOptions> = {
  name: 'firefox',
  testDir: 'test/e2e',
  grep: /@firefox/,
  // Chromium's own settings reach no other browser.
  use: { engine: 'firefox', launchOptions: {} },
};

// `*.spec.ts`, beside what it tests or in `test/e2e/`, runs in a real Chromium.
export default defineConfig<Options>({
  projects: [{ name: 'chromium', testIgnore: [...elsewhere, 'test/e2e/firefox/**'] }, ...(findFirefox() === null ? [] : [firefox])],
  testDir: '.',
  testMatch: '**/*.spec.ts',
  testIgnore: elsewhere,
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  reporter: [['list']],
  outputDir: '.output/e2e-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    screenshot: 'only-on-failure',
    // What each action was and what it took: pictures of every step would make a run a fifth longer.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    ignoreHTTPSErrors: true,
    launchOptions: {
      ...(executablePath !== null && { executablePath }),
      args: [...chromiumArgs],
    },
  },
});
