import { writeXlsx } from 'hucre/xlsx';
import { readTable } from '../mapping/files/index.ts';

export type Cells = string[];
export type Sheets = Map<string, Cells[]>;

/** A workbook as a person would send it back: its cells alone, after what they did to them. */
export async function editedWorkbook(bytes: Uint8Array, edit: (sheets: Sheets) => void): Promise<Uint8Array> {
  const sheets: Sheets = new Map();
  for await (const { sheet, row, cells } of readTable(bytes, { name: 'mapping.xlsx' })) {
    const rows = sheets.get(sheet) ?? [];
    while (rows.length < row - 1) rows.push([]);
    rows.push(cells);
    sheets.set(sheet, rows);
  }
  edit(sheets);
  return writeXlsx({ sheets: [...sheets].map(([name, rows]) => ({ name, rows })) });
}

/** Writes into a column of the row whose column *Name in Spekit* is that. */
export function write(sheets: Sheets, sheet: string, name: string, column: string, value: string): void {
  const rows = sheets.get(sheet) ?? [];
  const header = rows[0] ?? [];
  const row = rows.find((cells) => cells[header.indexOf('Name in Spekit')] === name);
  if (row === undefined || !header.includes(column)) throw new Error(`There is no ${column} of ${name}.`);
  while (row.length < header.length) row.push('');
  row[header.indexOf(column)] = value;
}
