import type { MappingRow } from '../../../contract/mapping.ts';
import { say } from '../../../locales/companion.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Mapped, MappedTeam, MappedUser } from '../mapped.ts';
import { teamRow, userRow } from '../row.ts';
import { textCell } from './cells.ts';
import { columnsOf, conflictColumns, type DecisionColumn, letter } from './columns.ts';
import { decisionWord, type Facts, factNames, sheetNames } from './format.ts';
import { type Template, template } from './template.ts';
import { type Part, zipped } from './zip.ts';

/** What an admin wrote into a row, and what is wrong with it: in a workbook that is given back. */
export interface Marked {
  decision: string;
  with: string;
  problem: string;
}

export interface Marks {
  /** By kind and id. */
  rows: ReadonlyMap<string, Marked>;
  /** What is wrong with the workbook as a whole. */
  whole: readonly string[];
}

export const noMarks: Marks = { rows: new Map(), whole: [] };

/** Writes the mapping workbook, a piece at a time. Rows, their colours and what may be chosen are in it; nothing of it runs. */
export async function* writeWorkbook(mapped: Mapped, facts: Facts, marks: Marks = noMarks): AsyncGenerator<Uint8Array> {
  const sizes = { user: mapped.users.length, team: mapped.teams.length, conflicts: conflictsOf(mapped).length };
  const { parts, sheets } = await template(readMeLines(facts, marks.whole), sizes);
  yield* zipped(partsOf(mapped, marks, parts, sheets));
}

function* partsOf(mapped: Mapped, marks: Marks, parts: Template['parts'], sheets: Template['sheets']): Generator<Part> {
  const rows = [
    () => decisionRows('user', mapped.users, userRow, marks, sheets[0]?.styles ?? []),
    () => decisionRows('team', mapped.teams, teamRow, marks, sheets[1]?.styles ?? []),
    () => conflictRows(mapped, sheets[2]?.styles ?? []),
  ];
  for (const [path, text] of parts) {
    const index = sheets.findIndex((sheet) => sheet.path === path);
    const sheet = sheets[index];
    if (sheet === undefined) yield { path, text: [text] };
    else yield { path, text: between(sheet.before, rows[index]?.() ?? [], sheet.after) };
  }
}

function* between(before: string, rows: Iterable<string>, after: string): Generator<string> {
  yield before;
  yield* gathered(rows);
  yield after;
}

/** Pieces of some size: each is worth a step. */
function* gathered(rows: Iterable<string>): Generator<string> {
  let piece = '';
  for (const row of rows) {
    piece += row;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function* decisionRows<One extends MappedUser | MappedTeam>(
  kind: 'user' | 'team',
  all: readonly One[],
  rowOf: (one: One) => MappingRow,
  { rows }: Marks,
  styles: readonly string[],
): Generator<string> {
  const columns = columnsOf[kind];
  for (const [index, one] of all.entries()) {
    const row = rowOf(one);
    // Nothing is asked for where nothing is marked: of each row V8 would keep the key (see `Found`).
    const marked = rows.size === 0 ? undefined : rows.get(`${kind} ${row.id}`);
    const values = valuesOf(row, one, marked);
    yield line(
      index + 2,
      columns.map((column) => values[column]),
      styles,
    );
  }
}

function valuesOf(
  row: MappingRow,
  { match, decided }: MappedUser | MappedTeam,
  marked: Marked | undefined,
): Record<DecisionColumn, string> {
  const [first] = row.candidates;
  const target =
    decided.okta === null || decided.decision !== 'merge' ? '' : 'userName' in decided.okta ? decided.okta.userName : decided.okta.name;
  return {
    key: row.id,
    state: fingerprint(match),
    name: row.name,
    userName: row.userName,
    email: row.email ?? '',
    source: row.source === null ? '' : say(`sources.${row.source}`),
    role: row.role ?? '',
    active: say(row.active ? 'workbook.yes' : 'workbook.no'),
    members: String(row.members ?? ''),
    found: first === undefined ? '' : first.by.map((kind) => say(`found.${kind}`)).join(', '),
    confidence: say(`confidences.${row.confidence}`),
    okta: row.candidates.map(({ userName }) => userName).join(', '),
    conflict: row.conflicts.map(({ detail }) => detail).join(' '),
    decision: marked?.decision ?? (row.decision === null ? '' : decisionWord(row.decision)),
    with: marked?.with ?? target,
    problem: marked?.problem ?? '',
  };
}

function conflictsOf({ users, teams }: Mapped): { sheet: string; name: string; detail: string }[] {
  const of = <One extends MappedUser | MappedTeam>(sheet: string, all: readonly One[], rowOf: (one: One) => MappingRow) =>
    all
      .filter(({ conflicts }) => conflicts.length > 0)
      .flatMap((one) => rowOf(one).conflicts.map(({ detail }) => ({ sheet, name: one.match.spekit.name, detail })));
  return [...of(sheetNames.user, users, userRow), ...of(sheetNames.team, teams, teamRow)];
}

function* conflictRows(mapped: Mapped, styles: readonly string[]): Generator<string> {
  for (const [index, conflict] of conflictsOf(mapped).entries()) {
    yield line(
      index + 2,
      conflictColumns.map((column) => conflict[column]),
      styles,
    );
  }
}

function line(row: number, values: readonly string[], styles: readonly string[]): string {
  return `<row r="${row}">${values.map((value, index) => textCell(letter(index), row, styles[index] ?? '0', value)).join('')}</row>`;
}

function readMeLines(facts: Facts, whole: readonly string[]): [string, string][] {
  const wrong = whole.map((problem): [string, string] => [say('workbook.problem'), problem]);
  const how = (['1', '2', '3', '4', '5'] as const).map((step): [string, string] => [step, say(`read-me.${step}`)]);
  const lines: [string, string][] = [[say('workbook.title'), ''], ...wrong, ...how];
  return [...lines, ...factNames.map((name): [string, string] => [say(`facts.${name}`), facts[name]])];
}
