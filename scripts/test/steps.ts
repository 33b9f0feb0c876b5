import { ensureChromium } from '../chromium.mjs';
import { ensureFirefox } from '../firefox.mjs';
import { ensureLibreOffice } from '../libreoffice.mjs';
import { type Counts, countOne, countPlaywright, countVitest } from './counts.ts';
import { type Ending, runProgram } from './program.ts';
import { packTwice } from './same-packages.ts';

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
  { name: 'Packages, the same twice', run: packed },
  { name: 'End-to-end tests in Chromium', run: () => playwright('chromium', ensureChromium, 26) },
  { name: 'The main stories in Firefox', run: inFirefox },
];

async function vitest(report: string, args: string[]): Promise<Counts> {
  const file = `${reports}/${report}.json`;
  const ending = await runProgram('vitest', ['run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], 8);
  return countVitest(ending, file);
}

async function playwright(project: 'chromium' | 'firefox', ensure: () => string, minutes: number): Promise<Counts> {
  const file = `${reports}/${project}.json`;
  return countPlaywright(await inBrowser(project, ensure, minutes, file), file);
}

async function inBrowser(project: string, ensure: () => string, minutes: number, file: string): Promise<Ending> {
  const why = missing(ensure);
  if (why !== null) {
    console.error(why);
    return { ok: false, why };
  }
  return runProgram('playwright', ['test', `--project=${project}`, '--reporter=list,json'], minutes, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
}

async function packed(): Promise<Counts> {
  const ending = await packTwice();
  if (!ending.ok) console.error(ending.why);
  return countOne(ending);
}

/** Where no Firefox can be had the stories are left out, which is said; on a build server they never are, but fail. */
async function inFirefox(): Promise<Counts> {
  const why = missing(ensureFirefox);
  if (why === null || process.env['CI']) return playwright('firefox', ensureFirefox, 6);
  console.warn(`${why} The stories in Firefox are left out.`);
  return { passed: 0, failed: 0 };
}

/** Why a browser cannot be had, in words; null where it is there. */
function missing(ensure: () => string): string | null {
  try {
    ensure();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
