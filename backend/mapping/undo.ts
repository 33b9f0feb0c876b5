import { say } from '../../locales/companion.ts';
import { reopen } from '../connection/connection.ts';
import type { Act } from '../directory/act.ts';
import { inTheWay, unmerge } from '../directory/merges.ts';
import { Refused } from '../directory/refused.ts';
import type { Reads, Store } from '../store/access.ts';
import { lastRun, type RunRow, undoRows } from '../store/reads/mapping.ts';
import { markUndone, touchMapping } from '../store/writes/mapping.ts';
import { undoDays, undoMs } from './complete.ts';
import { noRules } from './rules.ts';

const shown = 10;

/** Takes the mapping back that was completed last: users and teams are two again, and the account stands as it stood. Whole or not at all.
 *  Throws Refused where there is none, it is too old, or something has happened since that would be lost; each such thing is named. */
export async function undoMapping(act: Act): Promise<{ users: number; teams: number }> {
  const run = await undoable(act.transaction, act.account.id, act.at);
  if (act.account.connection !== 'connected') throw new Refused('conflict', say('undo.not-connected'));
  const reasons = await inTheWay(act, run.run);
  if (reasons.length > 0) {
    const told = reasons.map(({ code, names }) => say(`undo.${code}`, { names: names.slice(0, shown).join(', '), count: names.length }));
    throw new Refused('conflict', told.join(' '));
  }
  const undone = await unmerge(act, run.run);
  await markUndone(act.transaction, act.account.id, run.run, act.at);
  const facts = { count: undone.users + undone.teams, by: act.by };
  act.happened.push({ event: 'mapping.undone', kind: 'account', id: act.account.id, name: 'Okta', facts });
  await reopen(act, run.connection_before === 'connected' ? 'connected' : 'staging');
  await touchMapping(act.transaction, act.account.id, JSON.stringify(noRules));
  return undone;
}

/** Throws Refused where there is nothing that can be undone. */
async function undoable(reads: Reads, account: string, now: number): Promise<RunRow> {
  const run = await lastRun(reads, account);
  if (run === undefined || run.undone_at !== null) throw new Refused('conflict', say('undo.nothing'));
  if (now - run.at > undoMs) throw new Refused('conflict', say('undo.too-old', { days: undoDays }));
  return run;
}

const page = 500;

/** The state before the mapping that was completed last, a line of JSON for each thing that it changed. Throws Refused as `undoMapping` does
 *  where there is none. */
export async function undoFile(store: Store, account: string): Promise<{ name: string; content: AsyncIterable<Uint8Array> }> {
  const run = await store.read((reads) => undoable(reads, account, Date.now()));
  return { name: `mapping-${run.run}-before.ndjson`, content: lines(store, account, run) };
}

async function* lines(store: Store, account: string, run: RunRow): AsyncGenerator<Uint8Array> {
  const encode = (rows: readonly object[]): Uint8Array => Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  yield encode([
    { kind: 'mapping', run: run.run, completedAt: new Date(run.at).toISOString(), by: run.actor, connectionBefore: run.connection_before },
  ]);
  for (const table of ['merged_users', 'merged_teams', 'mapping_members'] as const) {
    for (let after: [string, string] = ['', '']; ; ) {
      const rows = await store.read((reads) => undoRows(reads, account, run.run, table, after, page));
      if (rows.length > 0) yield encode(rows.map(({ account: _, run: __, place: ___, ...row }) => ({ table, ...row })));
      const last = rows.at(-1);
      if (last === undefined || rows.length < page) break;
      after = table === 'mapping_members' ? [String(last['place']), String(last['user_id'])] : [String(last['id']), ''];
    }
  }
}
