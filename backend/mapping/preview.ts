import type { MappingNumbers, PreviewLine } from '../../contract/mapping-work.ts';
import { say } from '../../locales/companion.ts';
import { type Connection, rankOfRole } from '../../ownership/actions.ts';
import type { Mapped, MappedTeam, MappedUser } from './mapped.ts';

/** What completing does, in numbers.
 *  @param teamsOf In how many teams each of Spekit's own users is. */
export function numbersOf(mapped: Mapped, connection: Connection, teamsOf: ReadonlyMap<string, number>): MappingNumbers {
  const users = mapped.users.filter(isMerged);
  const teams = mapped.teams.filter(isMerged);
  const targets = (all: readonly (MappedUser | MappedTeam)[]): number => new Set(all.map(({ decided }) => decided.okta?.id)).size;
  const moved = users.reduce((sum, { match }) => sum + (teamsOf.get(match.spekit.id) ?? 0), 0);
  return {
    mergedUsers: users.length,
    mergedTeams: teams.length,
    keptUsers: mapped.spekit.users - users.length,
    keptTeams: mapped.spekit.teams - teams.length,
    newUsers: mapped.oktaUsers.size - targets(users),
    newTeams: mapped.oktaTeams.size - targets(teams),
    rolesKept: users.filter(({ match, decided }) => rankOfRole(match.spekit.role) > rankOfRole(decided.okta?.role ?? 'Viewer')).length,
    membershipsMoved: moved + teams.reduce((sum, { outside }) => sum + outside.group, 0),
    undecided: undecidedOf(mapped),
    connects: connection !== 'connected',
  };
}

export function undecidedOf({ users, teams }: Mapped): number {
  return [...users, ...teams].filter(({ decided }) => decided.decision === null).length;
}

export function isMerged({ decided }: MappedUser | MappedTeam): boolean {
  return decided.decision === 'merge';
}

/** What will become of each, in words. */
export function userLine({ match: { spekit, candidates }, decided: { decision, okta } }: MappedUser): PreviewLine {
  const facts = { name: spekit.name, userName: okta?.userName ?? '', role: spekit.role };
  const keepsRole = rankOfRole(spekit.role) > rankOfRole(okta?.role ?? 'Viewer');
  const code = decision === 'merge' ? (keepsRole ? 'user-merge-role' : 'user-merge') : otherwise('user', decision, candidates.length > 0);
  return {
    kind: 'user',
    id: spekit.id,
    name: spekit.name,
    decision,
    with: okta === null ? null : { id: okta.id, name: okta.name, userName: okta.userName },
    detail: say(`preview.${code}`, facts),
  };
}

export function teamLine({ match: { spekit, candidates }, decided: { decision, okta }, outside }: MappedTeam): PreviewLine {
  const facts = { name: spekit.name, okta: okta?.name ?? '', stay: outside.okta, added: outside.group };
  const code =
    decision === 'merge' ? (outside.okta > 0 ? 'team-merge-stays' : 'team-merge') : otherwise('team', decision, candidates.length > 0);
  return {
    kind: 'team',
    id: spekit.id,
    name: spekit.name,
    decision,
    with: okta === null ? null : { id: okta.id, name: okta.name, userName: okta.name },
    detail: say(`preview.${code}`, facts),
  };
}

function otherwise<Kind extends 'user' | 'team'>(
  kind: Kind,
  decision: PreviewLine['decision'],
  fits: boolean,
): `${Kind}-${'keep' | 'skip' | 'own' | 'open'}` {
  if (decision === null) return `${kind}-open`;
  if (decision === 'keep-both') return `${kind}-keep`;
  return fits ? `${kind}-skip` : `${kind}-own`;
}
