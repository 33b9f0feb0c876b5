import { isReservedName } from '../../../ownership/reserved.ts';
import type { ById } from '../by-id.ts';
import { type Decided, decideMatch, type SaidDecision } from '../decide.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Match, OktaTeam, OktaUser, SpekitTeam, SpekitUser } from '../subjects.ts';
import { decisionOf, sheetNames } from '../workbook/format.ts';
import { type Place, type ProblemCode, type Problems, problem } from './problems.ts';
import type { NeededColumn, WrittenRow } from './read.ts';
import type { Targets } from './targets.ts';

type Kind = 'user' | 'team';
type AnyMatch = Match<SpekitUser | SpekitTeam, OktaUser | OktaTeam>;

/** What is known beside the workbook. */
export interface Known {
  targets: Targets;
  okta: Pick<ById<OktaUser | OktaTeam>, 'get'>;
  /** Ids of all that something has happened to since the workbook was made. */
  changed: ReadonlySet<string>;
  /** What was decided on a page after it was made: that counts. */
  later: ReadonlyMap<string, SaidDecision>;
}

/** What the rows of a sheet come to. */
export interface CheckedRows {
  /** Decisions that do not follow from the match anyway, by kind and id. */
  words: Map<string, SaidDecision>;
  /** Where each stands, by kind and id. */
  numbers: Map<string, number>;
  /** Those about whom an admin is asked, or told, since the workbook does not know them as they are. */
  asked: string[];
}

/** Looks through the rows of one sheet: whether they are all there, whether they are as they were, and what was decided in them. */
export function checkRows(
  kind: Kind,
  rows: readonly WrittenRow[],
  matches: readonly AnyMatch[],
  known: Known,
  problems: Problems,
): CheckedRows {
  const checked: CheckedRows = { words: new Map(), numbers: new Map(), asked: [] };
  const own = new Map(matches.map((match) => [match.spekit.id, match]));
  const merged = new Map<string, { row: WrittenRow; match: AnyMatch }[]>();
  for (const row of rows) {
    const match = own.get(row.key);
    const before = checked.numbers.get(`${kind} ${row.key}`);
    if (before !== undefined) add('row-twice', kind, row, 'key', { row: before }, problems);
    else if (match !== undefined) {
      checked.numbers.set(`${kind} ${row.key}`, row.row);
      const decided = checkRow(kind, row, match, known, checked, problems);
      if (decided?.decision === 'merge' && decided.okta !== null)
        merged.set(decided.okta.id, [...(merged.get(decided.okta.id) ?? []), { row, match }]);
      // Whoever is gone since needs no decision.
    } else if (!known.changed.has(row.key)) add('row-added', kind, row, 'key', {}, problems);
  }
  refuseTaken(kind, merged, known, problems);
  for (const { spekit, ...match } of matches) {
    const about = `${kind} ${spekit.id}`;
    if (checked.numbers.has(about)) continue;
    const later = known.later.get(about);
    if (later !== undefined) checked.words.set(about, later);
    if (!known.changed.has(spekit.id)) {
      problems.add(problem('row-missing', { sheet: sheetNames[kind] }, { name: spekit.name }), about);
      continue;
    }
    checked.asked.push(about);
    const { decision } = decideMatch({ spekit, ...match }, later, known.okta);
    if (decision === null) problems.add(problem('joined', { sheet: sheetNames[kind] }, { name: spekit.name }), about);
  }
  return checked;
}

/** What was decided on a row. Undefined where that is none that can be carried out; why is among the problems. */
function checkRow(
  kind: Kind,
  row: WrittenRow,
  match: AnyMatch,
  known: Known,
  checked: CheckedRows,
  problems: Problems,
): Decided<OktaUser | OktaTeam> | undefined {
  const about = `${kind} ${row.key}`;
  const later = known.later.get(about);
  if (later !== undefined) {
    checked.words.set(about, later);
    return decideMatch(match, later, known.okta);
  }
  const { name } = match.spekit;
  if (row.state !== fingerprint(match)) {
    checked.asked.push(about);
    return add('changed', kind, row, 'state', { name }, problems);
  }
  const decision = decisionOf(row.decision);
  if (row.decision === '') return add('undecided', kind, row, 'decision', { name }, problems);
  if (decision === null) return add('unknown-decision', kind, row, 'decision', { value: row.decision }, problems);
  const automatic = decideMatch(match, undefined, known.okta);
  if (decision !== 'merge') {
    if (automatic.decision !== decision) checked.words.set(about, { decision, oktaId: null });
    return { decision, okta: null, by: 'admin' };
  }
  if (kind === 'team' && isReservedName(name)) return add('reserved', kind, row, 'decision', { name }, problems);
  const target = row.with === '' ? null : known.targets.find(kind, row.with);
  if (target === 'several') return add('several-targets', kind, row, 'with', { value: row.with }, problems);
  if (target === null && row.with !== '') return add('unknown-target', kind, row, 'with', { value: row.with }, problems);
  const decided = decideMatch(match, { decision, oktaId: target?.id ?? null }, known.okta);
  if (decided.decision !== 'merge' || decided.okta === null) return add('no-target', kind, row, 'with', { name }, problems);
  if (automatic.decision !== 'merge' || automatic.okta !== decided.okta) checked.words.set(about, { decision, oktaId: decided.okta.id });
  return decided;
}

/** Several of Spekit's may become one with the same one of Okta's where each of them fits it: that is somebody with a direct and a Salesforce
 *  account. A name that was written in by hand beside another's is a slip. */
function refuseTaken(
  kind: Kind,
  merged: ReadonlyMap<string, { row: WrittenRow; match: AnyMatch }[]>,
  { okta }: Known,
  problems: Problems,
): void {
  for (const [id, all] of merged) {
    if (all.length === 1) continue;
    for (const { row, match } of all) {
      if (match.candidates.some((candidate) => candidate.okta.id === id)) continue;
      const others = all.filter((one) => one.row !== row).map((one) => one.match.spekit.name);
      const value = okta.get(id)?.name ?? '';
      add('taken-twice', kind, row, 'with', { value, others: others.slice(0, 5).join(', '), name: match.spekit.name }, problems);
    }
  }
}

function add(
  code: ProblemCode,
  kind: Kind,
  row: WrittenRow,
  column: NeededColumn,
  facts: Readonly<Record<string, string | number>>,
  problems: Problems,
): undefined {
  const at: Place = {
    sheet: sheetNames[kind],
    row: row.row,
    column: row.at[column],
    value: row[column],
  };
  problems.add(problem(code, at, facts), `${kind} ${row.key}`);
}
