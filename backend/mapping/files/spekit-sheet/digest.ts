import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FileInput } from '../input.ts';
import { openSpekitSheet, type SheetOptions, type SpekitSheet } from './open.ts';

/** What is remembered of Spekit's sheet, so that one that comes back can be compared with it. Plain JSON, some 30 bytes a row, and no
 *  word of what stands in the sheet. */
export interface SheetDigest {
  version: 1;
  sheet: string;
  headerRow: number;
  headers: readonly [string, string];
  /** Number of the row, and digests of its first two columns. */
  rows: (readonly [row: number, first: string, second: string])[];
}

const digested = z.string().regex(/^[\w-]{12}$/);
const kept: z.ZodType<SheetDigest> = z.object({
  version: z.literal(1),
  sheet: z.string().max(10_000),
  headerRow: z.int().min(1),
  headers: z.tuple([digested, digested]),
  rows: z.array(z.tuple([z.int().min(1), digested, digested])).max(100_000),
});

/** Reads what was remembered, of whoever brings it. Null where it is no such text: it may be the sheet itself. */
export function readDigest(bytes: Uint8Array): SheetDigest | null {
  if (bytes[0] !== 0x7b) return null;
  try {
    return kept.safeParse(JSON.parse(Buffer.from(bytes).toString())).data ?? null;
  } catch {
    return null;
  }
}

/** Remembers a sheet as Spekit gave it. Throws FileRefused. */
export async function digestSpekitSheet(input: FileInput, options: SheetOptions = {}): Promise<SheetDigest> {
  return digestOf(await openSpekitSheet(input, options));
}

export function digestOf({ sheet, headerRow, headers, people }: SpekitSheet): SheetDigest {
  return {
    version: 1,
    sheet: sheet.name,
    headerRow,
    headers: [digest(headers[0] ?? ''), digest(headers[1] ?? '')],
    rows: people.map(({ row, key: [first, second] }) => [row, digest(first), digest(second)] as const),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
