// sheet/ goes between the sheet that Spekit gives an admin to fill at connection and the mapping: which of its addresses are Okta's, and
// which of Okta's are its people. What may enter: just that. How the sheet is read and written stands in `files/spekit-sheet/`.
import type { MappingProblem } from '../../../contract/mapping.ts';
import { xlsxType } from '../../../contract/mapping-operations.ts';
import { mostOfOriginal, type SheetCheckAnswer } from '../../../contract/mapping-sheet.ts';
import type { AnsweredFile } from '../../../contract/operations.ts';
import { say } from '../../../locales/companion.ts';
import { Refused } from '../../directory/refused.ts';
import type { MergedNameRow } from '../../store/reads/mapping.ts';
import {
  checkSpekitSheet,
  digestOf,
  digestSpekitSheet,
  FileRefused,
  fillSpekitSheet,
  openSpekitSheet,
  peopleOf,
  readDigest,
  type SheetDigest,
} from '../files/index.ts';
import type { MappingState } from '../state.ts';
import { addressesFor } from './addresses-for.ts';
import { KnownAddresses } from './known-addresses.ts';

/** `original`: the sheet as Spekit gave it, or the digest that an earlier check answered. */
export interface SentSheet {
  sheet: Uint8Array;
  original: Uint8Array | null;
}

/** The workbook with its addresses, and what became of its rows. */
export interface FilledFile extends AnsweredFile {
  filled: number[];
  /** Still empty. */
  left: number[];
  /** Had an address, which stays. */
  kept: number[];
}

/** So many problems and empty rows are told; the others are counted. */
const most = 1000;

/** Looks a sheet through. Throws Refused, in words for who chose it, where it or its original is no such sheet. */
export async function checkSheet(
  { sheet: bytes, original }: SentSheet,
  { matched, said }: MappingState,
  merged: readonly MergedNameRow[],
  signal?: AbortSignal,
): Promise<SheetCheckAnswer> {
  const options = signal === undefined ? {} : { signal };
  const sheet = await orRefused(openSpekitSheet(bytes, options));
  const before = original === null ? null : await originalOf(original, options);
  const known = new KnownAddresses([...matched.oktaUsers.values()], matched.rules);
  const check = await orRefused(
    checkSpekitSheet(sheet, {
      ...options,
      lookUp: (address) => known.lookUp(address),
      ...(before !== null && { original: before.compared }),
    }),
  );
  return {
    sheet: check.sheet,
    people: check.people,
    filled: check.filled,
    empty: check.empty.slice(0, most),
    emptyCount: check.empty.length,
    fillable: (await addressesFor(peopleOf(sheet), matched, said.decisions, merged)).size,
    compared: check.compared,
    problems: check.problems.slice(0, most).map(({ code, sheet, row, column, value, error }): MappingProblem => {
      return { code, sheet, row, column, value, detail: error };
    }),
    problemCount: check.problems.length,
    original: JSON.stringify(before?.digest ?? digestOf(sheet)),
  };
}

/** Fills in whom Okta's users and the mapping tell for certain. Throws Refused where it is no such sheet. */
export async function fillSheet(
  bytes: Uint8Array,
  { matched, said }: MappingState,
  merged: readonly MergedNameRow[],
  signal?: AbortSignal,
): Promise<FilledFile> {
  const options = signal === undefined ? {} : { signal };
  const sheet = await orRefused(openSpekitSheet(bytes, options));
  const addresses = await addressesFor(peopleOf(sheet), matched, said.decisions, merged);
  const { bytes: done, ...rows } = await orRefused(fillSpekitSheet(bytes, ({ row }) => addresses.get(row) ?? null, options));
  return { name: 'spekit-sheet-filled.xlsx', type: xlsxType, content: inOne(done), ...rows };
}

async function originalOf(
  original: Uint8Array,
  options: { signal?: AbortSignal },
): Promise<{ compared: Uint8Array | SheetDigest; digest: SheetDigest }> {
  const kept = original.length > mostOfOriginal ? null : readDigest(original);
  if (kept !== null) return { compared: kept, digest: kept };
  try {
    return { compared: original, digest: await digestSpekitSheet(original, options) };
  } catch (error) {
    throw error instanceof FileRefused ? new Refused('invalid', say('mapping.no-original', { reason: error.message })) : error;
  }
}

function orRefused<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof FileRefused ? new Refused('invalid', error.message) : error;
  });
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
