import type { z } from 'zod';
import type { decisionsRequest } from '../../contract/mapping-work.ts';
import { say } from '../../locales/companion.ts';
import { isReservedName } from '../../ownership/reserved.ts';
import type { Act } from '../directory/act.ts';
import { Refused } from '../directory/refused.ts';
import { idpTeam, idpUser, teamById, userById } from '../store/reads/subjects.ts';
import { forgetDecision, keepDecision, touchMapping } from '../store/writes/mapping.ts';
import type { Matched } from './mapped.ts';
import { noRules } from './rules.ts';

type Said = z.output<typeof decisionsRequest>['decisions'][number];

/** Keeps what an admin said of some rows, all or none. Throws Refused for a row or somebody of Okta's that is not there. */
export async function keepDecisions(act: Act, said: readonly Said[]): Promise<void> {
  for (const one of said) await keep(act, one);
  await touchMapping(act.transaction, act.account.id, JSON.stringify(noRules));
}

async function keep({ transaction, account, at, by }: Act, { kind, id, decision, with: target }: Said): Promise<void> {
  const own = kind === 'user' ? await userById(transaction, account.id, id) : await teamById(transaction, account.id, id);
  if (own?.owner !== 'spekit') throw new Refused('not-found', say('mapping.no-row', { kind, id }));
  if (decision === null) return forgetDecision(transaction, account.id, kind, id);
  const okta_id = target ?? null;
  if (okta_id !== null) {
    const okta = kind === 'user' ? await idpUser(transaction, account.id, okta_id) : await idpTeam(transaction, account.id, okta_id);
    if (okta === undefined) throw new Refused('not-found', say('mapping.no-target', { kind, id: okta_id }));
  }
  if (decision === 'merge' && 'name' in own && isReservedName(own.name))
    throw new Refused('invalid', say('mapping.reserved', { name: own.name }));
  await keepDecision(transaction, account.id, { kind, id, decision, okta_id }, at, by);
}

/** Whoever says merge and not with whom must leave no choice. Throws Refused. */
export function refuseVague(said: readonly Said[], { matched }: { matched: Matched }): void {
  const vague = new Set(said.filter((one) => one.decision === 'merge' && !one.with).map(({ kind, id }) => `${kind} ${id}`));
  if (vague.size === 0) return;
  const of = (kind: 'user' | 'team', matches: readonly (Matched['users'][number] | Matched['teams'][number])[]): void => {
    const unclear = matches.find(({ spekit, candidates: [first, second] }) => {
      return vague.has(`${kind} ${spekit.id}`) && (first === undefined || first.confidence === second?.confidence);
    });
    if (unclear !== undefined) throw new Refused('invalid', say('mapping.which', { name: unclear.spekit.name }));
  };
  of('user', matched.users);
  of('team', matched.teams);
}
