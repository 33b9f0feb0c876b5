import type { z } from 'zod';
import type { createTeamRequest, editTeamRequest } from '../../contract/api.ts';
import { say } from '../../locales/companion.ts';
import { explainInOneLine } from '../../locales/explain.ts';
import type { Action } from '../../ownership/actions.ts';
import { decide } from '../../ownership/decide.ts';
import type { ScimObject } from '../scim/value.ts';
import { newestId } from '../store/reads/newest-id.ts';
import { teamById } from '../store/reads/subjects.ts';
import type { Flag, TeamRow } from '../store/rows.ts';
import { addMember, removeMember } from '../store/writes/members.ts';
import { deleteTeam, insertTeam, touchTeam, updateTeamContent, updateTeamSettings } from '../store/writes/teams.ts';
import type { Act } from './act.ts';
import { teamContent } from './content.ts';
import { membersHappened } from './members.ts';
import { newId } from './new-id.ts';
import { Refused } from './refused.ts';
import { release } from './release.ts';
import { spekitUser } from './spekit-users.ts';

// What an admin does to teams in Spekit. Each throws Refused where Okta owns the act, or the team is not there.

/** A team of Spekit's own, which is never pushed to the identity provider; also beside one of Okta's of the same name. */
export async function createTeam(act: Act, request: z.infer<typeof createTeamRequest>): Promise<TeamRow> {
  const id = newId(await newestId(act.transaction, act.account.id, 'teams'));
  const settings = {
    description: request.description,
    all_topics: flag(request.access.allTopics),
    speks_without_topic: flag(request.access.speksWithoutTopic),
  };
  const content = teamContent({ displayName: request.name });
  const row = await insertTeam(act.transaction, act.account.id, { ...content, ...settings, id, owner: 'spekit', synced_at: null }, act.at);
  act.happened.push({ event: 'team.created', kind: 'team', id, name: request.name });
  return row;
}

/** Whole or not at all: a name that may not be changed keeps the description as it is too. The name that it has is no rename. */
export async function editTeam(act: Act, id: string, request: z.infer<typeof editTeamRequest>): Promise<TeamRow> {
  const old = await spekitTeam(act, id);
  const name = request.name ?? old.name;
  const description = request.description ?? old.description;
  const allTopics = flag(request.access?.allTopics ?? old.all_topics === 1);
  const speksWithoutTopic = flag(request.access?.speksWithoutTopic ?? old.speks_without_topic === 1);
  if (name !== old.name) {
    refuseOwned(act, 'spekit.team.rename', old);
    const resource = { ...(JSON.parse(old.resource) as ScimObject), displayName: name };
    await updateTeamContent(act.transaction, act.account.id, id, teamContent(resource), act.at);
    act.happened.push({ event: 'team.renamed', kind: 'team', id, name, facts: { from: old.name, to: name } });
  }
  const access = allTopics !== old.all_topics || speksWithoutTopic !== old.speks_without_topic;
  if (description !== old.description) {
    refuseOwned(act, 'spekit.team.edit-description', old);
    act.happened.push({ event: 'team.description-changed', kind: 'team', id, name });
  }
  if (access) {
    refuseOwned(act, 'spekit.team.edit-access', old);
    act.happened.push({ event: 'team.access-changed', kind: 'team', id, name });
  }
  if (access || description !== old.description) {
    const settings = { description, all_topics: allTopics, speks_without_topic: speksWithoutTopic };
    await updateTeamSettings(act.transaction, act.account.id, id, settings, act.at);
  }
  return spekitTeam(act, id);
}

export async function removeTeam(act: Act, id: string): Promise<void> {
  const old = await spekitTeam(act, id);
  refuseOwned(act, 'spekit.team.delete', old);
  await deleteTeam(act.transaction, act.account.id, id);
  act.happened.push({ event: 'team.deleted', kind: 'team', id, name: old.name });
}

/** An Account Admin says that Okta pushes the group no longer: Okta says nothing when it unlinks and leaves the group. */
export async function releaseByHand(act: Act, id: string): Promise<TeamRow> {
  const old = await spekitTeam(act, id);
  if (old.owner !== 'idp') throw new Refused('conflict', say('api.not-pushed', { name: old.name }));
  await release(act, old);
  return spekitTeam(act, id);
}

export async function addToTeam(act: Act, id: string, userId: string): Promise<TeamRow> {
  const team = await spekitTeam(act, id);
  refuseOwned(act, 'spekit.team.add-member', team);
  const user = await spekitUser(act, userId);
  if (!(await addMember(act.transaction, act.account.id, id, user.id))) return team;
  return membersChanged(act, team, { added: new Set([userId]), removed: new Set() });
}

export async function removeFromTeam(act: Act, id: string, userId: string): Promise<TeamRow> {
  const team = await spekitTeam(act, id);
  refuseOwned(act, 'spekit.team.remove-member', team);
  const removed = await removeMember(act.transaction, act.account.id, id, userId);
  if (!removed) throw new Refused('not-found', say('api.no-member', { id: userId, name: team.name }));
  return membersChanged(act, team, { added: new Set(), removed: new Set([userId]) });
}

async function membersChanged(act: Act, team: TeamRow, change: { added: Set<string>; removed: Set<string> }): Promise<TeamRow> {
  await touchTeam(act.transaction, act.account.id, team.id, act.at);
  act.happened.push(...(await membersHappened(act, { id: team.id, name: team.name }, change)));
  return spekitTeam(act, team.id);
}

/** Throws Refused `not-found`. */
async function spekitTeam(act: Act, id: string): Promise<TeamRow> {
  const row = await teamById(act.transaction, act.account.id, id);
  if (row === undefined) throw new Refused('not-found', say('api.no-team', { id }));
  return row;
}

function refuseOwned(act: Act, action: Action, team: TeamRow): void {
  const decision = decide(action, { kind: 'team', owner: team.owner, name: team.name }, act.account);
  if (decision.verdict === 'block') throw Refused.by(decision, explainInOneLine(decision, { name: team.name }));
}

function flag(value: boolean): Flag {
  return value ? 1 : 0;
}
