import type { Transaction } from '../access.ts';
import type { DecisionRow, RunRow, SubjectKind } from '../reads/mapping.ts';
import type { Ms } from '../rows.ts';
import { sql } from '../sql.ts';

/** Keeps new rules, in JSON. */
export async function setMappingRules(transaction: Transaction, account: string, rules: string): Promise<void> {
  await transaction.run(sql`
    insert into mappings (account, version, rules) values (${account}, 1, ${rules})
    on conflict (account) do update set version = mappings.version + 1, rules = excluded.rules`);
}

/** Something has changed that the log does not tell of. */
export async function touchMapping(transaction: Transaction, account: string, emptyRules: string): Promise<void> {
  await transaction.run(sql`
    insert into mappings (account, version, rules) values (${account}, 1, ${emptyRules})
    on conflict (account) do update set version = mappings.version + 1`);
}

export async function keepDecision(transaction: Transaction, account: string, row: DecisionRow, at: Ms, actor: string): Promise<void> {
  await transaction.run(sql`
    insert into mapping_decisions (account, kind, id, decision, okta_id, at, actor)
    values (${account}, ${row.kind}, ${row.id}, ${row.decision}, ${row.okta_id}, ${at}, ${actor})
    on conflict (account, kind, id) do update set decision = excluded.decision, okta_id = excluded.okta_id, at = excluded.at, actor = excluded.actor`);
}

export async function forgetDecision(transaction: Transaction, account: string, kind: SubjectKind, id: string): Promise<void> {
  await transaction.run(sql`delete from mapping_decisions where account = ${account} and kind = ${kind} and id = ${id}`);
}

/** Gives the number of the run. */
export async function insertRun(transaction: Transaction, account: string, run: Omit<RunRow, 'run' | 'undone_at'>): Promise<number> {
  const last = await transaction.get<{ run: number | null }>(sql`select max(run) as run from mapping_runs where account = ${account}`);
  const next = (last?.run ?? 0) + 1;
  await transaction.run(sql`
    insert into mapping_runs (account, run, at, actor, connection_before, users, teams, digest)
    values (${account}, ${next}, ${run.at}, ${run.actor}, ${run.connection_before}, ${run.users}, ${run.teams}, ${run.digest})`);
  return next;
}

export async function markUndone(transaction: Transaction, account: string, run: number, at: Ms): Promise<void> {
  await transaction.run(sql`update mapping_runs set undone_at = ${at} where account = ${account} and run = ${run}`);
}

/** What was before the runs that ended before that time is forgotten: they cannot be undone any more. */
export async function forgetRunsBefore(transaction: Transaction, account: string, before: Ms): Promise<void> {
  const old = sql`account = ${account} and run in (select run from mapping_runs where account = ${account} and at < ${before})`;
  await transaction.run(sql`delete from merged_users where ${old}`);
  await transaction.run(sql`delete from merged_teams where ${old}`);
  await transaction.run(sql`delete from mapping_members where ${old}`);
}
