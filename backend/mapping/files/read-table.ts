import { parse } from 'node:path/posix';
import { readCsv } from './csv/read.ts';
import { type FileInput, wholeFile } from './input.ts';
import { kindOf } from './kind.ts';
import { type Limits, usualLimits } from './limits.ts';
import { FileRefused } from './refused.ts';
import { openBook } from './xlsx/book.ts';
import { readSheet } from './xlsx/sheet.ts';

/** A row of a file with something in it. */
export interface TableRow {
  /** Name of the sheet; of a CSV file the file's, without its ending. */
  sheet: string;
  /** Not on a tab, and so not seen by who looked at the workbook. */
  hidden: boolean;
  /** As a spreadsheet counts, from 1. */
  row: number;
  /** Values as text, up to the last that is not empty. Days are `2026-11-27`, truths `TRUE` and `FALSE`. Of merged cells the first has
   *  the value. */
  cells: string[];
}

export interface TableOptions {
  /** The file's name. Its ending must not contradict what the file is. */
  name?: string;
  limits?: Partial<Limits>;
  /** Throws its reason where it is aborted. */
  signal?: AbortSignal;
}

/** Reads the rows of a workbook (.xlsx) or of a CSV file that a stranger wrote, as they are asked for: all sheets, in the order of their
 *  tabs, hidden ones too. Nothing in the file runs. Throws FileRefused, at any row. */
export async function* readTable(input: FileInput, { name = '', limits: given = {}, signal }: TableOptions = {}): AsyncGenerator<TableRow> {
  const limits = { ...usualLimits, ...given };
  const bytes = await wholeFile(input, limits.bytes);
  let rows = 0;
  for await (const row of kindOf(bytes, name) === 'text' ? textRows(bytes, name, limits) : workbookRows(bytes, limits)) {
    signal?.throwIfAborted();
    rows += 1;
    if (rows > limits.rows) throw new FileRefused('too-many-rows', { most: limits.rows });
    yield row;
  }
}

async function* textRows(bytes: Uint8Array, name: string, limits: Limits): AsyncGenerator<TableRow> {
  const sheet = parse(name.trim().replaceAll('\\', '/')).name || 'CSV';
  for await (const row of readCsv(bytes, limits)) yield { sheet, hidden: false, ...row };
}

async function* workbookRows(bytes: Uint8Array, limits: Limits): AsyncGenerator<TableRow> {
  const book = await openBook(bytes, limits);
  for (const sheet of book.sheets) {
    for await (const row of readSheet(book, sheet, limits)) yield { sheet: sheet.name, hidden: sheet.hidden, ...row };
  }
}
