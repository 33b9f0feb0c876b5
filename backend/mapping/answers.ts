import type { z } from 'zod';
import type { completed, MappingRow, MappingStatus, mappingRowsQuery } from '../../contract/mapping.ts';
import type { MappingNumbers, PreviewLine, previewQuery } from '../../contract/mapping-work.ts';
import { foldName } from '../../ownership/reserved.ts';
import type { Reads } from '../store/access.ts';
import { lastRun, type RunRow } from '../store/reads/mapping.ts';
import { importedCounts, teamCounts } from '../store/reads/mapping-subjects.ts';
import type { AccountRow } from '../store/rows.ts';
import { undoMs } from './complete.ts';
import type { MappedTeam, MappedUser } from './mapped.ts';
import { numbersOf, teamLine, userLine } from './preview.ts';
import { teamRow, userRow } from './row.ts';
import type { MappingState } from './state.ts';
import { fileName, version } from './workbook/format.ts';

/** Okta is taken to be pushing as long as its last write is not older than so many ms: it pauses between the pages of a first import. */
const pushPause = 60_000;

export async function statusOf(reads: Reads, id: string, { mapped, account, seq }: MappingState, now: number): Promise<MappingStatus> {
  const imported = await importedCounts(reads, id);
  const run = await lastRun(reads, id);
  const { last_sync_at } = account;
  return {
    account: accountOf(account),
    push: { lastAt: last_sync_at === null ? null : iso(last_sync_at), underWay: last_sync_at !== null && now - last_sync_at < pushPause },
    okta: { users: account.idp_users, teams: account.idp_teams },
    spekit: { users: account.spekit_users, teams: account.spekit_teams, importedUsers: imported.users, importedTeams: imported.teams },
    users: counted(mapped.users),
    teams: counted(mapped.teams),
    rules: mapped.rules,
    workbook: { version, fileName: fileName(id, seq) },
    lastCompleted: run === undefined ? null : completedOf(run),
    seq,
  };
}

export function accountOf({ id, type, connection }: AccountRow): MappingStatus['account'] {
  return { id, type, connection };
}

export function completedOf(run: RunRow): z.infer<typeof completed> {
  return {
    run: run.run,
    at: iso(run.at),
    by: run.actor,
    users: run.users,
    teams: run.teams,
    undoUntil: iso(run.at + undoMs),
    undoneAt: run.undone_at === null ? null : iso(run.undone_at),
  };
}

type Page = { rows: MappingRow[]; total: number; seq: number };

export function rowsOf({ mapped, seq }: MappingState, query: z.output<typeof mappingRowsQuery>): Page {
  const page = <One extends MappedUser | MappedTeam>(all: readonly One[], row: (one: One) => MappingRow): Page => {
    const found = all.filter((one) => isAsked(one, query));
    return { rows: found.slice(query.offset, query.offset + query.limit).map(row), total: found.length, seq };
  };
  return query.kind === 'user' ? page(mapped.users, userRow) : page(mapped.teams, teamRow);
}

function isAsked(one: MappedUser | MappedTeam, query: z.output<typeof mappingRowsQuery>): boolean {
  const { match, decided, conflicts } = one;
  const [first] = match.candidates;
  if (query.confidence !== undefined && (first?.confidence ?? 'none') !== query.confidence) return false;
  if (query.by !== undefined && first?.by[0] !== query.by) return false;
  if (query.conflict !== undefined && !conflicts.some(({ kind }) => kind === query.conflict)) return false;
  if (query.decision !== undefined && decided.decision !== query.decision) return false;
  if (query.decided !== undefined && (decided.decision !== null) !== (query.decided === 'true')) return false;
  return speaksOf(one, foldName(query.q ?? ''));
}

/** Whether a name, user name or address of either side holds the text. */
function speaksOf({ match: { spekit, candidates }, decided }: MappedUser | MappedTeam, part: string): boolean {
  if (part === '') return true;
  const sides: { name: string; userName?: string; email?: string | null }[] = [spekit, ...candidates.map(({ okta }) => okta)];
  if (decided.okta !== null) sides.push(decided.okta);
  const texts = sides.flatMap(({ name, userName, email }) => [name, userName ?? '', email ?? '']);
  return texts.some((text) => foldName(text).includes(part));
}

export async function numbersNow(reads: Reads, { mapped, account }: Pick<MappingState, 'mapped' | 'account'>): Promise<MappingNumbers> {
  const counts = await teamCounts(reads, account.id);
  return numbersOf(mapped, account.connection, new Map(counts.map(({ id, teams }) => [id, teams])));
}

/** The lines of what will happen, users before teams. */
export function linesOf(
  { mapped }: MappingState,
  { q, offset, limit }: Omit<z.output<typeof previewQuery>, 'workbook'>,
): { lines: PreviewLine[]; total: number } {
  const part = foldName(q ?? '');
  const users = mapped.users.filter((user) => speaksOf(user, part)).map((user) => () => userLine(user));
  const teams = mapped.teams.filter((team) => speaksOf(team, part)).map((team) => () => teamLine(team));
  const found = [...users, ...teams];
  return { lines: found.slice(offset, offset + limit).map((line) => line()), total: found.length };
}

function counted(all: readonly (MappedUser | MappedTeam)[]): MappingStatus['users'] {
  const counts: MappingStatus['users'] = { total: all.length, undecided: 0, by: {}, confidence: {}, conflicts: {}, decisions: {} };
  const add = <Key extends string>(into: Partial<Record<Key, number>>, key: Key): void => {
    into[key] = (into[key] ?? 0) + 1;
  };
  for (const { match, decided, conflicts } of all) {
    const [first] = match.candidates;
    if (first?.by[0] !== undefined) add(counts.by, first.by[0]);
    add(counts.confidence, first?.confidence ?? 'none');
    for (const { kind } of conflicts) add(counts.conflicts, kind);
    if (decided.decision === null) counts.undecided += 1;
    else add(counts.decisions, decided.decision);
  }
  return counts;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
