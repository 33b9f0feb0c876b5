import type { Change } from '../../contract/changes.ts';
import { tellChange } from '../../locales/pages.ts';

/** The columns of an exported history. Their names are for programs as well: they are not translated. */
const columns = ['seq', 'at', 'source', 'event', 'outcome', 'kind', 'id', 'name', 'what', 'reason', 'detail'] as const;

/** RFC 4180, with a byte order mark, by which spreadsheets know the encoding. */
export const csvHead = `\uFEFF${columns.join(',')}\r\n`;

export function csvOf(changes: readonly Change[]): string {
  return changes.map((change) => `${cellsOf(change).map(cell).join(',')}\r\n`).join('');
}

function cellsOf(change: Change): (string | number | null)[] {
  const { seq, at, source, event, outcome, subject, reason, detail } = change;
  return [seq, at, source, event, outcome, subject.kind, subject.id, subject.name, tellChange(change), reason, detail];
}

/** Names come from strangers: what a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV Injection"). */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
