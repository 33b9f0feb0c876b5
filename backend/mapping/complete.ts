import { say } from '../../locales/companion.ts';
import { connect, refuseOther } from '../connection/connection.ts';
import type { Act } from '../directory/act.ts';
import { type Merge, mergeTeams, mergeUsers } from '../directory/merges.ts';
import { Refused } from '../directory/refused.ts';
import type { RunRow } from '../store/reads/mapping.ts';
import { forgetRunsBefore, insertRun, keepDecision, touchMapping } from '../store/writes/mapping.ts';
import type { Decided } from './decide.ts';
import type { Mapped, MappedTeam, MappedUser } from './mapped.ts';
import { isMerged, undecidedOf } from './preview.ts';
import { noRules } from './rules.ts';

/** Days for which a completed mapping can be undone. */
export const undoDays = 30;
export const undoMs = undoDays * 24 * 60 * 60 * 1000;

/** Where a decision stands in the workbook, by kind and id; none where it came from a page. */
export type RowNumbers = ReadonlyMap<string, number>;

/** Carries the mapping out: merges, finishes the connection, and logs every decision. In one act, whole or not at all.
 *  Throws Refused where nothing is staged, or anything is undecided. */
export async function completeMapping(act: Act, mapped: Mapped, rows: RowNumbers, digest: string | null): Promise<RunRow> {
  const { transaction, account, at, by } = act;
  refuseOther(act);
  if (account.connection === 'not-connected') throw new Refused('conflict', say('mapping.nothing-staged'));
  const undecided = undecidedOf(mapped);
  if (undecided > 0) throw new Refused('conflict', say('mapping.undecided', { count: undecided }));
  const users = mergesOf('user', mapped.users, rows);
  const teams = mergesOf('team', mapped.teams, rows);
  if (account.connection === 'connected' && users.length + teams.length === 0)
    throw new Refused('conflict', say('mapping.nothing-to-merge'));
  await forgetRunsBefore(transaction, account.id, at - undoMs);
  const kept = { at, actor: by, connection_before: account.connection, users: users.length, teams: teams.length, digest };
  const run = await insertRun(transaction, account.id, kept);
  await keepDecisions(act, [...mapped.users, ...mapped.teams], rows, kindOf(mapped));
  if (users.length > 0) await mergeUsers(act, run, users);
  await mergeTeams(act, run, teams);
  act.happened.push({
    event: 'mapping.completed',
    kind: 'account',
    id: account.id,
    name: 'Okta',
    facts: { count: users.length + teams.length, by },
  });
  await connect(act);
  await touchMapping(transaction, account.id, JSON.stringify(noRules));
  return { run, undone_at: null, ...kept };
}

function mergesOf(kind: 'user' | 'team', all: readonly (MappedUser | MappedTeam)[], rows: RowNumbers): Merge[] {
  return all.filter(isMerged).flatMap(({ match: { spekit }, decided: { okta } }) => {
    const row = rows.get(`${kind} ${spekit.id}`) ?? null;
    return okta === null ? [] : [{ spekit: { id: spekit.id, name: spekit.name }, okta: { id: okta.id, name: okta.name }, row }];
  });
}

function kindOf(mapped: Mapped): (one: MappedUser | MappedTeam) => 'user' | 'team' {
  const users = new Set<MappedUser | MappedTeam>(mapped.users);
  return (one) => (users.has(one) ? 'user' : 'team');
}

const atOnce = 200;

/** What an admin said is kept, so that it still holds after undoing, and so that two who are two are not told of again. */
async function keepDecisions(
  act: Act,
  all: readonly (MappedUser | MappedTeam)[],
  rows: RowNumbers,
  kind: (one: MappedUser | MappedTeam) => 'user' | 'team',
): Promise<void> {
  const said = all.filter(({ decided }) => decided.by === 'admin');
  for (let begin = 0; begin < said.length; begin += atOnce) {
    await Promise.all(said.slice(begin, begin + atOnce).map((one) => keep(act, kind(one), one.match.spekit, one.decided)));
  }
  for (const one of said) {
    const { match, decided } = one;
    if (decided.decision === null || decided.decision === 'merge') continue;
    const row = rows.get(`${kind(one)} ${match.spekit.id}`);
    const facts = { by: act.by, decision: decided.decision, ...(row !== undefined && { row }) };
    act.happened.push({ event: 'mapping.decided', kind: kind(one), id: match.spekit.id, name: match.spekit.name, facts });
  }
}

async function keep(act: Act, kind: 'user' | 'team', { id }: { id: string }, { decision, okta }: Decided<{ id: string }>): Promise<void> {
  if (decision === null) return;
  await keepDecision(act.transaction, act.account.id, { kind, id, decision, okta_id: okta?.id ?? null }, act.at, act.by);
}
