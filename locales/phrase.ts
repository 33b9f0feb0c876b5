import type { Decision } from '../ownership/decide.ts';
import { type Rule, type RuleId, rules } from '../ownership/rules.ts';
import type en from './en.json';
import { fill } from './fill.ts';
import type { Known } from './foretell.ts';

/** Facts that the words may speak of. Times are ms since 1970; what is not known is left out. */
export interface ExplainFacts {
  name?: string;
  newName?: string;
  /** When Okta last sent the subject; null: never. */
  syncedAt?: number | null;
  /** What the companion knows of the subject, and until when it is sure of that: what is expected of an act is told from these. */
  known?: Known;
  asOf?: number;
}

/** The sentences of a rule, with the facts in their places. */
export interface Phrase {
  title: string;
  why: string;
  still: string;
  instead: string;
}

/** The sentences for a decision, or null for an `allow` that no rule gave (there is nothing to say).
 *  They are handed in: a content script carries the sections of `en.json` that it says, and no others. */
export function phrase(words: Pick<typeof en, 'reasons' | 'nameless'>, { reason }: Decision, facts: ExplainFacts): Phrase | null {
  if (reason === 'not-owned' || reason === 'owner-unknown') return null;
  const { title, why, still, instead } = words.reasons[reason];
  const places = { name: facts.name || nameless(words, reason), newName: facts.newName };
  return {
    title: facts.name ? fill(title, places) : capitalised(fill(title, places)),
    why: fill(why, places),
    still: fill(still, places),
    instead: fill(instead, places),
  };
}

/** "This team", where nobody told its name: what the rule's actions (`<app>.<subject>.<act>`) are about. */
function nameless(words: Pick<typeof en, 'nameless'>, id: RuleId): string {
  const subject = rules.find((rule: Rule) => rule.id === id)?.actions[0]?.split('.')[1];
  return subject === 'user' || subject === 'team' || subject === 'group' ? words.nameless[subject] : '';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
