import type { MappingDecision, MappingRow } from '../../contract/mapping.ts';
import type { ById } from './by-id.ts';
import { best, type Match } from './subjects.ts';

/** What is to become of a row. `decision` is null where an admin has to say it. */
export interface Decided<Okta> {
  decision: MappingDecision | null;
  okta: Okta | null;
  by: MappingRow['decidedBy'];
}

export interface SaidDecision {
  decision: MappingDecision;
  oktaId: string | null;
}

/** An admin's word counts most, as long as whom it names is there; then a match that nothing is against; what is only alike waits. */
export function decideMatch<Spekit, Okta extends { id: string }>(
  { candidates, conflicts }: Match<Spekit, Okta>,
  said: SaidDecision | undefined,
  okta: Pick<ById<Okta>, 'get'>,
): Decided<Okta> {
  const top = best(candidates);
  const only = top.length === 1 ? (top[0]?.okta ?? null) : null;
  if (said !== undefined) {
    const named = said.oktaId === null ? null : (okta.get(said.oktaId) ?? null);
    if (said.decision !== 'merge') return { decision: said.decision, okta: named ?? candidates[0]?.okta ?? null, by: 'admin' };
    const target = said.oktaId === null ? only : named;
    if (target !== null) return { decision: 'merge', okta: target, by: 'admin' };
  }
  if (candidates.length === 0) return { decision: 'skip', okta: null, by: 'nobody' };
  if (only === null || top[0]?.confidence === 'possible' || conflicts.some(({ blocks }) => blocks))
    return { decision: null, okta: null, by: null };
  return { decision: 'merge', okta: only, by: 'match' };
}
