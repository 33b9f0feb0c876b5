import { type Role, rankOfRole } from '../../ownership/actions.ts';
import { mergedTeams, mergedUsers } from '../store/reads/mapping.ts';
import * as since from '../store/reads/undo-conflicts.ts';
import { mergeNotedUsers, mergeTeam, noteUser } from '../store/writes/merges.ts';
import { unmergeTeams, unmergeUsers } from '../store/writes/unmerges.ts';
import type { Act } from './act.ts';

/** Two that become one: Okta's stays, under its id; Spekit's own becomes part of it. */
export interface Merge {
  spekit: { id: string; name: string };
  okta: { id: string; name: string };
  /** Of the workbook that said so, where one did. */
  row: number | null;
}

const atOnce = 200;

/** Makes users one. Okta's keeps its id, and has from then on what Spekit's had: teams, the stronger role, and its content, which the log
 *  and the row that is kept of it say. Throws where one of them is not there. */
export async function mergeUsers(act: Act, run: number, merges: readonly Merge[]): Promise<void> {
  for (let begin = 0; begin < merges.length; begin += atOnce) {
    const some = merges.slice(begin, begin + atOnce);
    await Promise.all(some.map(({ spekit, okta }) => noteUser(act.transaction, act.account.id, run, spekit.id, okta.id)));
    await new Promise((next) => setImmediate(next));
  }
  await mergeNotedUsers(act.transaction, act.account.id, run, act.at);
  for (const merge of merges) act.happened.push({ event: 'user.merged', kind: 'user', ...told(act, merge) });
}

/** Makes teams one, after the users. */
export async function mergeTeams(act: Act, run: number, merges: readonly Merge[]): Promise<void> {
  for (const [nth, merge] of merges.entries()) {
    const both = { spekit: merge.spekit.id, okta: merge.okta.id };
    await mergeTeam(act.transaction, act.account.id, { run, nth }, both, act.at);
    act.happened.push({ event: 'team.merged', kind: 'team', ...told(act, merge) });
  }
}

function told(act: Act, { spekit, okta, row }: Merge) {
  return { id: okta.id, name: okta.name, facts: { from: spekit.name, by: act.by, decision: 'merge', ...(row !== null && { row }) } };
}

/** Makes two again of all that became one in a run. Gives how many. */
export async function unmerge(act: Act, run: number): Promise<{ users: number; teams: number }> {
  const { transaction, account, at } = act;
  const [teams, users] = [await mergedTeams(transaction, account.id, run), await mergedUsers(transaction, account.id, run)];
  // A user may have been in a team that is only there again after the teams.
  await unmergeTeams(transaction, account.id, run, at);
  await unmergeUsers(transaction, account.id, run, at);
  for (const { id, display_name } of users)
    act.happened.push({ event: 'user.unmerged', kind: 'user', id, name: display_name, facts: { by: act.by } });
  for (const { id, name } of teams) act.happened.push({ event: 'team.unmerged', kind: 'team', id, name, facts: { by: act.by } });
  return { users: users.length, teams: teams.length };
}

/** Why a run cannot be undone, as codes with the names that they concern. */
export interface InTheWay {
  code: 'user-lost' | 'name-taken' | 'role-changed' | 'team-lost' | 'member-lost' | 'settings-changed';
  names: string[];
}

/** What has happened since that undoing would lose or could not put back. */
export async function inTheWay({ transaction, account: { id } }: Act, run: number): Promise<InTheWay[]> {
  const named = (rows: readonly { name: string }[]): string[] => [...new Set(rows.map(({ name }) => name))];
  const all: InTheWay[] = [
    { code: 'user-lost', names: named(await since.lostUsers(transaction, id, run)) },
    { code: 'name-taken', names: named(await since.takenUserNames(transaction, id, run)) },
    { code: 'role-changed', names: changedRoles(await since.rolesSince(transaction, id, run)) },
    { code: 'team-lost', names: named(await since.lostTeams(transaction, id, run)) },
    { code: 'member-lost', names: named(await since.lostMembers(transaction, id, run)) },
    { code: 'settings-changed', names: changedSettings(await since.settingsSince(transaction, id, run)) },
  ];
  return all.filter(({ names }) => names.length > 0);
}

function changedRoles(rows: readonly { okta_id: string; name: string; before: Role; own: Role; now: Role }[]): string[] {
  const strongest = new Map<string, Role>();
  for (const { okta_id, before, own } of rows) {
    for (const role of [before, own]) {
      if (rankOfRole(role) > rankOfRole(strongest.get(okta_id) ?? 'Viewer')) strongest.set(okta_id, role);
    }
  }
  return [...new Set(rows.filter(({ okta_id, now }) => now !== (strongest.get(okta_id) ?? 'Viewer')).map(({ name }) => name))];
}

function changedSettings(rows: readonly since.SettingsSince[]): string[] {
  const made = new Map<string, { row: since.SettingsSince; description: string }>();
  for (const row of rows) {
    const before = made.get(row.okta_id)?.description ?? row.before;
    made.set(row.okta_id, { row, description: before === '' ? row.own : before });
  }
  const changed = [...made.values()].filter(
    ({ row, description }) =>
      row.now !== description || row.all_topics !== row.own_all_topics || row.speks_without_topic !== row.own_speks_without_topic,
  );
  return changed.map(({ row }) => row.name);
}
