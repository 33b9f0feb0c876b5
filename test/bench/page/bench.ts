// page/ measures what Sourcemark costs a host page: against the same page without it, and against the simplest mark there could be.
// What may enter: the page, its contestants, and the tables of their figures.
import type { BrowserContext } from '@playwright/test';
import { Companion } from '../../e2e/parts/companion.ts';
import { conditions } from '../document/machine.ts';
import { table } from '../document/markdown.ts';
import { launchMarked, launchPlain } from '../marks.ts';
import { median } from '../medians.ts';
import type { Options } from '../options.ts';
import { createPeople } from '../people.ts';
import type { Report } from '../report.ts';
import { type Cost, type Costs, measurePage } from './measure.ts';
import { navigate } from './navigations.ts';

const contestants = {
  'without Sourcemark': { marked: false, spans: false, other: false },
  'a plain span in every row': { marked: false, spans: true, other: false },
  'with Sourcemark': { marked: true, spans: false, other: false },
  'with Sourcemark, another page': { marked: true, spans: false, other: true },
} as const;
type Name = keyof typeof contestants;
const names = Object.keys(contestants) as Name[];
/** A load takes a second, a storm ten: so many times as many loads are measured, since what else runs on the machine disturbs a short step more. */
const loads = 3;

export async function benchPage({ quick, pace }: Options): Promise<Report> {
  const sizes = quick ? [1_000] : [1_000, 5_000];
  const seconds = quick ? 1 : 10;
  const visits = quick ? 20 : 200;
  const companion = await Companion.make();
  try {
    await companion.start();
    await createPeople(companion, Math.max(...sizes));
    const text = [
      '## Page',
      conditions(new Date()),
      `What a list costs the host page: main-thread milliseconds, the longest task (– where none is above 50 ms), the sum of layout shifts, and what is there afterwards. A storm is 200 changes a second for ${seconds} s; more frames are more work, so they are told too. All are medians, of ${pace.rounds * loads} loads and ${pace.rounds} storms; a ratio is that of the ratios to the bare page that was measured in the same round.`,
    ];
    for (const rows of sizes) {
      const all = new Map<Name, Costs[]>(names.map((name) => [name, []]));
      for (let round = 0; round < pace.rounds * loads; round++)
        for (const name of names) {
          const { marked, spans, other } = contestants[name];
          const costs = await inBrowser(marked ? () => launchMarked(companion) : launchPlain, (context) =>
            measurePage(context, { rows, spans, other }, marked && !other, round % loads === 0 ? seconds : 0),
          );
          all.get(name)?.push(costs);
        }
      for (const step of ['load', 'storm'] as const)
        text.push(`### ${step === 'load' ? 'Load' : 'Storm'}, ${rows.toLocaleString('en-US')} rows`, costsTable(all, step));
    }
    const { first, last } = await inBrowser(
      () => launchMarked(companion),
      (context) => navigate(context, visits),
    );
    text.push(
      `### ${visits} navigations within the page`,
      'Between a page that is marked and one that is not. What grows was left behind.',
      table(
        ['', 'nodes', 'listeners', 'heap, MB'],
        Object.entries({ before: first, after: last }).map(([when, { nodes, listeners, heap }]) => [
          when,
          String(nodes),
          String(listeners),
          heap.toFixed(1),
        ]),
      ),
    );
    return { text: text.join('\n\n'), files: {} };
  } finally {
    await companion.remove();
  }
}

async function inBrowser<T>(launch: () => Promise<BrowserContext>, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await launch();
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

function costsTable(all: ReadonlyMap<Name, readonly Costs[]>, step: keyof Costs): string {
  const costsOf = (name: Name): Cost[] => (all.get(name) ?? []).flatMap((costs) => costs[step] ?? []);
  const of = (name: Name, what: keyof Cost): number => median(costsOf(name).map((cost) => cost[what]));
  const bare = costsOf('without Sourcemark');
  const ratio = (name: Name): number => median(costsOf(name).map(({ task }, round) => task / (bare[round]?.task ?? Number.NaN)));
  return table(
    ['', 'main thread', 'ratio', 'script', 'layout', 'style', 'longest task', 'shift', 'heap, MB', 'nodes', 'listeners', 'frames/s'],
    names.map((name) => [
      name,
      of(name, 'task').toFixed(0),
      ratio(name).toFixed(2),
      ...(['script', 'layout', 'style'] as const).map((what) => of(name, what).toFixed(0)),
      of(name, 'longest') > 0 ? of(name, 'longest').toFixed(0) : '–',
      of(name, 'shift').toFixed(4),
      of(name, 'heap').toFixed(1),
      of(name, 'nodes').toFixed(0),
      of(name, 'listeners').toFixed(0),
      step === 'storm' ? of(name, 'frames').toFixed(0) : '–',
    ]),
  );
}
