import { best, type Match, rankOf } from './subjects.ts';

/** Names it as a conflict where several of Spekit's fit the same one of Okta's. One that fits better than the others keeps it without. */
export function nameShared<Spekit extends { id: string }, Okta extends { id: string }>(
  matches: readonly Match<Spekit, Okta>[],
  nameOf: (spekit: Spekit) => string,
): void {
  const claims = new Map<string, { match: Match<Spekit, Okta>; rank: number }[]>();
  for (const match of matches) {
    for (const { okta, confidence } of best(match.candidates)) {
      const claim = { match, rank: rankOf(confidence) };
      const there = claims.get(okta.id);
      if (there === undefined) claims.set(okta.id, [claim]);
      else there.push(claim);
    }
  }
  const others = new Map<Match<Spekit, Okta>, Set<string>>();
  for (const claim of claims.values()) {
    if (claim.length === 1) continue;
    for (const one of claim) {
      const rivals = claim.filter((other) => other !== one && other.rank <= one.rank);
      for (const { match } of rivals) others.set(one.match, (others.get(one.match) ?? new Set()).add(nameOf(match.spekit)));
    }
  }
  for (const [match, names] of others) match.conflicts.push({ kind: 'shared-candidate', blocks: true, others: [...names].sort() });
}
