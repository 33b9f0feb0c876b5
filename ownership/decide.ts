import type { Account, Action, Subject, Verdict } from './actions.ts';
import { type Reason, type Remedy, type Rule, type RuleId, rules } from './rules.ts';

export interface Decision {
  verdict: Verdict;
  /** The id of the row that decided, or why no row did. */
  reason: Reason;
  remedy: Remedy;
}

/** Who owns this action on this subject?
 *
 *  Pure and total: what no rule names, and what is not known yet, is allowed. Sourcemark never forbids on a guess.
 *  `account` is the Spekit account that the act concerns. */
export function decide(action: Action, subject: Subject, account: Account): Decision {
  const row: (Rule & { id: RuleId }) | undefined = rules.find((rule: Rule) => rule.actions.includes(action) && rule.when(subject, account));
  if (row) return { verdict: row.verdict, reason: row.id, remedy: row.remedy };
  return { verdict: 'allow', reason: isUnknown(subject) ? 'owner-unknown' : 'not-owned', remedy: 'go-ahead' };
}

function isUnknown(subject: Subject): boolean {
  if (subject.kind === 'user' || subject.kind === 'team') return subject.owner === 'unknown';
  return subject.kind === 'group' && subject.pushed === 'unknown';
}
