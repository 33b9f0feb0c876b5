import type { Unheard } from '../../contract/page-declaration.ts';
import { t, type Words } from '../../locales/words.ts';
import type { CardContent, WaitedAct } from '../../messages/card.ts';

/** What may keep an act of Okta's from Spekit, the likeliest first (Okta Help, "Group Push" and "Provisioning"). */
const causes: Record<WaitedAct, readonly (keyof Words['wait']['cause'])[]> = {
  push: ['paused', 'slow', 'failed'],
  rename: ['rename-off', 'paused', 'failed'],
  members: ['unassigned', 'paused', 'failed'],
  assign: ['create-off', 'slow', 'failed'],
  deactivate: ['deactivate-off', 'slow', 'failed'],
};

const waitedFor: Record<Unheard, WaitedAct | undefined> = {
  'group-not-sent': 'push',
  'person-not-sent': 'assign',
  'group-not-pushed': undefined,
  'group-assigned': undefined,
};

/** Why what was done in Okta may not have been seen in Spekit yet; nothing while it is early, and where a refusal says it. */
export function tellUnseen({ wait: waits, unheard, facts, answer }: Pick<CardContent, 'wait' | 'unheard' | 'facts' | 'answer'>): string[] {
  // What Okta's page lists as pushed or assigned, and never came, waits as well: since when is not known.
  const listed = facts || answer.refusal || answer.matches.length > 0 || waits ? undefined : waitedFor[unheard ?? 'group-not-pushed'];
  const act = waits?.state === 'unseen' ? waits.act : listed;
  return act ? [t('wait.why'), ...causes[act].map((cause) => t(`wait.cause.${cause}`))] : [];
}
