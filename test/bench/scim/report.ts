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
  const kept = results.services.map(({ name, keeps }) => `${name} (${keeps})`).join(', ');
  const parts = [
    '## SCIM',
    conditions(new Date()),
    `Pieces of work a second over loopback, the middle of ${pace.rounds} run(s) of ${pace.seconds} s in which the services took turns: ${kept}. ` +
      'Every answer’s status was checked, and of each kind of request one answer was looked into.',
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
