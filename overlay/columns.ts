import { nameOf } from './name.ts';
import { fits, rows } from './text.ts';

const tables = 'table,[role=table],[role=grid],[role=treegrid]';
const cells = 'td,th,[role=cell],[role=gridcell],[role=rowheader],[role=columnheader]';
const headers = 'th:not([scope=row]),[role=columnheader]';

/** The cells under the column of that name, in every table that `root` lies in or holds; the header itself left out. */
export function cellsUnder(wording: string, root: Element): Element[] {
  const around = root.closest(tables);
  const found: Element[] = [];
  for (const table of around ? [around] : root.querySelectorAll(tables)) {
    const header = [...table.querySelectorAll(headers)].find((cell) => fits(wording, nameOf(cell)));
    if (!header) continue;
    const index = indexOf(header);
    const own = around ? rowsIn(root) : [...table.querySelectorAll(rows)];
    for (const row of own) {
      const cell = cellsOf(row).find((candidate) => indexOf(candidate) === index);
      if (cell && !cell.matches('[role=columnheader],thead *') && !row.contains(header)) found.push(cell);
    }
  }
  return found;
}

function rowsIn(root: Element): Element[] {
  const row = root.closest(rows);
  return row ? [row] : [...root.querySelectorAll(rows)];
}

function cellsOf(row: Element): Element[] {
  return [...row.querySelectorAll(cells)].filter((cell) => cell.closest(rows) === row);
}

/** Which column a cell stands in: `aria-colindex` where the page says it (virtualised grids), else by counting, spans included. */
function indexOf(cell: Element): number {
  const said = Number(cell.getAttribute('aria-colindex'));
  if (said) return said;
  const row = cell.closest(rows) ?? cell.parentElement;
  let index = 1;
  for (const other of row ? cellsOf(row) : []) {
    if (other === cell) break;
    index += (other as HTMLTableCellElement).colSpan || 1;
  }
  return index;
}
