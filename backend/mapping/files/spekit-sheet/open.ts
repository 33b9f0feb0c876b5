import { type FileInput, wholeFile } from '../input.ts';
import { kindOf } from '../kind.ts';
import { type Limits, usualLimits } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import { headerKey } from '../spekit-export/fields.ts';
import { type Book, openBook, type SheetInfo } from '../xlsx/book.ts';
import { readSheet } from '../xlsx/sheet.ts';

export interface SheetOptions {
  name?: string;
  limits?: Partial<Limits>;
  signal?: AbortSignal;
}

/** A person of Spekit's sheet. */
export interface PersonRow {
  /** As a spreadsheet counts, from 1. */
  row: number;
  /** The first two columns, which Spekit knows the person by: "Do not edit the first two columns". */
  key: readonly [string, string];
  /** The column "IDP Email". */
  address: string;
  cells: readonly string[];
}

/** What Spekit gives an admin to download as it is connected, and to fill: help.spekit.com, article 9923374365723. */
export interface SpekitSheet {
  bytes: Uint8Array;
  book: Book;
  sheet: SheetInfo;
  headerRow: number;
  headers: readonly string[];
  /** Of "IDP Email", from 0. */
  column: number;
  people: readonly PersonRow[];
}

const headersWithin = 20;
const headed = new Set(['idpemail', 'idpemailaddress', 'idpmail', 'emailidp', 'identityprovideremail']);

/** Reads Spekit's sheet: the first sheet with a column "IDP Email" behind two others. Throws FileRefused where there is none. */
export async function openSpekitSheet(input: FileInput, { name = '', limits: given = {}, signal }: SheetOptions): Promise<SpekitSheet> {
  const limits = { ...usualLimits, ...given };
  const bytes = await wholeFile(input, limits.bytes);
  if (kindOf(bytes, name) === 'text') throw new FileRefused('not-a-workbook', { name });
  const book = await openBook(bytes, limits);
  for (const sheet of book.sheets) {
    if (sheet.hidden) continue;
    const found = await readPeople(book, sheet, limits, signal);
    if (found !== null) return { bytes, book, sheet, ...found };
  }
  throw new FileRefused('no-idp-column');
}

type People = Pick<SpekitSheet, 'headerRow' | 'headers' | 'column' | 'people'>;

async function readPeople(book: Book, sheet: SheetInfo, limits: Limits, signal: AbortSignal | undefined): Promise<People | null> {
  const people: PersonRow[] = [];
  let found: Omit<People, 'people'> | null = null;
  let rows = 0;
  for await (const { row, cells } of readSheet(book, sheet, limits)) {
    signal?.throwIfAborted();
    rows += 1;
    if (rows > limits.rows) throw new FileRefused('too-many-rows', { most: limits.rows });
    if (found === null) {
      const column = cells.findIndex((cell, index) => index > 1 && headed.has(headerKey(cell)));
      if (column > 0) found = { headerRow: row, headers: cells, column };
      else if (rows >= headersWithin) return null;
    } else {
      people.push({ row, key: [cells[0] ?? '', cells[1] ?? ''], address: cells[found.column] ?? '', cells });
    }
  }
  return found === null ? null : { ...found, people };
}
