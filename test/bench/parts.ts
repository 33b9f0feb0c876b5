import type { Options } from './options.ts';
import type { Report } from './report.ts';

type Part = (options: Options) => Promise<Report>;

/** The parts of the benchmark, in the order in which they run and stand in the document. Only what runs is loaded. */
export const parts: Readonly<Record<string, Part>> = {
  scim: async (options) => (await import('./scim/bench.ts')).benchScim(options),
  lookups: async (options) => (await import('./lookups.ts')).benchLookups(options),
  marks: async (options) => (await import('./marks.ts')).benchMarks(options),
  page: async (options) => (await import('./page/bench.ts')).benchPage(options),
  popup: async (options) => (await import('./popup.ts')).benchPopup(options),
  'mapping-files': async (options) => (await import('./mapping-files/bench.ts')).benchMappingFiles(options),
  mapping: async (options) => (await import('./mapping/bench.ts')).benchMapping(options),
};
