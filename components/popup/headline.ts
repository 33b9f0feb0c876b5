import type { StatusAnswer } from '../../contract/api.ts';
import { ago } from '../../locales/ago.ts';
import { t } from '../../locales/words.ts';
import { type Attention, countOf } from '../../stores/attention.ts';
import type { Tone } from '../ui/Notice.tsx';

/** What may be done about what the headline says. */
export type Step = 'look' | 'okta' | 'mapping';

export interface Headline {
  tone: Tone;
  text: string;
  step: Step | null;
}

/** Okta calls each of its apps at least this often as long as anything happens there: an import, a push, a profile. In ms. */
const silence = 24 * 3_600_000;

/** The one sentence that is always true of a companion that answers. `found`: null where it does not know what needs attention. */
export function headlineOf(status: StatusAnswer, found: Attention | null, now: number): Headline {
  const { lastSync, lastSeen } = status;
  const seen = Math.max(Date.parse(lastSeen ?? '') || 0, Date.parse(lastSync?.at ?? '') || 0);
  const refused = found?.refused.reduce((sum, { subjects }) => sum + subjects.length, 0) ?? 0;
  if (refused > 0) return { tone: 'bad', text: t('headline.refused', { count: refused }), step: 'look' };
  // It waits for a person, whatever Okta does meanwhile.
  if (status.account.connection === 'staging') return { tone: 'care', text: t('headline.staging'), step: 'mapping' };
  if (seen === 0) return { tone: 'note', text: t('headline.nothing-yet'), step: 'okta' };
  if (now - seen > silence) return { tone: 'care', text: t('headline.silent', { ago: ago(seen, now) }), step: 'okta' };
  const others = found === null ? 0 : countOf(found);
  if (others > 0) return { tone: 'care', text: t('headline.attention', { ago: ago(seen, now), count: others }), step: 'look' };
  return { tone: 'good', text: t('headline.in-sync', { ago: ago(seen, now) }), step: null };
}
