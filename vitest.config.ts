import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { runsLibreOffice } from './backend/testing/libreoffice/whether.ts';
import { runsOverPostgres } from './backend/testing/postgres/whether.ts';

const elsewhere = ['**/node_modules/**', '.output/**', '.wxt/**'];

/** How SQLite finds its rows, what its files are, and how they are copied and checked: PostgreSQL has none of that. */
const sqliteAlone = ['backend/store/plans.test.ts', 'backend/store/**/sqlite-*.test.ts', 'backend/maintenance/*.test.ts'];

/** Files that people bring are read without a database. */
const withoutDatabase = ['backend/mapping/files/**'];

/** The companion's tests once more, over a server that they start. */
const postgres = {
  test: {
    name: 'postgres',
    include: ['backend/**/*.test.ts'],
    exclude: [...elsewhere, ...sqliteAlone, ...withoutDatabase],
    globalSetup: ['backend/testing/postgres/run-server.ts'],
    environment: 'node',
  },
};

/** Workbooks that a real LibreOffice opens, edits and saves. */
const libreoffice = { test: { name: 'libreoffice', include: ['backend/mapping/files/libreoffice/*.test.ts'], environment: 'node' } };

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
          exclude: [...elsewhere, '**/*.dom.test.ts', 'backend/store/postgres/**', 'backend/mapping/files/libreoffice/**'],
          environment: 'node',
        },
      },
      ...(runsOverPostgres() ? [postgres] : []),
      ...(runsLibreOffice() ? [libreoffice] : []),
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
