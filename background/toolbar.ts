import browser from 'webextension-polyfill';
import { countOf } from '../stores/attention.ts';
import { currentAttention } from './attention.ts';
import { currentKnowledge } from './freshness.ts';

const red = '#b3261e';
const grey = '#5f6368';

/** What is being shown. One after another, each from what is known by then: so the last one always shows the newest. */
let showing: Promise<void> = Promise.resolve();

/** The toolbar's quiet word: "!" where the companion that is set does not answer as it should, else how many things need attention (of
 *  an older companion, how many requests of Okta were refused in the last 24 hours), else nothing. */
export function showOnToolbar(): Promise<void> {
  showing = showing.then(show, show);
  return showing;
}

async function show(): Promise<void> {
  const { reach, status } = await currentKnowledge();
  const broken = reach !== 'ok' && reach !== 'not-set-up';
  const { found } = await currentAttention();
  const count = reach === 'ok' ? (found ? countOf(found) : (status?.refusals ?? 0)) : 0;
  await browser.action.setBadgeBackgroundColor({ color: broken ? red : grey });
  await browser.action.setBadgeText({ text: broken ? '!' : count > 99 ? '99+' : count > 0 ? String(count) : '' });
}
