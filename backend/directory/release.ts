import { memberCount } from '../store/reads/members.ts';
import type { TeamRow } from '../store/rows.ts';
import { releaseTeam } from '../store/writes/teams.ts';
import type { Act } from './act.ts';

/** The team is Okta's no longer: its SCIM resource is gone, and it stays in Spekit with members, description and access, to be renamed
 *  or removed there. By Okta's DELETE, or by an Account Admin where Okta unlinked the group and said nothing. */
export async function release(act: Act, team: TeamRow): Promise<void> {
  const count = await memberCount(act.transaction, act.account.id, team.id);
  await releaseTeam(act.transaction, act.account.id, team.id, act.at);
  act.happened.push({ event: 'team.released', kind: 'team', id: team.id, name: team.name, facts: { count } });
}
