// backend/mapping/files/ reads and writes the files of others: workbooks and CSV that people bring.
// What may enter: pure functions from bytes to rows and back. No database, no HTTP, and nothing that knows how people are matched.
// Whoever wrote a file is a stranger: it is looked at before it is inflated, and read within limits.

import { say } from '../../../locales/companion.ts';
import type companion from '../../../locales/en.companion.json';

/** Why a whole file is not taken: the keys of `files` in locales/en.companion.json. */
export type FileCode = keyof (typeof companion)['files'];

/** Places of the words: `sheet`, `row` and `column` (a letter) where they are known, `part` of a workbook, a limit as `most`. */
export type FileDetail = Readonly<Record<string, string | number>>;

/** A file that is not taken. `message` is for who chose it: what is wrong with it and what to do. Nothing of it has been kept. */
export class FileRefused extends Error {
  override name = 'FileRefused';
  readonly code: FileCode;
  readonly detail: FileDetail;

  constructor(code: FileCode, detail: FileDetail = {}) {
    super(say(`files.${code}`, detail));
    this.code = code;
    this.detail = detail;
  }
}
