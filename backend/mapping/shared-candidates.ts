import { best, type Match, rankOf } from './subjects.ts';

/** Names it as a conflict where several of Spekit's fit the same one of Okta's. One that fits better than the others keeps it without. */
export function nameShared<Spekit extends { id: string }, Okta extends { id: string }>(
  matches: readonly Match<Spekit, Okta>[],
  nameOf: (spekit: Spekit) => string,
): void {
  const claims = severalClaims(matches);
  const rank = ({ candidates }: Match<Spekit, Okta>): number => rankOf(candidates[0]?.confidence ?? 'none');
  const others = new Map<Match<Spekit, Okta>, Set<string>>();
  for (const [, claiming] of claims) {
    for (const match of claiming) {
      const rivals = claiming.filter((other) => other !== match && rank(other) <= rank(match));
      for (const { spekit } of rivals) others.set(match, (others.get(match) ?? new Set()).add(nameOf(spekit)));
    }
  }
  for (const [match, names] of others) {
    match.conflicts = [...match.conflicts, { kind: 'shared-candidate', blocks: true, others: [...names].sort() }];
  }
}

/** Those of Okta's whom several may be, with all of these: they are few, and of the others no more is held than that somebody may be them. */
function severalClaims<Spekit, Okta extends object>(matches: readonly Match<Spekit, Okta>[]): Map<Okta, Match<Spekit, Okta>[]> {
  const once = new Set<Okta>();
  const several = new Map<Okta, Match<Spekit, Okta>[]>();
  for (const { candidates } of matches) {
    for (const { okta } of best(candidates)) {
      if (once.has(okta)) several.set(okta, []);
      else once.add(okta);
    }
  }
  if (several.size === 0) return several;
  for (const match of matches) for (const { okta } of best(match.candidates)) several.get(okta)?.push(match);
  return several;
}
