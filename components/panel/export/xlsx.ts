// Loaded when somebody wants a workbook: what writes it weighs more than all of the panel.
import { writeXlsxStream } from 'hucre/xlsx';
import type { Change } from '../../../contract/changes.ts';
import type { Masks } from '../masking/masks.ts';
import { type Cell, cellsOf, columns } from './cells.ts';

/** What Excel takes in a cell. */
const longest = 32_767;
const widths: Readonly<Partial<Record<(typeof columns)[number], number>>> = { at: 24, event: 22, id: 38, name: 30, what: 60, detail: 80 };

/** A workbook of one sheet, as bytes that are made while they are read. Texts are cells of text: none is ever a formula. */
export function workbookOf(parts: AsyncIterable<readonly Change[]>, masks: Masks | null): ReadableStream<Uint8Array> {
  return writeXlsxStream(rowsOf(parts, masks), {
    // Excel keeps the name "History" for itself.
    name: 'Sourcemark',
    columns: columns.map((header) => ({ header, width: widths[header] ?? 12 })),
    freezePane: { rows: 1 },
  });
}

async function* rowsOf(parts: AsyncIterable<readonly Change[]>, masks: Masks | null): AsyncGenerator<Cell[]> {
  for await (const changes of parts) for (const change of changes) yield cellsOf(change, masks).map(writable);
}

/** What no XML may hold would have Excel refuse the file, and `_x000D_` is how a workbook writes a character: it is said that it is not one. */
function writable(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = cell.slice(0, longest).toWellFormed();
  return text
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}
