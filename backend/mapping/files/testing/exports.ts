import { writeCsv } from 'hucre/csv';
import { readSpekitExport } from '../index.ts';
import type { ExportOptions, ExportRow } from '../spekit-export/read.ts';

type Cell = string | number | boolean | null;

/** A CSV file of these rows. */
export function csv(rows: readonly (readonly Cell[])[], delimiter = ','): Uint8Array {
  return Buffer.from(
    writeCsv(
      rows.map((row) => [...row]),
      { delimiter },
    ),
  );
}

/** All that is read of an export. */
export function readAll(bytes: Uint8Array, options?: ExportOptions): Promise<ExportRow[]> {
  return Array.fromAsync(readSpekitExport(bytes, options));
}
