import { Footnotes } from '../document/footnotes.ts';
import { figure, table, times } from '../document/markdown.ts';
import type { Cell, DirectoryResult, Row, ScimResults } from './results.ts';

const count = (value: number): string => value.toLocaleString('en-US');

/** One row for the console. */
export function rowLine({ operation, connections, cells }: Row): string {
  const all = Object.entries(cells).map(([name, cell]) => `${name} ${'none' in cell ? cell.none : figure(cell.measured.perSecond)}`);
  return `${operation} (${connections}): ${all.join(' · ')}`;
}

/** Pieces of work a second of a service; null where there is no figure. */
export function rateOf(row: Row, name: string): number | null {
  const cell = row.cells[name];
  return cell === undefined || 'none' in cell ? null : cell.measured.perSecond;
}

/** All services side by side on so many connections, with what is odd about their answers below. */
export function comparison(results: ScimResults, directory: DirectoryResult, connections: number): string {
  const notes = new Footnotes();
  const [ours, ...others] = results.services;
  if (ours === undefined) throw new Error('Nothing was measured.');
  const inMemory = others.filter((one) => !one.isDurable);
  const rows = directory.rows
    .filter((row) => row.connections === connections)
    .map((row) => {
      const mine = row.cells[ours.name];
      const latency = mine === undefined || 'none' in mine ? ['', ''] : [mine.measured.p50.toFixed(2), mine.measured.p99.toFixed(2)];
      return [
        row.operation,
        `**${shown(mine, notes)}**`,
        ...latency,
        ...others.map((one) => shown(row.cells[one.name], notes)),
        ...(inMemory.length > 0
          ? [
              ahead(
                row,
                ours.name,
                inMemory.map((one) => one.name),
              ),
            ]
          : []),
        share(directory, row, ours.name),
      ];
    });
  const head = [
    '',
    `${ours.name} /s`,
    'p50 ms',
    'p99 ms',
    ...others.map((one) => `${one.name} /s`),
    ...(inMemory.length > 0 ? ['ahead of the quickest in memory'] : []),
    'of bare Fastify',
  ];
  return [table(head, rows), notes.text()].join('\n\n').trim();
}

function shown(cell: Cell | undefined, notes: Footnotes): string {
  if (cell === undefined) return '';
  if ('none' in cell) return cell.none;
  return cell.odd === null ? figure(cell.measured.perSecond) : `${figure(cell.measured.perSecond)} ${notes.mark(cell.odd)}`;
}

function ahead(row: Row, ours: string, theirs: readonly string[]): string {
  const mine = rateOf(row, ours);
  const rates = theirs.map((name) => rateOf(row, name)).filter((rate) => rate !== null);
  return mine === null || rates.length === 0 ? '' : times(mine / Math.max(...rates));
}

/** Against Fastify that answers a person (to reads of one) or parses a body (to writes). */
function share(directory: DirectoryResult, row: Row, ours: string): string {
  if (/page|push/.test(row.operation)) return '';
  const like = /^(look-up|get$)/.test(row.operation) ? 'get' : row.operation === 'create' ? 'create' : 'PATCH active';
  const floor = directory.rows.find((one) => one.operation === like && one.connections === row.connections);
  const [mine, bare] = [rateOf(row, ours), floor === undefined ? null : rateOf(floor, 'bare Fastify')];
  return mine === null || bare === null ? '' : `${Math.round((100 * mine) / bare)} %`;
}

/** Our own figures by the size of the directory. */
export function flatness({ directories, services }: ScimResults, connections: number): string {
  const ours = services[0]?.name ?? '';
  const names = new Set(directories.flatMap(({ rows }) => rows.map(({ operation }) => operation)));
  const rows = [...names].map((operation) => {
    const rates = directories.map(({ rows }) => {
      const row = rows.find((one) => one.operation === operation && one.connections === connections);
      return row === undefined ? null : rateOf(row, ours);
    });
    const known = rates.filter((rate) => rate !== null);
    const [least, most] = [known.at(0), known.at(-1)];
    const ratio = known.length > 1 && least !== undefined && most !== undefined ? (most / least).toFixed(2) : '';
    return [operation, ...rates.map((rate) => (rate === null ? '' : figure(rate))), ratio];
  });
  return table(['', ...directories.map(({ people }) => `${count(people)} people`), 'largest : smallest'], rows);
}

/** What can be had at all on this machine. */
export function floors({ floors, inserts }: ScimResults, directory: DirectoryResult): string {
  const bare = floors.flatMap((name) =>
    directory.rows
      .filter((row) => name in row.cells)
      .map((row) => [`${name}, ${row.operation}, ${row.connections} connection${row.connections > 1 ? 's' : ''}`, rate(rateOf(row, name))]),
  );
  const kept = Object.entries(inserts).map(([rows, perSecond]) => [`node:sqlite, durable insert, ${rows} a commit`, figure(perSecond)]);
  return table(['', 'a second'], [...bare, ...kept]);
}

const rate = (value: number | null): string => (value === null ? '' : figure(value));

/** Start, memory and filling, of each process in each directory. */
export function footprints({ directories, node }: ScimResults): string {
  const rows = directories.flatMap(({ people, footprints }) =>
    Object.entries(footprints).map(([name, { fill, filled, most, start }]) => [
      `${name}, ${count(people)} people`,
      figure(people / fill),
      start.toFixed(0),
      (start - node).toFixed(0),
      filled.toFixed(0),
      most.toFixed(0),
    ]),
  );
  return table(['', 'filled at people /s', 'start ms', 'without Node’s own', 'memory filled MB', 'memory at most MB'], rows);
}
