import { foldName, isReservedName } from '../../ownership/reserved.ts';
import { looseTeamName } from './keys.ts';
import { nameShared } from './shared-candidates.ts';
import type { Candidate, Conflict, Match, OktaTeam, SpekitTeam } from './subjects.ts';

export type TeamMatch = Match<SpekitTeam, OktaTeam>;

const mostAlike = 5;

/** Matches every team of Spekit's own with those that Okta pushes, by name. The same teams give the same result in whatever order. */
export function matchTeams(spekit: readonly SpekitTeam[], okta: readonly OktaTeam[]): TeamMatch[] {
  const named = grouped(okta, ({ name }) => foldName(name));
  const alike = grouped(okta, ({ name }) => looseTeamName(name));
  const matches = spekit.map((team): TeamMatch => {
    const candidates = isReservedName(team.name) ? [] : candidatesFor(team, named, alike);
    return { spekit: team, candidates, conflicts: conflictsOf(team, candidates) };
  });
  nameShared(matches, ({ name }) => name);
  const place = ({ spekit: { name, id } }: TeamMatch): string => `${foldName(name)}\u0000${name}\u0000${id}`;
  return matches.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function candidatesFor(
  team: SpekitTeam,
  named: ReadonlyMap<string, OktaTeam[]>,
  alike: ReadonlyMap<string, OktaTeam[]>,
): Candidate<OktaTeam>[] {
  const same = named.get(foldName(team.name)) ?? [];
  if (same.length > 0) return same.map((okta) => ({ okta, by: ['name'], confidence: 'certain' }));
  const near = alike.get(looseTeamName(team.name) ?? '') ?? [];
  return near.length > mostAlike ? [] : near.map((okta) => ({ okta, by: ['similar-name'], confidence: 'possible' }));
}

function conflictsOf(team: SpekitTeam, candidates: readonly Candidate<OktaTeam>[]): Conflict[] {
  if (isReservedName(team.name)) return [{ kind: 'reserved-name', blocks: false, others: [] }];
  const conflicts: Conflict[] = [];
  if (candidates.length > 1) {
    conflicts.push({ kind: 'several-candidates', blocks: true, others: candidates.map(({ okta }) => okta.name) });
  }
  const [first] = candidates;
  if (first?.confidence === 'certain' && first.okta.name !== team.name) {
    conflicts.push({ kind: 'other-case', blocks: false, others: [first.okta.name] });
  }
  return conflicts;
}

function grouped(teams: readonly OktaTeam[], keyOf: (team: OktaTeam) => string | null): Map<string, OktaTeam[]> {
  const groups = new Map<string, OktaTeam[]>();
  for (const team of teams.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const key = keyOf(team);
    if (key !== null && key !== '') groups.set(key, [...(groups.get(key) ?? []), team]);
  }
  return groups;
}
