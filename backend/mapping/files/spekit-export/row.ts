import type companion from '../../../../locales/en.companion.json';
import type { Role } from '../../../../ownership/actions.ts';
import type { SheetColumns } from './columns.ts';
import type { Field } from './fields.ts';

/** A user as an export has it. */
export interface ExportedUser {
  email: string;
  userName?: string;
  firstName: string;
  lastName: string;
  displayName: string;
  source: 'direct' | 'salesforce';
  role: Role;
  active: boolean;
  teams: string[];
  salesforceId?: string;
  federationId?: string;
}

export interface ExportedTeam {
  name: string;
  description: string;
}

/** What is wrong with a row: the keys of `rows` in locales/en.companion.json. */
export type RowCode = keyof (typeof companion)['rows'];

/** What is wrong in one cell. */
export interface Fault {
  field: Field;
  code: RowCode;
  /** Facts for its words, beside `value`. */
  facts?: Readonly<Record<string, string | number>>;
}

/** A row's cells by what their columns were taken for. */
export class FieldsOfRow {
  readonly faults: Fault[] = [];
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<Field, number>;

  constructor(cells: readonly string[], { columns }: SheetColumns) {
    this.#cells = cells;
    this.#columns = new Map(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])));
  }

  /** Number of a field's column, from 0; null where the sheet has none. */
  column(field: Field): number | null {
    return this.#columns.get(field) ?? null;
  }

  /** As it stands there. */
  raw(field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : (this.#cells[column] ?? '');
  }

  /** Without what is around it and cannot be seen. One that is longer than `most` is a fault. */
  text(field: Field, most: number): string {
    const text = this.raw(field)
      .normalize('NFC')
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
      .trim();
    if (text.length > most) this.faults.push({ field, code: 'too-long', facts: { most } });
    return text;
  }

  /** What a cell means; `usual` where it is empty, and where nobody can say, which is a fault. */
  meaning<Value>(field: Field, read: (text: string) => Value | null, usual: Value, code: RowCode): Value {
    const text = this.text(field, 32_767);
    if (text === '') return usual;
    const value = read(text);
    if (value === null) this.faults.push({ field, code });
    return value ?? usual;
  }
}
