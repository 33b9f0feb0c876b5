/** What the rest of the companion asks of files that people bring. */
export { readTable } from './read-table.ts';
export { FileRefused } from './refused.ts';
export { previewSpekitExport } from './spekit-export/preview.ts';
export { readSpekitExport } from './spekit-export/read.ts';
export type { AddressState } from './spekit-sheet/addresses.ts';
export { checkSpekitSheet } from './spekit-sheet/check.ts';
export { digestOf, digestSpekitSheet, readDigest, type SheetDigest } from './spekit-sheet/digest.ts';
export { fillSpekitSheet } from './spekit-sheet/fill.ts';
export { openSpekitSheet } from './spekit-sheet/open.ts';
export { type Person, peopleOf } from './spekit-sheet/people.ts';
