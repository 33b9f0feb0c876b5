import { Found } from './found.ts';
import { best, type Match, rankOf } from './subjects.ts';

/** Names it as a conflict where several of Spekit's fit the same one of Okta's. One that fits better than the others keeps it without. */
export function nameShared<Spekit extends { id: string }, Okta extends { id: string }>(
  matches: readonly Match<Spekit, Okta>[],
  nameOf: (spekit: Spekit) => string,
): void {
  const claims = new Found<Match<Spekit, Okta>>();
  for (const match of matches) for (const { okta } of best(match.candidates)) claims.put(okta.id, match);
  const rank = ({ candidates }: Match<Spekit, Okta>): number => rankOf(candidates[0]?.confidence ?? 'none');
  const others = new Map<Match<Spekit, Okta>, Set<string>>();
  for (const match of matches) {
    for (const { okta } of best(match.candidates)) {
      const rivals = claims.get(okta.id).filter((other) => other !== match && rank(other) <= rank(match));
      for (const { spekit } of rivals) others.set(match, (others.get(match) ?? new Set()).add(nameOf(spekit)));
    }
  }
  for (const [match, names] of others) match.conflicts.push({ kind: 'shared-candidate', blocks: true, others: [...names].sort() });
}
