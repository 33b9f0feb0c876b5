import { benchLookups } from './lookups.ts';
import { benchMarks } from './marks.ts';
import type { Options } from './options.ts';
import type { Report } from './report.ts';
import { benchScim } from './scim/bench.ts';

/** The parts of the benchmark, in the order in which they run and stand in the document. */
export const parts: Readonly<Record<string, (options: Options) => Promise<Report>>> = {
  scim: benchScim,
  lookups: benchLookups,
  marks: benchMarks,
};
