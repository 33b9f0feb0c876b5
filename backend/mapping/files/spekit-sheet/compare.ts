import { digestOf, type SheetDigest } from './digest.ts';
import type { SpekitSheet } from './open.ts';
import type { Found } from './problems.ts';

type Row = SheetDigest['rows'][number];

/** What of Spekit's sheet is not as Spekit gave it: its first two columns, and which rows there are. `was` tells what stood in a cell
 *  (column from 0), where the original is at hand. */
export function compareWithOriginal(now: SpekitSheet, original: SheetDigest, was: (row: number, column: number) => string): Found[] {
  const current = digestOf(now);
  const found: Found[] = [];
  for (const column of [0, 1] as const) {
    if (current.headers[column] === original.headers[column]) continue;
    const instead = was(original.headerRow, column);
    found.push({
      row: now.headerRow,
      column,
      value: now.headers[column] ?? '',
      code: 'header-changed',
      ...(instead !== '' && { instead }),
    });
  }
  const added = without(current.rows, original.rows);
  const missing = new Map(without(original.rows, current.rows).map((row) => [row[0], row]));
  const cell = new Map(now.people.map(({ row, key }) => [row, key]));
  for (const [row, first, second] of added) {
    const before = missing.get(row);
    const key = cell.get(row) ?? ['', ''];
    if (before === undefined) found.push({ row, column: 0, value: key.join(' '), code: 'row-added' });
    else {
      missing.delete(row);
      if (first !== before[1]) found.push(changed(row, 0, key[0], was(row, 0)));
      if (second !== before[2]) found.push(changed(row, 1, key[1], was(row, 1)));
    }
  }
  for (const [row] of missing.values()) found.push({ row, column: 0, value: `${was(row, 0)} ${was(row, 1)}`.trim(), code: 'row-missing' });
  return found.length > 0 ? found.toSorted((a, b) => a.row - b.row || a.column - b.column) : moved(current.rows, original.rows, now);
}

function changed(row: number, column: 0 | 1, value: string, instead: string): Found {
  return { row, column, value, code: 'first-columns-changed', ...(instead !== '' && { instead }) };
}

/** Rows of `rows` that have no equal in `others`: two that are the same need two. */
function without(rows: readonly Row[], others: readonly Row[]): Row[] {
  const key = ([, first, second]: Row) => `${first} ${second}`;
  const left = new Map<string, number>();
  for (const row of others) left.set(key(row), (left.get(key(row)) ?? 0) + 1);
  // One that stands where it stood is itself, and not its twin.
  const places = new Set(others.map((row) => `${row[0]} ${key(row)}`));
  const stays = (row: Row) => places.has(`${row[0]} ${key(row)}`);
  const gone = new Set<Row>();
  for (const row of [...rows.filter(stays), ...rows.filter((row) => !stays(row))]) {
    const count = left.get(key(row)) ?? 0;
    if (count === 0) gone.add(row);
    else left.set(key(row), count - 1);
  }
  return rows.filter((row) => gone.has(row));
}

/** All rows are there, in another order or with gaps between them: it is told once, at the first. */
function moved(rows: readonly Row[], original: readonly Row[], { people }: SpekitSheet): Found[] {
  const index = rows.findIndex(([row, first, second], at) => {
    const [place, one, other] = original[at] ?? [];
    return row !== place || first !== one || second !== other;
  });
  const person = people[index];
  return person === undefined ? [] : [{ row: person.row, column: 0, value: person.key.join(' '), code: 'rows-moved' }];
}
