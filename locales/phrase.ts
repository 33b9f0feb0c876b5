import type { OktaSetting } from '../ownership/actions.ts';
import type { Decision } from '../ownership/decide.ts';
import { type Rule, type RuleId, rules } from '../ownership/rules.ts';
import { ago } from './ago.ts';
import type { Known } from './foretell.ts';
import { listed } from './listed.ts';
import { language } from './spoken.ts';
import { t, type Words } from './words.ts';

/** A subject of an act, and what the companion knows of it. */
export interface Touched {
  name: string;
  known?: Known;
}

/** Facts that the words may speak of. Times are ms since 1970; what is not known is left out. */
export interface ExplainFacts {
  name?: string;
  newName?: string;
  /** When Okta last sent the subject; null: never. */
  syncedAt?: number | null;
  /** What the companion knows of the subject, and until when it is sure of that: what is expected of an act is told from these. */
  known?: Known;
  asOf?: number;
  /** All that the act touches with the same verdict, where that are several. */
  all?: readonly Touched[];
  /** How the Spekit app in Okta is set, as its pages showed it. */
  settings?: Partial<Record<OktaSetting, { on: boolean; at: number }>>;
  /** How many members the group's page showed, and how many of those Spekit has not got. */
  members?: { seen: number; missing: number; at: number };
  /** Which groups a rule takes in is not known: it goes by their descriptions. */
  unsure?: boolean;
  /** When the group was seen among the app's assignments. */
  assignedAt?: number;
}

/** The sentences of a rule, with the facts in their places. */
export interface Phrase {
  title: string;
  why: string;
  still: string;
  instead: string;
}

/** The rules that say how many they touch, and which: their words under `several`. */
const ofSeveral: Readonly<Record<keyof Words['several'], true>> = {
  'group-unlink-team-stays': true,
  'group-pause-freezes-team': true,
  'group-push-now': true,
  'group-resume-catches-up': true,
  'rule-delete-teams-stay': true,
  'rule-push-reserved': true,
  'rule-push-same-name': true,
  'rule-push-creates-teams': true,
};

/** The sentences for a decision, or null for an `allow` that no rule gave (there is nothing to say). */
export function phrase({ reason }: Decision, facts: ExplainFacts, now: number): Phrase | null {
  if (reason === 'not-owned' || reason === 'owner-unknown') return null;
  const variant = variantOf(reason, facts);
  const all = facts.all ?? [];
  const places = {
    name: facts.name || nameless(reason),
    newName: facts.newName,
    count: all.length,
    names: listed(all),
    ago: variant ? ago(variant.at, now) : undefined,
  };
  const say = (part: keyof Phrase) => (variant ? t(`variants.${variant.code}.${part}`, places) : t(`reasons.${reason}.${part}`, places));
  const title = all.length > 1 && facts.name && isOfSeveral(reason) ? t(`several.${reason}`, places) : say('title');
  return { title: facts.name ? title : capitalised(title), why: say('why'), still: say('still'), instead: say('instead') };
}

function isOfSeveral(reason: string): reason is keyof Words['several'] {
  return Object.hasOwn(ofSeveral, reason);
}

/** What is otherwise with the app set as it was last seen. Okta's own behaviour, of which the guide says nothing: Okta Help, "Enable Group
 *  Push" (renames) and "Configure provisioning" (*Deactivate Users*). */
function variantOf(reason: RuleId, { settings, unsure }: ExplainFacts): { code: keyof Words['variants']; at: number } | null {
  if (unsure) return { code: 'by-description', at: 0 };
  const rename = settings?.['rename-app-groups'];
  if (reason === 'group-rename-renames-team' && rename?.on === false) return { code: 'rename-off', at: rename.at };
  const deactivate = settings?.['deactivate-users'];
  const ends = reason === 'unassign-deactivates' || reason === 'deactivate-deactivates';
  return ends && deactivate?.on === false ? { code: 'deactivate-off', at: deactivate.at } : null;
}

/** "This team", where nobody told its name: what the rule's actions (`<app>.<subject>.<act>`) are about. */
function nameless(id: RuleId): string {
  const subject = rules.find((rule: Rule) => rule.id === id)?.actions[0]?.split('.')[1];
  if (subject === 'user' || subject === 'team') return t(`nameless.${subject}`);
  return subject === 'group' || subject === 'rule' ? t('nameless.group') : '';
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);
}
