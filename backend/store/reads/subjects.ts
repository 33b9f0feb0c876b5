import { foldName } from '../../../ownership/reserved.ts';
import { caseKey } from '../../scim/case-key.ts';
import type { Reads } from '../access.ts';
import {
  type Keeper,
  type KnownUser,
  knownOfUser,
  type Ms,
  type ShownTeam,
  type ShownUser,
  shownOfTeam,
  shownOfUser,
  type TeamRow,
  type UserRow,
} from '../rows.ts';
import { ownText, sql } from '../sql.ts';

// Who and what is meant by what a page or a request says of it. Several rows where that is not enough to tell them apart.

export async function userById(reads: Reads, account: string, id: string): Promise<UserRow | undefined> {
  return reads.get<UserRow>(sql`select * from users where account = ${account} and id = ${id}`);
}

export async function teamById(reads: Reads, account: string, id: string): Promise<TeamRow | undefined> {
  return reads.get<TeamRow>(sql`select * from teams where account = ${account} and id = ${id}`);
}

/** What Okta knows under that id: neither Spekit's own nor what was released. */
export async function idpUser(reads: Reads, account: string, id: string): Promise<UserRow | undefined> {
  return reads.get<UserRow>(sql`select * from users where account = ${account} and id = ${id} and owner = 'idp'`);
}

export async function idpTeam(reads: Reads, account: string, id: string): Promise<TeamRow | undefined> {
  return reads.get<TeamRow>(sql`select * from teams where account = ${account} and id = ${id} and owner = 'idp'`);
}

const userColumns = ownText(shownOfUser);
const teamColumns = ownText(shownOfTeam);

/** The same with only the columns that are shown to Okta. */
export async function shownUser(reads: Reads, account: string, id: string): Promise<ShownUser | undefined> {
  return reads.get<ShownUser>(sql`select ${userColumns} from users where account = ${account} and id = ${id} and owner = 'idp'`);
}

export async function shownTeam(reads: Reads, account: string, id: string): Promise<ShownTeam | undefined> {
  return reads.get<ShownTeam>(sql`select ${teamColumns} from teams where account = ${account} and id = ${id} and owner = 'idp'`);
}

const knownColumns = ownText(knownOfUser);

/** The same with what a change of Okta's is compared with. */
export async function knownUser(reads: Reads, account: string, id: string): Promise<KnownUser | undefined> {
  return reads.get<KnownUser>(sql`select ${knownColumns} from users where account = ${account} and id = ${id} and owner = 'idp'`);
}

/** Whether Okta has sent a user of that id. */
export async function isIdpUser(reads: Reads, account: string, id: string): Promise<boolean> {
  const query = sql`select 1 from users where account = ${account} and id = ${id} and owner = 'idp'`;
  return (await reads.get(query)) !== undefined;
}

/** The user from Okta of that user name, in any case. */
export async function idpUserNamed(reads: Reads, account: string, userName: string): Promise<UserRow | undefined> {
  return reads.get<UserRow>(sql`
    select * from users where account = ${account} and user_name_key = ${caseKey(userName)} and owner = 'idp'`);
}

/** The team from Okta of that display name, in any case. */
export async function idpTeamNamed(reads: Reads, account: string, name: string): Promise<TeamRow | undefined> {
  return reads.get<TeamRow>(sql`select * from teams where account = ${account} and name_key = ${caseKey(name)} and owner = 'idp'`);
}

/** More than this many of one name are not told apart anyway. It stands in the text: bound, it doubles the time of a look-up. */
const most = ownText('50');

/** Okta gives an id once; where somebody of it was deleted and came back, the one that Okta knows now is meant. */
export async function usersByExternalId(reads: Reads, account: string, externalId: string): Promise<UserRow[]> {
  const rows = await reads.all<UserRow>(sql`
    select * from users where account = ${account} and external_id = ${externalId} order by id limit ${most}`);
  const known = rows.filter((row) => row.owner === 'idp');
  return known.length > 0 ? known : rows;
}

/** By email or user name, in any case. The names of Okta's users and of Spekit's own stand in a key each. */
export async function usersByEmail(reads: Reads, account: string, email: string): Promise<UserRow[]> {
  const key = caseKey(email.trim());
  return reads.all<UserRow>(sql`
    select * from users where account = ${account}
      and (owner = 'idp' and user_name_key = ${key} or owner = 'spekit' and user_name_key = ${key} or email_key = ${key})
    order by owner, id limit ${most}`);
}

export async function usersByDisplayName(reads: Reads, account: string, name: string): Promise<UserRow[]> {
  return reads.all<UserRow>(sql`
    select * from users where account = ${account} and display_name_folded = ${foldName(name)} order by owner, id limit ${most}`);
}

export async function teamsByName(reads: Reads, account: string, name: string): Promise<TeamRow[]> {
  return reads.all<TeamRow>(sql`
    select * from teams where account = ${account} and name_folded = ${foldName(name)} order by owner, id limit ${most}`);
}

/** How many other teams have the team's name, apart by owner. */
export async function sameNamed(reads: Reads, account: string, team: TeamRow): Promise<Record<Keeper, number>> {
  const rows = await reads.all<{ owner: Keeper; count: number }>(sql`
    select owner, count(*) as count from teams
    where account = ${account} and name_folded = ${foldName(team.name)} and id <> ${team.id} group by owner`);
  const counts = { idp: 0, spekit: 0 };
  for (const { owner, count } of rows) counts[owner] = count;
  return counts;
}

/** The newest refused creation of that name, if nothing of the name has come to be since. */
export async function refusedCreation(
  reads: Reads,
  account: string,
  kind: 'user' | 'team',
  name: string,
): Promise<{ at: Ms; reason: string; detail: string } | undefined> {
  const key = kind === 'team' ? foldName(name) : caseKey(name.trim());
  return reads.get(sql`
    select at, reason, detail from refused_creations where account = ${account} and kind = ${kind} and name_key = ${key}`);
}
