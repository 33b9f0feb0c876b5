import type { z } from 'zod';
import type { decisionsRequest } from '../../contract/mapping-work.ts';
import { say } from '../../locales/companion.ts';
import { isReservedName } from '../../ownership/reserved.ts';
import type { Act } from '../directory/act.ts';
import { Refused } from '../directory/refused.ts';
import { idpTeam, idpUser, teamById, userById } from '../store/reads/subjects.ts';
import { forgetDecision, keepDecision, touchMapping } from '../store/writes/mapping.ts';
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
