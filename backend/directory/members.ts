import { say } from '../../locales/companion.ts';
import { ScimError } from '../scim/errors.ts';
import { elementMatches } from '../scim/filter/match.ts';
import type { MemberEdit } from '../scim/patch/member-edits.ts';
import { memberIds, membersOf } from '../store/reads/members.ts';
import { idpTeam, isIdpUser, userById } from '../store/reads/subjects.ts';
import { addMember, removeMember } from '../store/writes/members.ts';
import type { Act, Happened } from './act.ts';

/** At most so many names of members stand in a row of the history. */
const mostNames = 20;

/** Who came and who went, by id. */
export interface MemberChange {
  added: Set<string>;
  removed: Set<string>;
}

/** Applies Okta's changes of a team's members in order. Who is in already, or out already, is no change.
 *  Throws ScimError `invalidValue` with the id of whom Okta never sent: only those can be in a team of Okta's
 *  (guide: "the user must be in the IdP and added through the IdP"). */
export async function editMembers(act: Act, team: string, edits: readonly MemberEdit[]): Promise<MemberChange> {
  const change: MemberChange = { added: new Set(), removed: new Set() };
  for (const edit of edits) {
    if (edit.kind === 'add') await addAll(act, team, edit.ids, change);
    else if (edit.kind === 'remove') await removeAll(act, team, edit.ids, change);
    else if (edit.kind === 'remove-where') {
      const members = await membersOf(act.transaction, act.account.id, team);
      const hit = members.filter(({ id, display_name }) => elementMatches(edit.filter, { value: id, display: display_name, type: 'User' }));
      await removeAll(
        act,
        team,
        hit.map(({ id }) => id),
        change,
      );
    } else {
      const wanted = new Set(edit.ids);
      const there = await memberIds(act.transaction, act.account.id, team);
      await removeAll(
        act,
        team,
        there.filter((id) => !wanted.has(id)),
        change,
      );
      const present = new Set(there);
      await addAll(
        act,
        team,
        edit.ids.filter((id) => !present.has(id)),
        change,
      );
    }
  }
  return change;
}

/** So many are asked for at once: a database at the other end of a wire is waited for once for all of them. */
const atOnce = 200;

async function addAll(act: Act, team: string, ids: readonly string[], change: MemberChange): Promise<void> {
  for (let begin = 0; begin < ids.length; begin += atOnce) {
    const some = ids.slice(begin, begin + atOnce);
    const known = await Promise.all(some.map((id) => isIdpUser(act.transaction, act.account.id, id)));
    const unknown = some.find((_, index) => known[index] === false);
    if (unknown !== undefined) throw await unknownMember(act, unknown);
    const added = await Promise.all(some.map((id) => addMember(act.transaction, act.account.id, team, id)));
    for (const id of some.filter((_, index) => added[index])) {
      if (!change.removed.delete(id)) change.added.add(id);
    }
  }
}

async function removeAll(act: Act, team: string, ids: readonly string[], change: MemberChange): Promise<void> {
  for (let begin = 0; begin < ids.length; begin += atOnce) {
    const some = ids.slice(begin, begin + atOnce);
    const removed = await Promise.all(some.map((id) => removeMember(act.transaction, act.account.id, team, id)));
    for (const id of some.filter((_, index) => removed[index])) {
      if (!change.added.delete(id)) change.removed.add(id);
    }
  }
}

async function unknownMember(act: Act, id: string): Promise<ScimError> {
  const isGroup = (await idpTeam(act.transaction, act.account.id, id)) !== undefined;
  return new ScimError(400, 'invalidValue', say(isGroup ? 'scim.nested-group' : 'scim.unknown-member', { id: id.slice(0, 200) }));
}

/** What the history tells of the members who came and went. */
export async function membersHappened(act: Act, subject: { id: string; name: string }, change: MemberChange): Promise<Happened[]> {
  const happened: Happened[] = [];
  for (const [event, ids] of [
    ['team.members-added', change.added],
    ['team.members-removed', change.removed],
  ] as const) {
    if (ids.size > 0) happened.push({ event, kind: 'team', ...subject, facts: { count: ids.size, names: await namesOf(act, ids) } });
  }
  return happened;
}

export async function namesOf(act: Act, ids: Iterable<string>): Promise<string[]> {
  const names: string[] = [];
  for (const id of ids) {
    if (names.length === mostNames) break;
    const user = await userById(act.transaction, act.account.id, id);
    if (user !== undefined) names.push(user.display_name);
  }
  return names;
}
