import { say } from '../../locales/companion.ts';
import { explainInOneLine } from '../../locales/explain.ts';
import { decide } from '../../ownership/decide.ts';
import type { Directory } from '../directory/act.ts';
import { refusedName } from '../directory/scim-groups.ts';
import { ScimError } from '../scim/errors.ts';
import { isObject, ownProperty } from '../scim/value.ts';
import { account } from '../store/reads/accounts.ts';
import { idpTeam } from '../store/reads/subjects.ts';

/** What Okta asks Spekit to do. */
export interface Asked {
  method: string;
  kind: 'user' | 'team';
  /** Null: what is to be created. */
  id: string | null;
  body: unknown;
}

/** Catches what must not reach Spekit. Throws ScimError, in the rule's words: 403 for an account that cannot be connected, 400 for a name
 *  that Spekit does not take, 409 for a deletion (guide: "Deleting a team via the IdP is not currently supported"), unless those are let pass. */
export async function catchMistakes(directory: Directory, { method, kind, id, body }: Asked, deletes: 'refuse' | 'pass'): Promise<void> {
  const { row, team } = await directory.store.read(async (reads) => ({
    row: await account(reads, directory.account),
    team: kind === 'team' && id !== null ? await idpTeam(reads, directory.account, id) : undefined,
  }));
  const connect = decide('idp.connect', { kind: 'account' }, row);
  if (connect.verdict === 'block') throw new ScimError(403, null, explainInOneLine(connect, {}), connect.reason);
  if (method === 'DELETE' && deletes === 'refuse') throw new ScimError(409, null, say(`relay.delete-${kind}`), 'relay.delete');
  for (const name of kind === 'team' ? namesIn(body) : []) {
    if (name === team?.name) continue;
    const decision =
      team === undefined
        ? decide('okta.group.push', { kind: 'group', name, pushed: false }, row)
        : decide('okta.group.rename', { kind: 'group', name: team.name, newName: name, pushed: true }, row);
    if (decision.verdict !== 'block') continue;
    throw refusedName(explainInOneLine(decision, team === undefined ? { name } : { name: team.name, newName: name }), decision.reason);
  }
}

/** All names for a group that a body could give, in whatever way: which of them Spekit heeds, and in which order, is not for us to guess. */
function namesIn(body: unknown): string[] {
  const operations = isObject(body) ? ownProperty(body, 'Operations') : undefined;
  const named = (resource: unknown): unknown[] =>
    isObject(resource) ? Object.entries(resource).flatMap(([path, value]) => (isName(path) ? [value] : [])) : [];
  const asked = (Array.isArray(operations) ? operations : []).filter(isObject).flatMap((operation) => {
    const [path, value] = [ownProperty(operation, 'path'), ownProperty(operation, 'value')];
    return typeof path === 'string' && isName(path) ? [value] : named(value);
  });
  return [...named(body), ...asked].filter((name) => typeof name === 'string');
}

/** With the schema before it or without. */
function isName(path: string): boolean {
  return /(?:^|:)\s*displayName\s*$/i.test(path);
}
