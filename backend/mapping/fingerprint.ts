import { hash } from 'node:crypto';
import type { Match, OktaTeam, OktaUser, SpekitTeam, SpekitUser } from './subjects.ts';

/** A short text that changes with whatever an admin decides a row by: who it is, and who it may be. The order in which Okta pushed, and
 *  what has been decided, make no difference. */
export function fingerprint({ spekit, candidates, conflicts }: Match<SpekitUser | SpekitTeam, OktaUser | OktaTeam>): string {
  const own =
    'userName' in spekit ? [spekit.name, spekit.userName, spekit.email, spekit.active, spekit.role, spekit.source] : [spekit.name];
  const others = candidates.map(({ okta, by }) => ('userName' in okta ? [okta.userName, okta.name, okta.active, by] : [okta.name, by]));
  return hash('sha1', JSON.stringify([own, others, conflicts.map(({ kind, others: about }) => [kind, about])]), 'base64url').slice(0, 12);
}
