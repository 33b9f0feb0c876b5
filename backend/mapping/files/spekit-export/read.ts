import { say } from '../../../../locales/companion.ts';
import type { FileInput } from '../input.ts';
import { readTable, type TableOptions, type TableRow } from '../read-table.ts';
import { FileRefused } from '../refused.ts';
import { letters } from '../xlsx/columns.ts';
import { asHeaders, bestHeaders, headersWithin, type SheetColumns, unread } from './columns.ts';
import { Duplicates } from './duplicates.ts';
import { type ExportedTeam, type ExportedUser, type Fault, FieldsOfRow, type RowCode } from './row.ts';
import { userOf } from './user.ts';

interface At {
  sheet: string;
  /** As a spreadsheet counts, from 1. */
  row: number;
}

/** A cell that keeps its row from being taken. */
export interface RowFault extends At {
  /** A letter; '' where the sheet has no such column. */
  column: string;
  header: string;
  /** As it stands there, the first 200 characters. */
  value: string;
  code: RowCode;
  /** What is wrong and what to do, for who has the file. */
  error: string;
}

export type ExportRow = (At & { user: ExportedUser }) | (At & { team: ExportedTeam }) | RowFault;

export interface ExportOptions extends TableOptions {
  /** Told what the columns of each sheet were taken for, before its rows come. */
  onSheet?(columns: SheetColumns): void;
  /** Told how many rows were read so far, every thousand and at the end. */
  onProgress?(rows: number): void;
}

/** Reads Spekit's own export of its users or teams, CSV or XLSX: columns by their headers, in any order. A row is a user, a team, or one
 *  fault or more; whoever is named twice comes once. Throws FileRefused where no sheet has users or teams, and for what no table is. */
export async function* readSpekitExport(input: FileInput, options: ExportOptions = {}): AsyncGenerator<ExportRow> {
  const duplicates = new Duplicates();
  let reader: SheetReader | null = null;
  let rows = 0;
  let known = false;
  let found = '';
  for await (const row of readTable(input, options)) {
    rows += 1;
    if (rows % 1_000 === 0) options.onProgress?.(rows);
    if (reader === null || reader.sheet !== row.sheet) {
      if (reader !== null) yield* reader.end();
      known ||= reader?.isKnown ?? false;
      reader = new SheetReader(row, duplicates, options);
    }
    found ||= row.cells
      .filter((cell) => cell.trim() !== '')
      .slice(0, 12)
      .join(', ')
      .slice(0, 300);
    yield* reader.read(row);
  }
  if (reader !== null) yield* reader.end();
  options.onProgress?.(rows);
  if (!known && !reader?.isKnown) throw new FileRefused('no-columns', { found: found || '-' });
}

class SheetReader {
  readonly sheet: string;
  readonly #hidden: boolean;
  readonly #duplicates: Duplicates;
  readonly #options: ExportOptions;
  /** The first rows, until it is known which has the headers. */
  #first: TableRow[] = [];
  #columns: SheetColumns | null = null;

  constructor({ sheet, hidden }: TableRow, duplicates: Duplicates, options: ExportOptions) {
    this.sheet = sheet;
    this.#hidden = hidden;
    this.#duplicates = duplicates;
    this.#options = options;
  }

  get isKnown(): boolean {
    return this.#columns !== null && this.#columns.kind !== null;
  }

  *read(row: TableRow): Generator<ExportRow> {
    if (this.#columns !== null) return yield* this.#one(row, this.#columns);
    this.#first.push(row);
    if (this.#first.length === headersWithin) yield* this.end();
  }

  /** What was held back until now. */
  *end(): Generator<ExportRow> {
    if (this.#columns !== null) return;
    const candidates = this.#hidden ? [] : this.#first.flatMap(({ row, cells }) => asHeaders(this.sheet, row, cells) ?? []);
    const columns = bestHeaders(candidates) ?? unread(this.sheet, this.#hidden);
    this.#columns = columns;
    this.#options.onSheet?.(columns);
    for (const row of this.#first) if (row.row > columns.headerRow) yield* this.#one(row, columns);
    this.#first = [];
  }

  *#one({ row, cells }: TableRow, columns: SheetColumns): Generator<ExportRow> {
    if (columns.kind === null) return;
    const fields = new FieldsOfRow(cells, columns);
    const at = say('rows.at', { sheet: this.sheet, row });
    const place = { sheet: this.sheet, row };
    if (columns.kind === 'users') {
      const user = userOf(fields);
      const faults = fields.faults.length > 0 ? fields.faults : this.#duplicates.ofUser(user, at);
      if (faults.length === 0) yield { ...place, user };
      else yield* faults.map((fault) => told(place, fields, columns, fault));
    } else {
      const team = { name: fields.text('name', 200), description: fields.text('description', 2_000) };
      if (team.name === '') fields.faults.push({ field: 'name', code: 'no-team-name' });
      const faults = fields.faults.length > 0 ? fields.faults : this.#duplicates.ofTeam(team, at);
      if (faults.length === 0) yield { ...place, team };
      else yield* faults.map((fault) => told(place, fields, columns, fault));
    }
  }
}

function told(at: At, fields: FieldsOfRow, { columns }: SheetColumns, { field, code, facts = {} }: Fault): RowFault {
  const number = fields.column(field);
  const value = fields.raw(field).slice(0, 200);
  return {
    ...at,
    column: number === null ? '' : letters(number),
    header: columns.find(({ column }) => column === number)?.header ?? '',
    value,
    code,
    error: say(`rows.${code}`, { value: value.trim(), ...facts }),
  };
}
