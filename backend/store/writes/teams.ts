import { foldName } from '../../../ownership/reserved.ts';
import { caseKey } from '../../scim/case-key.ts';
import type { Transaction } from '../access.ts';
import type { Ms, TeamRow } from '../rows.ts';
import { type Sql, sql } from '../sql.ts';

/** What of a team comes from its resource, and from nowhere else. */
export type TeamContent = Pick<TeamRow, 'name' | 'external_id' | 'resource'>;
/** What is Spekit's own, whoever owns the team. */
export type TeamSettings = Pick<TeamRow, 'description' | 'all_topics' | 'speks_without_topic'>;

export type NewTeam = TeamContent & TeamSettings & Pick<TeamRow, 'id' | 'owner' | 'synced_at'>;

/** Gives the row as it is kept. */
export async function insertTeam(transaction: Transaction, account: string, team: NewTeam, at: Ms): Promise<TeamRow> {
  await transaction.run(sql`
    insert into teams (account, id, owner, name, name_key, name_folded, external_id, description, all_topics, speks_without_topic,
      resource, version, created_at, modified_at, synced_at, changed_at)
    values (${account}, ${team.id}, ${team.owner}, ${team.name}, ${caseKey(team.name)}, ${foldName(team.name)}, ${team.external_id},
      ${team.description}, ${team.all_topics}, ${team.speks_without_topic}, ${team.resource}, 1, ${at}, ${at}, ${team.synced_at}, ${team.synced_at})`);
  return {
    ...team,
    version: 1,
    created_at: at,
    modified_at: at,
    changed_at: team.synced_at,
    released_at: null,
    refusal_at: null,
    refusal_reason: null,
    refusal_detail: null,
  };
}

/** Spekit changed what is its own. */
export async function updateTeamContent(transaction: Transaction, account: string, id: string, team: TeamContent, at: Ms): Promise<void> {
  await transaction.run(sql`update teams set ${contentOf(team)}, ${nextVersion(at)} where account = ${account} and id = ${id}`);
}

/** Okta changed the team by what it sent, or its members only, where there is no content; an older refusal is solved.
 *  Gives the row as it is kept. */
export async function syncTeam(
  transaction: Transaction,
  account: string,
  old: TeamRow,
  team: TeamContent | null,
  at: Ms,
): Promise<TeamRow> {
  const content = team === null ? nextVersion(at) : sql`${contentOf(team)}, ${nextVersion(at)}`;
  const written = await transaction.run(sql`
    update teams set ${content}, synced_at = ${at}, changed_at = ${at}, refusal_at = null, refusal_reason = null, refusal_detail = null
    where account = ${account} and id = ${old.id}`);
  if (written !== 1) throw new Error('The team was not written.');
  const synced = { synced_at: at, changed_at: at, refusal_at: null, refusal_reason: null, refusal_detail: null };
  return { ...old, ...team, version: old.version + 1, modified_at: at, ...synced };
}

function contentOf(team: TeamContent): Sql {
  return sql`name = ${team.name}, name_key = ${caseKey(team.name)}, name_folded = ${foldName(team.name)},
    external_id = ${team.external_id}, resource = ${team.resource}`;
}

function nextVersion(at: Ms): Sql {
  return sql`version = version + 1, modified_at = ${at}`;
}

export async function updateTeamSettings(
  transaction: Transaction,
  account: string,
  id: string,
  settings: TeamSettings,
  at: Ms,
): Promise<void> {
  await transaction.run(sql`
    update teams set description = ${settings.description}, all_topics = ${settings.all_topics},
      speks_without_topic = ${settings.speks_without_topic}, version = version + 1, modified_at = ${at}
    where account = ${account} and id = ${id}`);
}

/** Spekit changed the members, which are part of the team's resource. */
export async function touchTeam(transaction: Transaction, account: string, id: string, at: Ms): Promise<void> {
  await transaction.run(sql`update teams set version = version + 1, modified_at = ${at} where account = ${account} and id = ${id}`);
}

/** Okta sent the team and changed nothing by it; an older refusal is solved. */
export async function markTeamSynced(transaction: Transaction, account: string, id: string, at: Ms): Promise<void> {
  await transaction.run(sql`
    update teams set synced_at = case when synced_at > ${at} then synced_at else ${at} end,
      refusal_at = null, refusal_reason = null, refusal_detail = null
    where account = ${account} and id = ${id}`);
}

/** Okta sent the team as it is, some time ago. What was refused since is not solved by that. */
export async function confirmTeam(transaction: Transaction, account: string, id: string, at: Ms): Promise<void> {
  await transaction.run(sql`
    update teams set synced_at = case when synced_at > ${at} then synced_at else ${at} end where account = ${account} and id = ${id}`);
}

export async function markTeamRefused(
  transaction: Transaction,
  account: string,
  id: string,
  refusal: { at: Ms; reason: string; detail: string },
): Promise<void> {
  await transaction.run(sql`
    update teams set refusal_at = ${refusal.at}, refusal_reason = ${refusal.reason}, refusal_detail = ${refusal.detail}
    where account = ${account} and id = ${id} and owner = 'idp'`);
}

/** The team is Spekit's own from now on, with its members, description and access. */
export async function releaseTeam(transaction: Transaction, account: string, id: string, at: Ms): Promise<void> {
  await transaction.run(sql`
    update teams set owner = 'spekit', released_at = ${at}, version = version + 1, modified_at = ${at},
      refusal_at = null, refusal_reason = null, refusal_detail = null
    where account = ${account} and id = ${id}`);
}

/** The other way round: Okta pushes a group again whose team Spekit has kept under that id. */
export async function giveTeamToOkta(transaction: Transaction, account: string, id: string): Promise<void> {
  await transaction.run(sql`update teams set owner = 'idp', released_at = null where account = ${account} and id = ${id}`);
}

export async function releaseAllTeams(transaction: Transaction, account: string, at: Ms): Promise<number> {
  return transaction.run(sql`
    update teams set owner = 'spekit', released_at = ${at}, version = version + 1, modified_at = ${at},
      refusal_at = null, refusal_reason = null, refusal_detail = null
    where account = ${account} and owner = 'idp'`);
}

export async function deleteTeam(transaction: Transaction, account: string, id: string): Promise<void> {
  await transaction.run(sql`delete from teams where account = ${account} and id = ${id}`);
}
