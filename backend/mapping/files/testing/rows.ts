import { expect } from 'vitest';
import { FileRefused, readTable } from '../index.ts';
import type { FileInput } from '../input.ts';
import type { TableOptions, TableRow } from '../read-table.ts';

/** All rows of a file. */
export async function rowsOf(input: FileInput, options?: TableOptions): Promise<TableRow[]> {
  return Array.fromAsync(readTable(input, options));
}

/** Cells alone. */
export async function cellsOf(input: FileInput, options?: TableOptions): Promise<string[][]> {
  return (await rowsOf(input, options)).map(({ cells }) => cells);
}

/** Why a file is refused; its words have every place filled, and end as a sentence does. */
export async function refusalOf(input: FileInput, options?: TableOptions): Promise<string> {
  const refused = await rowsOf(input, options).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(FileRefused);
  if (!(refused instanceof FileRefused)) return '';
  expect(refused.message).toMatch(/^[A-Z].*\.$/);
  expect(refused.message).not.toMatch(/[{}]|undefined|\(\)|, {2}| \.(?!\w)/);
  return refused.code;
}

export const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
