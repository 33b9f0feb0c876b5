import type { SubjectKind } from '../contract/page-declaration.ts';
import type { SubjectAnswer, SubjectFacts } from '../contract/subjects.ts';
import { ago, agoShort } from '../locales/ago.ts';
import { marks } from '../locales/en.json';
import { fill } from '../locales/fill.ts';
import type { BadgeContent } from '../overlay/badge.ts';

/** What the mark of a subject says, or null where there is nothing to mark: nothing is known yet, or it is Spekit's own (marks point out
 *  what Okta owns). `unknown`: of what kind a subject is that would be worth a word here if the companion had never heard of it; null where it would not. */
export function markOf(answer: SubjectAnswer, facts: SubjectFacts | null, unknown: SubjectKind | null, now: number): BadgeContent | null {
  const { matches, refusal } = answer;
  if (!facts && matches.length > 1) {
    const idp = matches.filter(({ owner }) => owner === 'idp').length;
    const count = matches.length;
    const label = fill(marks.two, { count, idp, spekit: count - idp });
    return { owner: 'unknown', tone: 'quiet', label, short: fill(marks['short-two'], { count }), brief: String(count) };
  }
  if (facts?.owner === 'idp') {
    const at = facts.sync.lastSyncedAt ? Date.parse(facts.sync.lastSyncedAt) : null;
    const refused = facts.sync.refusal;
    const said = at === null ? marks['idp-never'] : fill(marks.idp, { ago: ago(at, now) });
    const off = facts.kind === 'user' && !facts.active;
    const more = [off && marks.inactive, refused && fill(marks.refused, { detail: refused.detail })];
    return {
      owner: 'idp',
      tone: refused ? 'alert' : 'calm',
      label: [said, ...more].filter(Boolean).join(', '),
      short: at === null ? 'Okta' : fill(off ? marks['short-inactive'] : marks['short-idp'], { ago: agoShort(at, now) }),
      brief: at === null ? 'Okta' : agoShort(at, now),
    };
  }
  if (!unknown || facts) return null;
  const said = unknown === 'user' ? marks['unknown-user'] : marks.unknown;
  const label = refusal ? `${said}, ${fill(marks.refused, { detail: refusal.detail })}` : said;
  return { owner: 'unknown', tone: refusal ? 'alert' : 'quiet', label, short: marks['short-unknown'], brief: '?' };
}
