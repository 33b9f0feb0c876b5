/** How much of a file is read before it is refused. */
export interface Limits {
  /** Bytes of the file itself. */
  bytes: number;
  /** Bytes of all parts of a workbook together, inflated. */
  inflated: number;
  /** How many times larger a part of more than a megabyte may become. Sheets of repeated words reach 60, bombs 1,000. */
  ratio: number;
  /** Parts of a workbook. */
  parts: number;
  /** UTF-16 units of all cells together: a text that cells share is in the file once, and comes with each of them. */
  given: number;
  /** Rows with something in them, of all sheets together. */
  rows: number;
  /** Columns up to the last one with something in it. */
  columns: number;
  /** UTF-16 units of a cell: what Excel holds. */
  characters: number;
}

const mega = 1024 * 1024;

/** 50,000 people in twelve columns are some 5 MB, and 40 MB inflated. */
export const usualLimits: Limits = {
  bytes: 32 * mega,
  inflated: 128 * mega,
  ratio: 200,
  parts: 2_000,
  given: 128 * mega,
  rows: 100_000,
  columns: 200,
  characters: 32_767,
};
