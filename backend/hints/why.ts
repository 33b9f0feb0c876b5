import type { NextStep, WhyAnswer, WhyCheck, WhyQuery } from '../../contract/why.ts';
import type { Reads } from '../store/access.ts';
import { account as accountOf } from '../store/reads/accounts.ts';
import { refusedCreation, teamById, teamsByName, userById, usersByDisplayName, usersByEmail } from '../store/reads/subjects.ts';
import type { TeamRow, UserRow } from '../store/rows.ts';
import { isoOrNull, teamFacts, userFacts } from './facts.ts';

type Step = WhyAnswer['steps'][number];

/** Why somebody is not in a team: what must hold, in order, up to the first that does not (guide: users come by assignment, teams by
 *  pushed groups, "the user must be in the IdP and added through the IdP"). Who is in the group in Okta is not known here. */
export async function why(reads: Reads, account: string, { user: asked, team: named }: WhyQuery): Promise<WhyAnswer> {
  const user = await userMeant(reads, account, asked);
  const team = await teamMeant(reads, account, named);
  const shown = {
    user: user === undefined ? null : await userFacts(reads, account, user),
    team: team === undefined ? null : await teamFacts(reads, account, team),
  };
  const isIn = shown.user?.teams.some((one) => one.id === team?.id) ?? false;
  const steps: Step[] = [];
  const say = (check: WhyCheck, state: Step['state'], at: number | null = null, detail: string | null = null): void => {
    steps.push({ check, state, at: isoOrNull(at), detail });
  };
  const end = (next: NextStep): WhyAnswer => ({ ...shown, steps, next });

  // Where the team is Spekit's own, Okta has no part in it.
  if (team?.owner === 'spekit') {
    say('arrived', isIn ? 'yes' : 'no', team.modified_at);
    return end(isIn ? 'none' : 'add-in-spekit');
  }
  const { connection, last_seen_at } = await accountOf(reads, account);
  say('connected', connection === 'not-connected' ? 'no' : 'yes', last_seen_at);
  if (connection === 'not-connected') return end('connect');

  const refusedUser = user?.owner === 'idp' ? undefined : await refusedCreation(reads, account, 'user', asked);
  say('assigned', user?.owner === 'idp' ? 'yes' : 'no', refusedUser?.at ?? user?.synced_at ?? null, refusedUser?.detail ?? null);
  if (user?.owner !== 'idp') return end(refusedUser === undefined ? 'assign-person' : 'correct-person');
  say('active', user.active === 1 ? 'yes' : 'no', user.synced_at);
  if (user.active === 0) return end('activate-person');

  const refusedTeam = team === undefined ? await refusedCreation(reads, account, 'team', named) : undefined;
  say('pushed', team === undefined ? 'no' : 'yes', refusedTeam?.at ?? team?.synced_at ?? null, refusedTeam?.detail ?? null);
  if (team === undefined) return end(refusedTeam === undefined ? 'push-group' : 'correct-group');
  if (isIn) {
    say('arrived', 'yes', team.synced_at);
    return end('none');
  }
  say('accepted', team.refusal_at === null ? 'yes' : 'no', team.refusal_at ?? team.synced_at, team.refusal_detail);
  if (team.refusal_at !== null) return end('retry-group');
  say('arrived', 'unknown', team.synced_at);
  return end('add-to-group');
}

/** By id, email or user name, or name; of several the one from Okta. */
async function userMeant(reads: Reads, account: string, asked: string): Promise<UserRow | undefined> {
  const byId = await userById(reads, account, asked);
  if (byId !== undefined) return byId;
  const byEmail = await usersByEmail(reads, account, asked);
  return preferred(byEmail.length > 0 ? byEmail : await usersByDisplayName(reads, account, asked));
}

async function teamMeant(reads: Reads, account: string, named: string): Promise<TeamRow | undefined> {
  return (await teamById(reads, account, named)) ?? preferred(await teamsByName(reads, account, named));
}

function preferred<Row extends { owner: 'idp' | 'spekit' }>(rows: readonly Row[]): Row | undefined {
  return rows.find((row) => row.owner === 'idp') ?? rows[0];
}
