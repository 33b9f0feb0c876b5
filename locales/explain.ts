import type { Decision } from '../ownership/decide.ts';
import { type Remedy, type Rule, type RuleId, rules } from '../ownership/rules.ts';
import { ago } from './ago.ts';
import en from './en.json' with { type: 'json' };
import { fill } from './fill.ts';

/** A page where an act belongs; `hosts/` turns it into the address of that very user or group. */
export type LinkTarget = keyof typeof en.links;

/** Facts that the words may speak of. Times are ms since 1970; what is not known is left out. */
export interface ExplainFacts {
  name?: string;
  newName?: string;
  memberCount?: number;
  syncedAt?: number | null;
}

/** What a person is told, in the order it is read: who owns it, what cannot be done, what still can, what to do, how fresh that is. */
export interface Explanation {
  title: string;
  why: string;
  still: string;
  instead: string;
  /** Null where Okta never sent the subject. */
  synced: string | null;
}

const targets: Record<Remedy, LinkTarget | null> = {
  'manage-user-in-okta': 'okta.user',
  'manage-group-in-okta': 'okta.group',
  'manage-members-in-okta': 'okta.group',
  'unlink-then-remove': 'okta.push-groups',
  'rename-group-first': 'okta.group',
  'push-group': 'okta.push-groups',
  'leave-group-in-spekit': 'spekit.manage-teams',
  'merge-in-migration': 'spekit.manage-teams',
  'assign-or-invite': 'okta.assignments',
  'assign-in-okta': 'okta.assignments',
  'ask-account-admin': 'spekit.manage-teams',
  'use-production': null,
  'go-ahead': null,
};

/** Where the remedy is carried out; null where it is right here or nowhere in particular. */
export function linkTarget(remedy: Remedy): LinkTarget | null {
  return targets[remedy];
}

/** The words for a decision, or null for an `allow` that no rule gave (there is nothing to say). */
export function explain(decision: Decision, facts: ExplainFacts, now: number): Explanation | null {
  const { reason } = decision;
  if (reason === 'not-owned' || reason === 'owner-unknown') return null;
  const words = en.reasons[reason];
  const places = { name: facts.name || nameless(reason), newName: facts.newName, members: members(facts.memberCount) };
  return {
    title: facts.name ? fill(words.title, places) : capitalised(fill(words.title, places)),
    why: fill(words.why, places),
    still: fill(words.still, places),
    instead: fill(words.instead, places),
    synced: facts.syncedAt == null ? null : fill(en.dialog.synced, { ago: ago(facts.syncedAt, now) }),
  };
}

/** One line for an API error or Okta's Push Status: what is wrong, why, and what to do. */
export function explainInOneLine(decision: Decision, facts: ExplainFacts): string {
  const words = explain(decision, facts, 0);
  return words ? `${words.title}. ${words.why} ${words.instead}` : '';
}

/** "This team", where nobody told its name: what the rule's actions (`<app>.<subject>.<act>`) are about. */
function nameless(id: RuleId): string {
  const subject = rules.find((rule: Rule) => rule.id === id)?.actions[0]?.split('.')[1];
  return subject === 'user' || subject === 'team' || subject === 'group' ? en.nameless[subject] : '';
}

function members(count: number | undefined): string {
  const { none, one, many, unknown } = en.dialog.members;
  if (count === undefined) return unknown;
  return count === 0 ? none : count === 1 ? one : fill(many, { count });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
