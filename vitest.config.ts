import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const elsewhere = ['**/node_modules/**', '.output/**', '.wxt/**'];

// `x.test.ts` runs in Node, `x.dom.test.tsx` in jsdom, `x.spec.ts` in a real Chromium (playwright.config.ts).
// WxtVitest() stands in every project: with `extends: true` alone its set-up that stubs `chrome` does not run.
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...elsewhere, '**/*.dom.test.ts', 'backend/**', 'mocks/**', 'test/house/built/**'],
          environment: 'node',
        },
      },
      { plugins: [WxtVitest()], test: { name: 'dom', include: ['**/*.dom.test.{ts,tsx}'], exclude: elsewhere, environment: 'jsdom' } },
      {
        test: {
          name: 'servers',
          include: ['{backend,mocks}/**/*.test.ts'],
          exclude: [...elsewhere, '**/*.dom.test.ts'],
          environment: 'node',
        },
      },
      // What is said of the finished bundles; they are built first where they are missing.
      {
        test: {
          name: 'built',
          include: ['test/house/built/*.test.ts'],
          globalSetup: ['test/house/built/build-when-missing.ts'],
          environment: 'node',
        },
      },
    ],
  },
});
