import { ensureChromium } from '../chromium.mjs';
import { ensureLibreOffice } from '../libreoffice.mjs';
import { type Counts, countOne, countPlaywright, countVitest } from './counts.ts';
import { type Ending, runProgram } from './program.ts';

export interface Step {
  name: string;
  run(): Promise<Counts>;
}

/** Where the reporters leave what they counted. */
export const reports = '.output/reports';

/** All that `npm test` runs, cheapest first. A step does not depend on the success of the one before, only on its having run. */
export const steps: readonly Step[] = [
  {
    name: 'Types',
    run: async () => {
      const prepared = await runProgram('wxt', ['prepare'], 3);
      return countOne(prepared.ok ? await runProgram('tsc', ['--noEmit'], 5) : prepared);
    },
  },
  { name: 'Biome', run: async () => countOne(await runProgram('biome', ['check', '.'], 3)) },
  { name: 'Knip', run: async () => countOne(await runProgram('knip', [], 3)) },
  {
    name: 'Unit, component and server tests',
    run: () => {
      ensureLibreOffice();
      return vitest('vitest', ['--project=!built']);
    },
  },
  {
    name: 'Build',
    run: async () => {
      const chrome = await runProgram('wxt', ['build', '-b', 'chrome'], 3);
      const firefox = await runProgram('wxt', ['build', '-b', 'firefox'], 3);
      return countOne(chrome.ok ? firefox : chrome);
    },
  },
  { name: 'House rules of the build', run: () => vitest('built', ['--project=built']) },
  { name: 'End-to-end tests in Chromium', run: playwright },
];

async function vitest(report: string, args: string[]): Promise<Counts> {
  const file = `${reports}/${report}.json`;
  const ending = await runProgram('vitest', ['run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], 8);
  return countVitest(ending, file);
}

async function playwright(): Promise<Counts> {
  const file = `${reports}/playwright.json`;
  return countPlaywright(await inChromium(file), file);
}

async function inChromium(file: string): Promise<Ending> {
  try {
    ensureChromium();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(why);
    return { ok: false, why };
  }
  return runProgram('playwright', ['test', '--reporter=list,json'], 26, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
}
