import { barChart } from '../document/bar-chart.ts';
import { conditions } from '../document/machine.ts';
import { figure } from '../document/markdown.ts';
import type { Report } from '../report.ts';
import type { Pace } from './measure-row.ts';
import type { DirectoryResult, ScimResults } from './results.ts';
import { comparison, flatness, floors, footprints } from './tables.ts';

const chartName = 'benchmarks-scim.svg';

/** The section of docs/benchmarks.md, and its chart. */
export function report(results: ScimResults, pace: Pace): Report {
  const directory = results.directories.find(({ people }) => people === results.compared);
  if (directory === undefined) throw new Error(`The directory of ${results.compared} people was not measured.`);
  const people = results.compared.toLocaleString('en-US');
  const most = Math.max(...pace.connections);
  const parts = [
    '## SCIM',
    conditions(new Date()),
    method(results, pace),
    `![${chartTitle(people, most)}](${chartName})`,
    ...pace.connections
      .toReversed()
      .flatMap((connections) => [
        `### ${people} people, ${connections === 1 ? 'one connection' : `${connections} connections`}`,
        comparison(results, directory, connections),
      ]),
    ...(results.directories.length > 1
      ? [`### Sourcemark by the size of the directory, ${most} connections`, flatness(results, most)]
      : []),
    '### The floor',
    floors(results, directory),
    '### Start and memory',
    `Node alone takes ${results.node.toFixed(0)} ms to start. Memory is the process’s resident set.`,
    footprints(results),
  ];
  return { text: parts.join('\n\n'), files: { [chartName]: chart(results, directory, most, people) } };
}

function method({ services }: ScimResults, { rounds, seconds }: Pace): string {
  const named = (isDurable: boolean): string =>
    services
      .filter((one) => one.isDurable === isDurable)
      .map(({ name }) => name)
      .join(', ');
  const runs = rounds === 1 ? `one run of ${seconds} s` : `the middle of ${rounds} runs of ${seconds} s`;
  return [
    `Pieces of work a second over loopback, ${runs}, the services taking turns.`,
    `On the disk before it is answered: ${named(true)}. ${named(false) === '' ? '' : `In memory: ${named(false)}.`}`,
    'Every answer’s status was checked, and one answer of each kind was looked into: where it was wrong there is no figure, where it was odd there is a remark.',
    '_GET then PUT_ is two requests; so is a pushed group, which is made empty and then given its members in one PATCH.',
  ].join('\n');
}

const chartTitle = (people: string, connections: number): string => `A second, with ${people} people, ${connections} connections`;

function chart({ services }: ScimResults, { rows }: DirectoryResult, connections: number, people: string): string {
  const groups = rows
    .filter((row) => row.connections === connections)
    .map((row) => ({
      name: row.operation,
      bars: services.map(({ name }) => {
        const cell = row.cells[name];
        if (cell === undefined || 'none' in cell) return { series: name, value: null, words: cell?.none ?? '' };
        return { series: name, value: cell.measured.perSecond, words: figure(cell.measured.perSecond) };
      }),
    }));
  return barChart(chartTitle(people, connections), groups);
}
