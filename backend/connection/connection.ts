// connection/ is how the account stands to the identity provider: not connected, staging, connected; and the tokens of those who may ask.
// What may enter: the changes of that state and what they mean for users and teams. The mapping workbook is a folder of its own.
import { explainInOneLine } from '../../locales/explain.ts';
import { decide } from '../../ownership/decide.ts';
import type { Act } from '../directory/act.ts';
import { Refused } from '../directory/refused.ts';
import { hasSpekitOwn } from '../store/reads/accounts.ts';
import { setConnection } from '../store/writes/accounts.ts';
import { releaseAllTeams } from '../store/writes/teams.ts';
import { giveAllUsersToSpekit } from '../store/writes/users.ts';

const subject = { kind: 'account', name: 'Okta' } as const;

/** Okta's first write. Where Spekit has nobody of its own there is nothing to map, and the account is connected; else staging begins. */
export async function beginConnection(act: Act): Promise<void> {
  const { id, connection } = act.account;
  if (connection !== 'not-connected') return;
  const staging = await hasSpekitOwn(act.transaction, id);
  await setConnection(act.transaction, id, staging ? 'staging' : 'connected');
  act.happened.unshift({ event: staging ? 'account.staging' : 'account.connected', ...subject, id, facts: { by: act.by } });
}

/** An admin finishes the staging, or connects an account that Okta has not written to yet.
 *  Throws Refused for a sandbox or an additional account. */
export async function connect(act: Act): Promise<void> {
  const { id, connection } = act.account;
  refuseOther(act);
  if (connection === 'connected') return;
  await setConnection(act.transaction, id, 'connected');
  act.happened.push({ event: 'account.connected', ...subject, id, facts: { by: act.by } });
}

/** Throws Refused, in the rule's words, for an account that cannot be connected. */
export function refuseOther({ account }: Act): void {
  const decision = decide('idp.connect', { kind: 'account' }, account);
  if (decision.verdict === 'block') throw Refused.by(decision, explainInOneLine(decision, {}));
}

/** An admin takes the connection away: everybody and everything that Okta sent stays, as Spekit's own. Okta's ids answer 404 then. */
export async function disconnect(act: Act): Promise<void> {
  const { id, connection } = act.account;
  if (connection === 'not-connected') return;
  const users = await giveAllUsersToSpekit(act.transaction, id, act.at);
  const teams = await releaseAllTeams(act.transaction, id, act.at);
  await setConnection(act.transaction, id, 'not-connected');
  act.happened.push({ event: 'account.disconnected', ...subject, id, facts: { count: users + teams, by: act.by } });
}

/** What was merged is separated again: the account is as it was before. */
export async function reopen(act: Act, before: 'staging' | 'connected'): Promise<void> {
  const { id, connection } = act.account;
  if (connection === before) return;
  await setConnection(act.transaction, id, before);
  act.happened.push({ event: before === 'staging' ? 'account.staging' : 'account.connected', ...subject, id, facts: { by: act.by } });
}
