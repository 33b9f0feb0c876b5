import { teamFields, type UserField, userFields } from '../../../../contract/spekit-export.ts';
import { type Field, headerKey, teamWordOf, userWordOf } from './fields.ts';

/** What the columns of a sheet were taken for. */
export interface SheetColumns {
  sheet: string;
  /** Null for a sheet of which nothing is read: it is hidden, or has no column that tells. */
  kind: 'users' | 'teams' | null;
  hidden: boolean;
  /** Row of the headers; 0 where there are none. */
  headerRow: number;
  /** In their order, those without a header left out. `field` is null for a column that is not read. */
  columns: { column: number; header: string; field: Field | null }[];
  /** Fields that no column is for. Each has a usual value, but the address of a user and the name of a team. */
  missing: Field[];
}

/** Rows at the top among which the headers are looked for: exports may begin with a title, and with when they were made. */
export const headersWithin = 20;

/** What only people have: a list of people without their addresses is no list of teams. */
const personal: readonly UserField[] = ['userName', 'firstName', 'lastName', 'role', 'source', 'salesforceId', 'federationId'];

/** What a row is as the headers of a sheet; null where it cannot be. */
export function asHeaders(sheet: string, row: number, cells: readonly string[]): SheetColumns | null {
  const users = taken(cells, userWordOf);
  if (users.has('email')) return described('users', sheet, row, cells, users, userFields);
  const teams = taken(cells, teamWordOf);
  const named = teams.get('name');
  // A column that is only headed "Name" may be of anything.
  const ofPeople = personal.some((field) => users.has(field));
  const tells = named !== undefined && !ofPeople && (/team|チーム/i.test(`${cells[named]} ${sheet}`) || teams.has('description'));
  return tells ? described('teams', sheet, row, cells, teams, teamFields) : null;
}

/** The row that names most columns; of several the first. */
export function bestHeaders(candidates: readonly SheetColumns[]): SheetColumns | null {
  const known = ({ columns }: SheetColumns) => columns.filter(({ field }) => field !== null).length;
  return candidates.reduce<SheetColumns | null>((best, one) => (best === null || known(one) > known(best) ? one : best), null);
}

/** A sheet of which nothing is read. */
export function unread(sheet: string, hidden: boolean): SheetColumns {
  return { sheet, kind: null, hidden, headerRow: 0, columns: [], missing: [] };
}

/** The columns of each field, from 0; of two for one field that whose word comes first. */
export function taken<Of extends Field>(
  cells: readonly string[],
  words: ReadonlyMap<string, { field: Of; rank: number }>,
): Map<Of, number> {
  const found = new Map<Of, { column: number; rank: number }>();
  for (const [column, cell] of cells.entries()) {
    const word = words.get(headerKey(cell));
    if (word === undefined) continue;
    const before = found.get(word.field);
    if (before === undefined || word.rank < before.rank) found.set(word.field, { column, rank: word.rank });
  }
  return new Map([...found].map(([field, { column }]) => [field, column]));
}

function described<Of extends Field>(
  kind: 'users' | 'teams',
  sheet: string,
  headerRow: number,
  cells: readonly string[],
  found: ReadonlyMap<Of, number>,
  all: readonly Of[],
): SheetColumns {
  const fields = new Map([...found].map(([field, column]) => [column, field]));
  const columns = cells.flatMap((cell, column) => {
    const header = cell.trim().slice(0, 200);
    return header === '' ? [] : [{ column, header, field: fields.get(column) ?? null }];
  });
  // That somebody is active can be said in two ways.
  const said = (field: Of) =>
    found.has(field) || field === 'inactive' || (field === 'active' && [...found.keys()].some((one) => one === 'inactive'));
  return { sheet, kind, hidden: false, headerRow, columns, missing: all.filter((field) => !said(field)) };
}
