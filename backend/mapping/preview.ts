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
  const keepsRole = rankOfRole(spekit.role) > rankOfRole(okta?.role ?? 'Viewer');
  const fate = decision === 'merge' ? (keepsRole ? 'merge-role' : 'merge') : unmerged(decision, candidates.length > 0);
  return {
    kind: 'user',
    id: spekit.id,
    name: spekit.name,
    decision,
    with: okta === null ? null : { id: okta.id, name: okta.name, userName: okta.userName },
    detail: say(`preview.user-${fate}`, {
      name: spekit.name,
      userName: okta?.userName ?? candidates[0]?.okta.userName ?? '',
      role: spekit.role,
    }),
  };
}

export function teamLine({ match: { spekit, candidates }, decided: { decision, okta }, outside }: MappedTeam): PreviewLine {
  const fate = decision === 'merge' ? (outside.okta > 0 ? 'merge-stays' : 'merge') : unmerged(decision, candidates.length > 0);
  const facts = { name: spekit.name, okta: okta?.name ?? candidates[0]?.okta.name ?? '', stay: outside.okta, added: outside.group };
  return {
    kind: 'team',
    id: spekit.id,
    name: spekit.name,
    decision,
    with: okta === null ? null : { id: okta.id, name: okta.name, userName: okta.name },
    detail: say(`preview.team-${fate}`, facts),
  };
}

/** @param fits Whether anybody or anything of Okta's does. */
function unmerged(decision: PreviewLine['decision'], fits: boolean): 'keep' | 'skip' | 'own' | 'open' {
  if (decision === null) return 'open';
  if (!fits) return 'own';
  return decision === 'keep-both' ? 'keep' : 'skip';
}
