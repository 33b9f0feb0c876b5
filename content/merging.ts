import type { SubjectAnswer, SubjectFacts } from '../contract/subjects.ts';
import { clauses, statements } from '../locales/joined.ts';
import { t } from '../locales/words.ts';
import type { BadgeContent } from '../overlay/badge.ts';

/** What the mapping will make of a user or team while its account is staged. Names may be alike: a user's is told with the user name, of which
 *  a mark has no room. Null: nothing, or it is not known. */
export function merging({ owner, mapping }: SubjectFacts): { label: string; short: string; waits: boolean } | null {
  const { decision = 'skip', with: other = null } = mapping ?? {};
  if (owner === 'unknown' || (decision && !other)) return null;
  const said = decision ?? 'waits';
  const { name = '', userName } = other ?? {};
  return {
    label: t(`merging.${owner}.${other ? said : 'waits-several'}`, { name: clauses(name, userName) }),
    short: t(`merging.short.${said}`, { name }),
    waits: !decision,
  };
}

/** The mark of a subject of an account that is staged: what the mapping will make of it first, then what it says otherwise. Of Spekit's own on
 *  Okta's pages, which mean Okta's, nothing is told. `content`: what it says otherwise; null: nothing. */
export function withMerge(
  content: BadgeContent | null,
  answer: SubjectAnswer,
  facts: SubjectFacts | null,
  host: 'okta' | 'spekit',
): BadgeContent | null {
  // Which of the two the page means makes no difference where they become one.
  if (!facts && content && becomeOne(answer.matches))
    return { ...content, label: statements(content.label, t('merging.both')), short: t('merging.both') };
  const said = facts && (host === 'spekit' || facts.owner === 'idp') ? merging(facts) : null;
  if (!facts || !said) return content;
  const { label, short, waits } = said;
  const own = { owner: facts.owner, tone: 'quiet', brief: waits ? '?' : '=' } as const;
  return { ...(content ?? own), ...(waits && { tone: 'alert' }), label: statements(label, content?.label), short };
}

/** Two teams, each of which will be merged with the other. */
function becomeOne(matches: readonly SubjectFacts[]): boolean {
  const names = matches.map((one) => one.kind === 'team' && one.name);
  return matches.length === 2 && matches.every(({ mapping }, at) => mapping?.decision === 'merge' && mapping.with?.name === names[1 - at]);
}
