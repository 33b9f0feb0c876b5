import type { z } from 'zod';
import type { MappingProblem } from '../../contract/mapping.ts';
import { type ImportAnswer, type ImportedUser, importedTeam, importedUser, mostImported } from '../../contract/mapping-imports.ts';
import { say } from '../../locales/companion.ts';
import { isReservedName } from '../../ownership/reserved.ts';
import type { Act } from '../directory/act.ts';
import { importMemberships, importTeam, importUser, type Taken, takeImportsBack } from '../directory/imports.ts';
import { caseKey } from '../scim/case-key.ts';
import { ScimError } from '../scim/errors.ts';
import { touchMapping } from '../store/writes/mapping.ts';
import { noRules } from './rules.ts';

/** A row as somebody wrote it, with the number by which they find it again. */
export interface ImportRow {
  row: number;
  value: unknown;
}

const mostProblems = 1000;

function emptyAnswer(): ImportAnswer {
  const nobody = () => ({ added: 0, changed: 0, unchanged: 0, connected: 0 });
  return { users: nobody(), teams: nobody(), memberships: 0, problems: [], problemCount: 0, columns: [] };
}

export function tellProblem(answer: ImportAnswer, problem: MappingProblem): void {
  answer.problemCount += 1;
  if (answer.problems.length < mostProblems) answer.problems.push(problem);
}

/** What is remembered from one act to the next of the same import. */
export class ImportSession {
  readonly answer = emptyAnswer();
  /** Rows by whom they are about: nobody is taken twice. */
  readonly rows = new Map<string, number>();
  /** Teams that are counted as new already: where it is only tried, they are made anew in each act. */
  readonly newTeams = new Set<string>();
}

/** Takes rows in, each by itself: what is wrong with one is told in the answer, and the others are taken. At most `mostImported` of each
 *  belong into one act, which nobody else's writes get in between of. */
export async function importRows(
  act: Act,
  users: readonly ImportRow[],
  teams: readonly ImportRow[],
  { answer, rows, newTeams }: ImportSession,
): Promise<void> {
  const known = new Map<string, { id: string; taken: Taken }>();
  const teamNamed = async (name: string, description = ''): Promise<{ id: string; taken: Taken; again: boolean }> => {
    const there = known.get(caseKey(name));
    if (there !== undefined && description === '') return { ...there, again: true };
    const made = await importTeam(act, { name, description });
    known.set(caseKey(name), made);
    return { ...made, again: false };
  };
  for (const { row, value } of teams) {
    const team = checked(importedTeam, value, row, answer);
    if (team === null || isReservedName(team.name)) continue;
    const made = await teamNamed(team.name, team.description);
    answer.teams[made.taken] += 1;
    if (made.taken === 'added') newTeams.add(caseKey(team.name));
  }
  const members = new Map<string, { name: string; users: Set<string> }>();
  for (const { row, value } of users) {
    const user = checked(importedUser, value, row, answer);
    if (user === null) continue;
    const before = rows.get(identityOf(user));
    if (before !== undefined) {
      tellProblem(answer, problemOf('twice', row, 'email', user.email, say('mapping.import-twice', { email: user.email, before })));
      continue;
    }
    rows.set(identityOf(user), row);
    const made = await taken(act, user, row, answer);
    if (made === null) continue;
    answer.users[made.taken] += 1;
    if (made.taken === 'connected') continue;
    for (const name of new Set(user.teams)) {
      // Everybody is in that one, and nobody is put into it.
      if (isReservedName(name)) continue;
      const team = await teamNamed(name);
      if (team.taken === 'connected') continue;
      if (!team.again && team.taken === 'added' && !newTeams.has(caseKey(name))) {
        answer.teams.added += 1;
        newTeams.add(caseKey(name));
      }
      const there = members.get(team.id) ?? { name, users: new Set() };
      there.users.add(made.id);
      members.set(team.id, there);
    }
  }
  answer.memberships += await importMemberships(act, members);
  await touchMapping(act.transaction, act.account.id, JSON.stringify(noRules));
}

/** Takes out again what was imported and has not been changed since. */
export async function forgetImports(act: Act): Promise<{ users: number; teams: number; kept: number }> {
  const forgotten = await takeImportsBack(act);
  await touchMapping(act.transaction, act.account.id, JSON.stringify(noRules));
  return forgotten;
}

async function taken(act: Act, user: ImportedUser, row: number, answer: ImportAnswer): Promise<{ id: string; taken: Taken } | null> {
  try {
    return await importUser(act, user);
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    tellProblem(answer, problemOf('impossible', row, null, user.email, error.message));
    return null;
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, row: number, answer: ImportAnswer): z.output<Schema> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) {
    const column = path.length === 0 ? null : path.join('.');
    const found = path.reduce<unknown>((inner, key) => (Object(inner) === inner ? Reflect.get(Object(inner), key) : undefined), value);
    const shown = found === undefined ? null : String(typeof found === 'object' ? JSON.stringify(found) : found).slice(0, 200);
    tellProblem(answer, problemOf('invalid', row, column, shown, say('mapping.import-invalid', { column: column ?? '', message })));
  }
  return null;
}

function problemOf(code: string, row: number, column: string | null, value: string | null, detail: string): MappingProblem {
  return { code, sheet: null, row, column, value, detail };
}

function identityOf({ email, userName, source }: ImportedUser): string {
  return `${source} ${caseKey(userName ?? email)}`;
}

/** Rows in acts of at most that many. */
export const rowsInAct = mostImported / 2;
