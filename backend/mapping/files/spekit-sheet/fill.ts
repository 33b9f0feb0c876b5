import type { FileInput } from '../input.ts';
import { editColumn } from '../xlsx/edit-column.ts';
import { decoded } from '../xlsx/xml.ts';
import { withContents } from '../zip/write.ts';
import { openSpekitSheet, type SheetOptions } from './open.ts';

/** A person to look for. */
export interface PersonToFind {
  row: number;
  first: string;
  second: string;
  /** All cells by their headers, `IDP Email` included. */
  values: ReadonlyMap<string, string>;
}

/** The person's address in Okta; null where nobody is found, or more than one. */
export type Match = (person: PersonToFind) => string | null | Promise<string | null>;

export interface FilledSheet {
  /** The workbook, ready for Spekit. */
  bytes: Uint8Array;
  /** Rows that were filled. */
  filled: number[];
  /** Rows that are still empty: nobody was found, or a formula stands there. */
  left: number[];
  /** Rows in which an address stood already. It stays, whoever wrote it. */
  kept: number[];
}

/** Fills "IDP Email" where it is empty. Nothing else is touched: every other part of the workbook is copied byte for byte, and of the sheet
 *  every other letter (a library that reads and writes workbooks whole leaves out what it does not know). Throws FileRefused. */
export async function fillSpekitSheet(input: FileInput, match: Match, options: SheetOptions = {}): Promise<FilledSheet> {
  const { bytes, book, sheet, headers, column, people } = await openSpekitSheet(input, options);
  const texts = new Map<number, string>();
  const kept: number[] = [];
  for (const { row, key, address, cells } of people) {
    options.signal?.throwIfAborted();
    if (address.trim() !== '') {
      kept.push(row);
      continue;
    }
    const values = new Map(headers.map((header, index) => [header, cells[index] ?? '']));
    const found = await match({ row, first: key[0], second: key[1], values });
    if (found !== null && found !== '') texts.set(row, found);
  }
  const part = book.package.find(sheet.part)?.name ?? sheet.part;
  const xml = (await Array.fromAsync(decoded(part, book.package.read(part)))).join('');
  const edited = editColumn(part, xml, column, texts);
  for (const row of edited.formulas) texts.delete(row);
  const contents = new Map([[part, Buffer.from(inUtf8(edited.xml))]]);
  const done = new Set([...texts.keys(), ...kept]);
  const left = people.map(({ row }) => row).filter((row) => !done.has(row));
  return { bytes: withContents(bytes, book.package.entries, contents), filled: [...texts.keys()], left, kept };
}

/** A part that was UTF-16 says so in its first line. */
function inUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*?encoding=["'])[^"']*/i, '$1UTF-8');
}
