import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { detectDelimiter } from 'hucre/csv';
import type { Limits } from '../limits.ts';
import { type FileCode, FileRefused } from '../refused.ts';
import { decoded } from './decode.ts';

/** Characters of a row with all that is in it. */
const longestRow = 1024 * 1024;
/** How many rows there may be for one with something in it. */
const emptyRows = 10;

/** What the parser says, and what we say of it. */
const codes: Readonly<Record<string, FileCode>> = { CSV_QUOTE_NOT_CLOSED: 'open-quote', CSV_MAX_RECORD_SIZE: 'row-too-long' };

/** Rows of a CSV file with something in them: commas, semicolons, tabs or bars between cells, quotes as RFC 4180 has them, any ends of
 *  lines. Rows are counted as a spreadsheet would, from 1. Text stays text, whatever it begins with. Throws FileRefused. */
export async function* readCsv(bytes: Uint8Array, limits: Limits): AsyncGenerator<{ row: number; cells: string[] }> {
  const text = decoded(bytes);
  const first = (await text.next()).value ?? '';
  const declared = /^sep=(.)(?:\r\n?|\n)/.exec(first);
  const delimiter = declared?.[1] ?? detectDelimiter(first.slice(0, 16 * 1024));
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
  });
  const source = Readable.from(rejoined(first.slice(declared?.[0].length ?? 0), text));
  // An iterated stream destroys itself alone when it is left early.
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  const offset = declared === null ? 0 : 1;
  let row = offset;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      // Empty rows are rows as well, and take their time.
      if (row > limits.rows * emptyRows) throw new FileRefused('too-many-rows', { most: limits.rows });
      const cells = withoutEmptyEnd(record);
      check(cells, row, limits);
      if (cells.length > 0) yield { row, cells };
    }
  } catch (error) {
    // Rows before it that were read already went with the stream: where it is, the parser knows.
    throw error instanceof CsvError ? refusedFor(error, offset + Number(error['records']) + 1) : error;
  } finally {
    source.destroy();
  }
}

async function* rejoined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (first !== '') yield first;
  yield* rest;
}

function withoutEmptyEnd(record: string[]): string[] {
  const end = record.findLastIndex((cell) => cell !== '');
  return end + 1 === record.length ? record : record.slice(0, end + 1);
}

function check(cells: readonly string[], row: number, limits: Limits): void {
  if (cells.length > limits.columns) throw new FileRefused('too-many-columns', { row, most: limits.columns });
  if (cells.some((cell) => cell.length > limits.characters)) throw new FileRefused('cell-too-long', { row, most: limits.characters });
}

function refusedFor({ code }: CsvError, row: number): FileRefused {
  return new FileRefused(codes[code] ?? 'broken-row', { row });
}
