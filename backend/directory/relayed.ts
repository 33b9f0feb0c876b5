import { say } from '../../locales/companion.ts';
import { ScimError } from '../scim/errors.ts';
import type { MemberEdit } from '../scim/patch/member-edits.ts';
import type { ScimObject } from '../scim/value.ts';
import { teamById, userById } from '../store/reads/subjects.ts';
import { giveTeamToOkta } from '../store/writes/teams.ts';
import { giveUserToOkta } from '../store/writes/users.ts';
import type { Act, Directory } from './act.ts';
import { teamContent, userContent } from './content.ts';
import { addGroup, keepGroup, refuseTakenGroup } from './scim-groups.ts';
import { addUser, keepUser, refuseTakenUser, withActive } from './scim-users.ts';

// What Spekit has carried out of what was passed on to it. It stands here as it stands there, under Spekit's own ids: the rules have been
// asked before. What they forbid all the same, as a name that Spekit reserves and gave to a team of Okta's itself, is refused here.

/** What Spekit has of a subject now, out of what was known of it; null: nothing was. */
export type ResourceOf = (old: ScimObject | null) => ScimObject;

/** Takes over a user. One that Spekit had already, and that Okta now speaks of for the first time, is no new one: `created` says which.
 *  Throws ScimError 409 where another user of Okta's has that name here. */
export function takeUser(directory: Directory, id: string, resourceOf: ResourceOf, created: boolean): Promise<void> {
  return directory.fromOkta(async (act) => {
    const old = await userById(act.transaction, act.account.id, usableId(id));
    const resource = withActive(resourceOf(old === undefined ? null : (JSON.parse(old.resource) as ScimObject)), (old?.active ?? 1) === 1);
    const content = userContent(resource);
    if (old?.owner !== 'idp') await refuseTakenUser(act, content.user_name, null);
    if (old === undefined) await addUser(act, id, content, created ? 'user.created' : 'user.updated');
    else {
      await keepUser(directory, act, old, resource);
      if (old.owner === 'idp') return;
      // Not before: the name that it had may be somebody else's of Okta's by now.
      await giveUserToOkta(act.transaction, act.account.id, id);
      tellAtLeast(act, { event: 'user.updated', kind: 'user', id, name: content.display_name });
    }
  });
}

/** Takes over a group with its members, who must be known. Throws ScimError 409 where another group of Okta's has that name here. */
export function takeGroup(
  directory: Directory,
  id: string,
  resourceOf: ResourceOf,
  edits: readonly MemberEdit[],
  created: boolean,
): Promise<void> {
  return directory.fromOkta(async (act) => {
    const old = await teamById(act.transaction, act.account.id, usableId(id));
    const resource = resourceOf(old === undefined ? null : (JSON.parse(old.resource) as ScimObject));
    const content = teamContent(resource);
    if (old?.owner !== 'idp') await refuseTakenGroup(act, content.name, null);
    if (old === undefined) await addGroup(act, id, content, edits, created ? 'team.created' : 'team.synced');
    else {
      await keepGroup(directory, act, old, resource, edits);
      if (old.owner === 'idp') return;
      await giveTeamToOkta(act.transaction, act.account.id, id);
      tellAtLeast(act, { event: 'team.synced', kind: 'team', id, name: content.name });
    }
  });
}

/** Whose it is has changed, whatever else has. */
function tellAtLeast(act: Act, happened: Act['happened'][number]): void {
  if (act.happened.length === 0) act.happened.push(happened);
}

/** An id is put into addresses and into JSON as it stands. What no service provider makes is not kept. */
function usableId(id: string): string {
  if (/^(?!\.{1,2}$)[\w.~:@+=-]{1,200}$/.test(id)) return id;
  throw new ScimError(400, 'invalidValue', say('relay.unusual-id', { id: id.slice(0, 50).toWellFormed() }));
}
