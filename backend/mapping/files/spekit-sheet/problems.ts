import { say } from '../../../../locales/companion.ts';
import type companion from '../../../../locales/en.companion.json';
import { letters } from '../xlsx/columns.ts';
import type { SpekitSheet } from './open.ts';

/** What is wrong in Spekit's sheet: the keys of `sheet` in locales/en.companion.json. */
export type SheetCode = keyof (typeof companion)['sheet'];

export interface SheetProblem {
  sheet: string;
  /** Of a row that is missing: where it was. */
  row: number;
  /** A letter. */
  column: string;
  header: string;
  /** As it stands there, the first 200 characters. */
  value: string;
  code: SheetCode;
  /** What is wrong and what to do. */
  error: string;
  /** What should stand there, where that is known. */
  instead?: string;
}

export interface Found {
  row: number;
  /** From 0. */
  column: number;
  value: string;
  code: SheetCode;
  facts?: Readonly<Record<string, string | number>>;
  instead?: string;
}

/** Puts what was found into words. */
export function told({ sheet, headers }: SpekitSheet, { row, column, value, code, facts, instead }: Found): SheetProblem {
  return {
    sheet: sheet.name,
    row,
    column: letters(column),
    header: headers[column] ?? '',
    value: value.slice(0, 200),
    code,
    error: say(`sheet.${code}`, { value: value.slice(0, 200), instead: instead ?? '', ...facts }),
    ...(instead !== undefined && { instead }),
  };
}
