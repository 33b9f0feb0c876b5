// `npm run bench`: what look-ups cost the companion, and what marks cost a host page, each against the same without us.
// `npm run bench lookups` and `npm run bench marks` run one of the two. Prints tables; docs/benchmarks.md is written by hand from them.
import { benchLookups } from './lookups.ts';
import { benchMarks } from './marks.ts';

const parts: Readonly<Record<string, () => Promise<void>>> = { lookups: benchLookups, marks: benchMarks };
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}": choose among ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
for (const [name, bench] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  await bench();
}
