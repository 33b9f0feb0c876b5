import type { FileInput } from '../input.ts';
import type { SheetColumns } from './columns.ts';
import { type ExportOptions, type ExportRow, readSpekitExport } from './read.ts';

/** What would be taken of a file. */
export interface ExportPreview {
  /** By sheet: what each column was taken for, and which are missing. */
  sheets: SheetColumns[];
  users: number;
  teams: number;
  /** Rows with a fault. */
  faulty: number;
  /** The first rows, users, teams and faults, as they come. */
  first: ExportRow[];
}

/** Reads an export whole and keeps its first `most` rows, to be looked at before anything is taken. Throws as readSpekitExport does. */
export async function previewSpekitExport(
  input: FileInput,
  { most = 20, ...options }: ExportOptions & { most?: number } = {},
): Promise<ExportPreview> {
  const preview: ExportPreview = { sheets: [], users: 0, teams: 0, faulty: 0, first: [] };
  const onSheet = (columns: SheetColumns) => {
    preview.sheets.push(columns);
    options.onSheet?.(columns);
  };
  let last = '';
  for await (const row of readSpekitExport(input, { ...options, onSheet })) {
    const at = `${row.row} ${row.sheet}`;
    if ('user' in row) preview.users += 1;
    else if ('team' in row) preview.teams += 1;
    else if (at !== last) preview.faulty += 1;
    if (preview.first.length < most) preview.first.push(row);
    last = at;
  }
  return preview;
}
