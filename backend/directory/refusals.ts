import { foldName } from '../../ownership/reserved.ts';
import { textWithoutSecrets } from '../exchanges/secrets.ts';
import { caseKey } from '../scim/case-key.ts';
import type { ScimError } from '../scim/errors.ts';
import { idpTeam, idpUser } from '../store/reads/subjects.ts';
import { keepRefusedCreation } from '../store/writes/refused-creations.ts';
import { markTeamRefused } from '../store/writes/teams.ts';
import { markUserRefused } from '../store/writes/users.ts';
import type { Act, Directory } from './act.ts';

/** A request of Okta that was refused. */
export interface RefusedRequest {
  kind: 'user' | 'team';
  /** The id in the address; null for a creation. */
  id: string | null;
  /** The user name or display name that it asked for, where it got so far as to say one. */
  asked: string | null;
  error: ScimError;
}

const longestName = 500;

/** Logs a refused request with the very words that Okta's admin is answered, but for a secret that they quote, in a transaction of its own:
 *  its own was undone. */
export function logRefusal(directory: Directory, request: RefusedRequest): Promise<void> {
  return directory.act('okta', async (act) => {
    const { kind, error } = request;
    const asked = request.asked?.slice(0, longestName) ?? null;
    const refusal = { at: act.at, reason: error.reason, detail: textWithoutSecrets(error.message) };
    const name = request.id === null ? null : await markRefused(act, kind, request.id, refusal);
    if (request.id === null && asked !== null) {
      const key = kind === 'team' ? foldName(asked) : caseKey(asked.trim());
      await keepRefusedCreation(act.transaction, act.account.id, kind, key, refusal);
    }
    act.happened.push({
      event: 'request.refused',
      kind,
      id: name === null ? null : request.id,
      name: name ?? asked ?? request.id?.slice(0, longestName) ?? '',
      facts: kind === 'team' && name !== null && asked !== null && asked !== name ? { to: asked } : {},
      refusal,
    });
  });
}

/** Marks the user or team that the request was about; gives its name, or null where Okta's id is none of ours. */
async function markRefused(
  act: Act,
  kind: 'user' | 'team',
  id: string,
  refusal: { at: number; reason: string; detail: string },
): Promise<string | null> {
  if (kind === 'user') {
    const user = await idpUser(act.transaction, act.account.id, id);
    if (user !== undefined) await markUserRefused(act.transaction, act.account.id, id, refusal);
    return user?.display_name ?? null;
  }
  const team = await idpTeam(act.transaction, act.account.id, id);
  if (team !== undefined) await markTeamRefused(act.transaction, act.account.id, id, refusal);
  return team?.name ?? null;
}
