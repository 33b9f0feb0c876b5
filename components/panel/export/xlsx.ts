// Loaded when somebody wants a workbook. Written by hand: the library that writes workbooks of other kinds leaves out of one that it writes
// as a stream what Excel needs, and weighs more than all of the panel.
import type { Change } from '../../../contract/changes.ts';
import type { Masks } from '../masking/masks.ts';
import { type Cell, cellsOf, columns } from './cells.ts';
import { afterRows, beforeRows, otherParts, sheetPath } from './workbook.ts';
import { type Part, zipped } from './zip.ts';

/** What Excel takes in a cell, and in a sheet. */
const longest = 32_767;
const mostRows = 1_048_576;
const widths: Readonly<Partial<Record<(typeof columns)[number], number>>> = { at: 24, event: 22, id: 38, name: 30, what: 60, detail: 80 };
/** Letters of a piece: each is worth a step. */
const pieceLength = 65_536;

/** A workbook of one sheet, or of another for each million rows, as bytes that are made while they are read. Texts are cells of text: none is
 *  ever a formula. */
export function workbookOf(
  parts: AsyncIterable<readonly Change[]>,
  masks: Masks | null,
  rowsOfSheet = mostRows,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return zipped(partsOf(rowsOf(parts, masks), rowsOfSheet));
}

async function* rowsOf(parts: AsyncIterable<readonly Change[]>, masks: Masks | null): AsyncGenerator<Cell[]> {
  for await (const changes of parts) for (const change of changes) yield cellsOf(change, masks);
}

async function* partsOf(rows: AsyncGenerator<Cell[]>, rowsOfSheet: number): AsyncGenerator<Part> {
  let sheets = 0;
  try {
    let next = await rows.next();
    const sheet = async function* (): AsyncGenerator<string> {
      let piece = beforeRows(columns.map((header) => widths[header] ?? 12)) + rowOf(1, columns);
      for (let row = 2; row <= rowsOfSheet && !next.done; row++) {
        piece += rowOf(row, next.value);
        next = await rows.next();
        if (piece.length < pieceLength) continue;
        yield piece;
        piece = '';
      }
      yield piece + afterRows;
    };
    do {
      sheets += 1;
      yield { path: sheetPath(sheets), text: sheet() };
    } while (!next.done);
  } finally {
    await rows.return(undefined);
  }
  // Excel keeps the name "History" for itself.
  yield* otherParts('Sourcemark', sheets);
}

function rowOf(row: number, cells: readonly Cell[]): string {
  const each = cells.map((cell, index) => {
    const place = `${String.fromCharCode(65 + index)}${row}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    const space = /^\s|\s$|[\t\n]/.test(cell) ? ' xml:space="preserve"' : '';
    return `<c r="${place}" t="inlineStr"><is><t${space}>${writable(cell)}</t></is></c>`;
  });
  return `<row r="${row}">${each.join('')}</row>`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What no XML may hold would have Excel refuse the file, and `_x000D_` is how a workbook writes a character: it is said that it is not one.
 *  Excel has called files damaged in which a text was too long only as it is written. */
function writable(cell: string): string {
  const text = cell
    .slice(0, longest)
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>]|(?![\t\n\u007f-\u009f])\p{Cc}/gu, (letter) => marks[letter] ?? codeOf(letter));
  if (text.length <= longest) return text;
  let end = 0;
  for (const [written] of text.matchAll(/&\w+;|_x[\dA-F]{4}_|./gsu)) {
    if (end + written.length > longest) break;
    end += written.length;
  }
  return text.slice(0, end);
}

/** How a workbook writes a letter that no XML may hold (ECMA-376-1 §22.9.2.19). */
function codeOf(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
