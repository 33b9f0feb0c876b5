import type { SubjectFacts } from '../contract/subjects.ts';
import { clauses } from '../locales/joined.ts';
import { t } from '../locales/words.ts';

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
