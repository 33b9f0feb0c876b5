import { t } from '../../locales/words.ts';
import { type RuleId, rules } from '../../ownership/rules.ts';

/** The kinds of SCIM error that have words of their own (RFC 7644 §3.12). */
const worded = ['uniqueness', 'invalidValue', 'mutability'] as const;

/** What to do about a refused request: the remedy of the rule that refused it, else one for the kind of SCIM error. */
export function whatToDo(reason: string | null): string {
  if (reason !== null && isRule(reason)) return t(`reasons.${reason}.instead`);
  if (reason === 'relay.delete') return t('refusal.todo.held');
  if (reason?.startsWith('relay.')) return t('refusal.todo.relay');
  return t(`refusal.todo.${worded.find((one) => one === reason) ?? 'other'}`);
}

function isRule(reason: string): reason is RuleId {
  return rules.some(({ id }) => id === reason);
}
