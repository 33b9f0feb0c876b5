import { wait } from '../../locales/en.json';
import type { Wait, WaitedAct } from '../../messages/card.ts';

/** What may keep an act of Okta's from Spekit, the likeliest first (Okta Help, "Group Push" and "Provisioning"). */
const causes: Record<WaitedAct, readonly (keyof typeof wait.cause)[]> = {
  push: ['paused', 'slow', 'failed'],
  rename: ['rename-off', 'paused', 'failed'],
  members: ['unassigned', 'paused', 'failed'],
  assign: ['create-off', 'slow', 'failed'],
  deactivate: ['deactivate-off', 'slow', 'failed'],
};

/** Why what was done in Okta may not have been seen in Spekit yet; nothing while it is early. */
export function tellWait({ state, act }: Wait): string[] {
  return state === 'unseen' ? [wait.why, ...causes[act].map((cause) => wait.cause[cause])] : [];
}
