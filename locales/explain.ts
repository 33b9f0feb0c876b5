import type { Decision } from '../ownership/decide.ts';
import type { Remedy } from '../ownership/rules.ts';
import { ago } from './ago.ts';
import { sentences, statements } from './joined.ts';
import { type ExplainFacts, type Phrase, phrase } from './phrase.ts';
import { t, type Words } from './words.ts';

export type { ExplainFacts } from './phrase.ts';

/** A page where an act belongs; `hosts/` turns it into the address of that very user or group. */
export type LinkTarget = keyof Words['links'];

/** What a person is told, in the order it is read: who owns it, what cannot be done, what still can, what to do, how fresh that is. */
export interface Explanation extends Phrase {
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
  const words = phrase(decision, facts, now);
  return words && { ...words, synced: facts.syncedAt == null ? null : t('dialog.synced', { ago: ago(facts.syncedAt, now) }) };
}

/** One line for an API error or Okta's Push Status: what is wrong, why, and what to do. */
export function explainInOneLine(decision: Decision, facts: ExplainFacts): string {
  const words = explain(decision, facts, 0);
  return words ? statements(words.title, sentences(words.why, words.instead)) : '';
}
