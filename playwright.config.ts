import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

// Null where none is installed yet: who only reads this file needs none. Without one, Playwright says at the first test what to do.
const executablePath = findChromium();

// `*.spec.ts`, beside what it tests or in `test/e2e/`, runs in a real Chromium.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  testIgnore: ['**/node_modules/**', '.output/**'],
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
    trace: 'retain-on-failure',
    ignoreHTTPSErrors: true,
    launchOptions: {
      ...(executablePath !== null && { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    },
  },
});
