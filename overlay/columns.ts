import { nameOf } from './name.ts';
import { fits, rows } from './text.ts';

const tables = 'table,[role=table],[role=grid],[role=treegrid]';
const cells = 'td,th,[role=cell],[role=gridcell],[role=rowheader],[role=columnheader]';
/** Cells that may stand in another column than the one that counting gives. */
const uncounted = '[colspan],[aria-colindex]';
/** What heads a column. */
export const headers = 'th:not([scope=row]),[role=columnheader]';

/** The cells under the column of that name, in every table that a root lies in or holds; the header itself left out. Told one by one:
 *  who wants the first of five thousand pays for one. */
export function* cellsUnder(wording: string, roots: Iterable<Element>): Generator<Element> {
  for (const [table, lines] of tablesOf(roots)) {
    const header = headerOf(table, wording);
    if (!header) continue;
    const index = indexOf(header);
    // To ask each row of a list of thousands is most of what there is to read.
    const counted = !lines && table instanceof HTMLTableElement && !table.querySelector(uncounted);
    for (const row of lines ?? table.querySelectorAll(rows)) {
      const cell = counted ? (row as HTMLTableRowElement).cells?.[index - 1] : cellAt(row, index);
      if (cell && !cell.matches('[role=columnheader],thead *') && !row.contains(header)) yield cell;
    }
  }
}

/** The header of the column that an element stands in, or null. */
export function headerOver(element: Element): Element | null {
  const row = element.closest(rows);
  const table = row?.closest(tables);
  if (!row || !table) return null;
  for (const [cell, index] of columnsOf(row)) {
    if (!cell.contains(element)) continue;
    for (const header of table.querySelectorAll(headers)) if (indexOf(header) === index && header !== cell) return header;
  }
  return null;
}

/** Each table with its rows that lie in the roots; null: all of them. A header is looked for once a table, however many rows there are. */
function tablesOf(roots: Iterable<Element>): Map<Element, Element[] | null> {
  const found = new Map<Element, Element[] | null>();
  for (const root of roots) {
    const table = root.closest(tables);
    if (!table) for (const inside of root.querySelectorAll(tables)) found.set(inside, null);
    else {
      const lines = found.get(table);
      const row = root.closest(rows);
      const its = row ? [row] : root.querySelectorAll(rows);
      if (lines) lines.push(...its);
      else if (lines === undefined) found.set(table, [...its]);
    }
  }
  return found;
}

function headerOf(table: Element, wording: string): Element | null {
  for (const cell of table.querySelectorAll(headers)) if (fits(wording, nameOf(cell))) return cell;
  return null;
}

function cellsOf(row: Element): Iterable<Element> {
  if (row instanceof HTMLTableRowElement) return row.cells;
  const { children } = row;
  return [...children].every((child) => child.matches(cells))
    ? children
    : [...row.querySelectorAll(cells)].filter((cell) => cell.closest(rows) === row);
}

/** Each cell of a row with the column it stands in: `aria-colindex` where the page says it (virtualised grids), else by counting,
 *  spans included. */
function* columnsOf(row: Element): Generator<[cell: Element, index: number]> {
  let index = 1;
  for (const cell of cellsOf(row)) {
    yield [cell, Number(cell.getAttribute('aria-colindex')) || index];
    index += (cell as HTMLTableCellElement).colSpan || 1;
  }
}

function cellAt(row: Element, index: number): Element | null {
  // Where every cell is one column, the others need not be looked at: in a list of thousands they are most of what there is to read.
  if (row instanceof HTMLTableRowElement && !row.querySelector(uncounted)) return row.cells[index - 1] ?? null;
  for (const [cell, at] of columnsOf(row)) if (at === index) return cell;
  return null;
}

function indexOf(header: Element): number {
  for (const [cell, at] of columnsOf(header.closest(rows) ?? header)) if (cell === header) return at;
  return 1;
}
