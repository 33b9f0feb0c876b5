/** What the rest of the companion asks of files that people bring. */
export { readTable } from './read-table.ts';
export { FileRefused } from './refused.ts';
export { previewSpekitExport } from './spekit-export/preview.ts';
export { readSpekitExport } from './spekit-export/read.ts';
export { checkSpekitSheet } from './spekit-sheet/check.ts';
export { digestSpekitSheet } from './spekit-sheet/digest.ts';
export { fillSpekitSheet } from './spekit-sheet/fill.ts';
