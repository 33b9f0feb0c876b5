import { say } from '../../../locales/companion.ts';
import { readTable } from '../files/index.ts';
import { columnsOf, type DecisionColumn, headerOf, letter } from '../workbook/columns.ts';
import { type Facts, factNames, sheetNames } from '../workbook/format.ts';
import { type Problems, problem } from './problems.ts';

/** What an admin wrote into a row of decisions, as it stands there. */
export interface WrittenRow {
  /** As a spreadsheet counts. */
  row: number;
  key: string;
  state: string;
  decision: string;
  with: string;
  /** The letters of its columns, wherever they are. */
  at: Readonly<Record<NeededColumn, string>>;
}

export interface WrittenBook {
  facts: Facts;
  user: WrittenRow[];
  team: WrittenRow[];
}

type Kind = 'user' | 'team';
const needed = ['key', 'state', 'decision', 'with'] as const satisfies readonly DecisionColumn[];
export type NeededColumn = (typeof needed)[number];

/** Reads a mapping workbook that was filled in. Columns are found by their headers, so that their order makes no difference. Gives null where
 *  there is nothing to be checked further; why is among the problems. Throws FileRefused for a file that is none or may do harm. */
export async function readWorkbook(bytes: Uint8Array, problems: Problems): Promise<WrittenBook | null> {
  const facts: Partial<Facts> = {};
  const rows: Record<Kind, WrittenRow[]> = { user: [], team: [] };
  const headers: Partial<Record<Kind, Headers>> = {};
  for await (const { sheet, row, cells } of readTable(bytes, { name: '' })) {
    if (sheet === sheetNames.readMe) {
      const name = factNames.find((one) => say(`facts.${one}`) === cells[0]);
      if (name !== undefined) facts[name] = cells[1] ?? '';
      continue;
    }
    const kind = (['user', 'team'] as const).find((one) => sheetNames[one] === sheet);
    if (kind === undefined) continue;
    const columns = headers[kind];
    if (columns === undefined) headers[kind] = headersOf(cells);
    else rows[kind].push(written(row, cells, columns));
  }
  const { version, account, seq, made } = facts;
  if (version === undefined || account === undefined || seq === undefined || made === undefined) {
    problems.add(problem('not-ours', { sheet: sheetNames.readMe }, { sheet: sheetNames.readMe }));
    return null;
  }
  const whole = (['user', 'team'] as const).map((kind) => hasColumns(kind, headers[kind], problems));
  return whole.every(Boolean) ? { facts: { version, account, seq, made }, ...rows } : null;
}

function hasColumns(kind: Kind, headers: Headers | undefined, problems: Problems): boolean {
  const sheet = sheetNames[kind];
  if (headers === undefined) {
    problems.add(problem('sheet-missing', { sheet }, { sheet }));
    return false;
  }
  const missing = needed.filter((column) => headers.places[column] < 0);
  for (const column of missing) {
    const at = { sheet, row: 1, column: letter((columnsOf[kind] as readonly string[]).indexOf(column)) };
    problems.add(problem('column-missing', at, { column: headerOf(column) }));
  }
  return missing.length === 0;
}

/** Where the columns are that are read. */
interface Headers {
  places: Readonly<Record<NeededColumn, number>>;
  at: WrittenRow['at'];
}

function headersOf(cells: readonly string[]): Headers {
  const places = { key: -1, state: -1, decision: -1, with: -1 };
  const at = { key: '', state: '', decision: '', with: '' };
  for (const column of needed) {
    places[column] = cells.findIndex((cell) => cell.trim() === headerOf(column));
    at[column] = letter(places[column]);
  }
  return { places, at };
}

function written(row: number, cells: readonly string[], { places, at }: Headers): WrittenRow {
  const value = (column: NeededColumn): string => cells[places[column]]?.trim() ?? '';
  return { row, key: value('key'), state: value('state'), decision: value('decision'), with: value('with'), at };
}
