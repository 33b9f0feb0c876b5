import type { Change } from '../../../contract/changes.ts';
import type { Masks } from '../masking/masks.ts';
import { type Cell, cellsOf, columns } from './cells.ts';

/** RFC 4180, with a byte order mark, by which spreadsheets know the encoding. */
const csvHead = `\uFEFF${columns.join(',')}\r\n`;

/** The file, a text a part: its reader holds one at a time. */
export async function* csvOf(parts: AsyncIterable<readonly Change[]>, masks: Masks | null): AsyncGenerator<string> {
  yield csvHead;
  for await (const changes of parts) yield changes.map((change) => `${cellsOf(change, masks).map(cell).join(',')}\r\n`).join('');
}

/** Names come from strangers: what a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV Injection"), also where
 *  blanks come first, which some take away, and where the letters are the wide ones of East Asia. */
function cell(value: Cell): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
