import type { MappingDecision } from '../../../contract/mapping.ts';
import type { Connection } from '../../../ownership/actions.ts';
import type { Reads } from '../access.ts';
import type { Flag, Ms } from '../rows.ts';
import { sql } from '../sql.ts';

export type SubjectKind = 'user' | 'team';

/** Rules as JSON, null where there are none yet; and how often what the log does not tell of has changed. */
export async function mappingState(reads: Reads, account: string): Promise<{ version: number; rules: string | null }> {
  const row = await reads.get<{ version: number; rules: string }>(sql`select version, rules from mappings where account = ${account}`);
  return row ?? { version: 0, rules: null };
}

export interface DecisionRow {
  kind: SubjectKind;
  id: string;
  decision: MappingDecision;
  okta_id: string | null;
}

export async function mappingDecisions(reads: Reads, account: string): Promise<(DecisionRow & { at: Ms })[]> {
  return reads.all(sql`
    select kind, id, decision, okta_id, at from mapping_decisions where account = ${account} order by kind, id`);
}

export interface RunRow {
  run: number;
  at: Ms;
  actor: string;
  connection_before: Connection;
  users: number;
  teams: number;
  digest: string | null;
  undone_at: Ms | null;
}

/** The newest that was not taken back, or else the newest. */
export async function lastRun(reads: Reads, account: string): Promise<RunRow | undefined> {
  return reads.get<RunRow>(sql`
    select * from mapping_runs where account = ${account} order by case when undone_at is null then 0 else 1 end, run desc limit 1`);
}

/** The one that a workbook of that digest was completed by, and that was not taken back. */
export async function runOfDigest(reads: Reads, account: string, digest: string): Promise<RunRow | undefined> {
  return reads.get<RunRow>(sql`
    select * from mapping_runs where account = ${account} and digest = ${digest} and undone_at is null order by run desc limit 1`);
}

export interface MergedUserRow {
  id: string;
  okta_id: string;
  display_name: string;
  user_name: string;
}

export async function mergedUsers(reads: Reads, account: string, run: number): Promise<MergedUserRow[]> {
  return reads.all<MergedUserRow>(sql`
    select id, okta_id, display_name, user_name from merged_users where account = ${account} and run = ${run} order by id`);
}

/** By what those were known whom a mapping has merged, and with whom of Okta's; the newest last. */
export interface MergedNameRow {
  okta_id: string;
  user_name_key: string;
  email_key: string | null;
}

export async function mergedNames(reads: Reads, account: string): Promise<MergedNameRow[]> {
  return reads.all<MergedNameRow>(sql`
    select m.okta_id, m.user_name_key, m.email_key
    from merged_users m join mapping_runs r on r.account = m.account and r.run = m.run
    where m.account = ${account} and r.undone_at is null order by m.run, m.id`);
}

export interface MergedTeamRow {
  id: string;
  okta_id: string;
  name: string;
  stays: Flag;
}

export async function mergedTeams(reads: Reads, account: string, run: number): Promise<MergedTeamRow[]> {
  return reads.all<MergedTeamRow>(sql`
    select id, okta_id, name, stays from merged_teams where account = ${account} and run = ${run} order by id`);
}

/** Teams of Spekit's own that were merged and stayed all the same, for members whom Okta does not send, with the team of Okta's. */
export async function stayingTeams(reads: Reads, account: string): Promise<Pick<MergedTeamRow, 'id' | 'okta_id'>[]> {
  return reads.all(sql`
    select m.id, m.okta_id from merged_teams m join mapping_runs r on r.account = m.account and r.run = m.run
    where m.account = ${account} and m.stays = 1 and r.undone_at is null`);
}

/** All that is kept of a run, a page at a time: for the undo file. */
export async function undoRows(
  reads: Reads,
  account: string,
  run: number,
  table: 'merged_users' | 'merged_teams' | 'mapping_members',
  after: readonly [string, string],
  limit: number,
): Promise<Record<string, string | number | null>[]> {
  if (table === 'merged_users') {
    return reads.all(
      sql`select * from merged_users where account = ${account} and run = ${run} and id > ${after[0]} order by id limit ${limit}`,
    );
  }
  if (table === 'merged_teams') {
    return reads.all(
      sql`select * from merged_teams where account = ${account} and run = ${run} and id > ${after[0]} order by id limit ${limit}`,
    );
  }
  const [kindAndTeam, user] = after;
  return reads.all(sql`
    select *, kind || ' ' || team_id as place from mapping_members where account = ${account} and run = ${run}
      and (kind || ' ' || team_id > ${kindAndTeam} or kind || ' ' || team_id = ${kindAndTeam} and user_id > ${user})
    order by kind || ' ' || team_id, user_id limit ${limit}`);
}

/** The ids of all that something has happened to after that number of the log. */
export async function changedAfter(reads: Reads, account: string, seq: number): Promise<Set<string>> {
  const rows = await reads.all<{ id: string }>(sql`
    select distinct subject_id as id from changes where account = ${account} and seq > ${seq} and subject_id is not null`);
  return new Set(rows.map(({ id }) => id));
}

/** Whether the account was connected, disconnected or mapped after that number of the log: what was to be decided is another matter then. */
export async function standsOtherwiseAfter(reads: Reads, account: string, seq: number): Promise<'completed' | 'disconnected' | null> {
  const row = await reads.get<{ event: string }>(sql`
    select event from changes where account = ${account} and seq > ${seq} and subject_kind = 'account'
      and event in ('mapping.completed', 'account.disconnected') order by seq desc limit 1`);
  if (row === undefined) return null;
  return row.event === 'mapping.completed' ? 'completed' : 'disconnected';
}
