import browser from 'webextension-polyfill';
import type { Knowledge } from '../stores/knowledge.ts';

const red = '#b3261e';
const grey = '#5f6368';

/** The toolbar's quiet word: "!" where the companion that is set does not answer as it should, else how many requests of Okta
 *  were refused in the last 24 hours, else nothing. */
export async function showOnToolbar({ reach, status }: Pick<Knowledge, 'reach' | 'status'>): Promise<void> {
  const broken = reach !== 'ok' && reach !== 'not-set-up';
  const refusals = reach === 'ok' ? (status?.refusals ?? 0) : 0;
  await browser.action.setBadgeBackgroundColor({ color: broken ? red : grey });
  await browser.action.setBadgeText({ text: broken ? '!' : refusals > 99 ? '99+' : refusals > 0 ? String(refusals) : '' });
}
