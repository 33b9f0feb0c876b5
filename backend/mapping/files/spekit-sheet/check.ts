import type { FileInput } from '../input.ts';
import { checkAddresses, type LookUp } from './addresses.ts';
import { compareWithOriginal } from './compare.ts';
import { digestOf, type SheetDigest } from './digest.ts';
import { openSpekitSheet, type SheetOptions, type SpekitSheet } from './open.ts';
import { type Found, type SheetProblem, told } from './problems.ts';

export interface SheetCheck {
  sheet: string;
  /** People in the sheet. */
  people: number;
  filled: number;
  /** Rows without an address: who is in them is not connected. */
  empty: number[];
  /** Whether there was an original to compare with. */
  compared: boolean;
  /** Spekit would take the sheet, or lose nobody by it, when there are none. */
  problems: SheetProblem[];
}

export interface CheckOptions extends SheetOptions {
  lookUp: LookUp;
  /** The sheet as Spekit gave it, or what is remembered of it. */
  original?: FileInput | SheetDigest;
}

/** Looks a sheet of Spekit's through before it goes back: first two columns and rows as they were, and every address one of Okta's, as
 *  Okta writes it, and there once. Throws FileRefused for what is no such sheet, the original included. */
export async function checkSpekitSheet(
  input: FileInput | SpekitSheet,
  { lookUp, original, ...options }: CheckOptions,
): Promise<SheetCheck> {
  const sheet = 'people' in input ? input : await openSpekitSheet(input, options);
  const changes = original === undefined ? [] : await changesSince(sheet, original, options);
  const found = [...changes, ...(await checkAddresses(sheet, lookUp))];
  const empty = sheet.people.filter(({ address }) => address.trim() === '').map(({ row }) => row);
  return {
    sheet: sheet.sheet.name,
    people: sheet.people.length,
    filled: sheet.people.length - empty.length,
    empty,
    compared: original !== undefined,
    problems: found.map((one) => told(sheet, one)),
  };
}

async function changesSince(sheet: SpekitSheet, original: FileInput | SheetDigest, { limits, signal }: SheetOptions): Promise<Found[]> {
  if ('version' in original) return compareWithOriginal(sheet, original, () => '');
  const before = await openSpekitSheet(original, { ...(limits && { limits }), ...(signal && { signal }) });
  const rows = new Map(before.people.map(({ row, cells }) => [row, cells]));
  rows.set(before.headerRow, before.headers);
  return compareWithOriginal(sheet, digestOf(before), (row, column) => rows.get(row)?.[column] ?? '');
}
