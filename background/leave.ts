import browser from 'webextension-polyfill';
import { leave } from '../messages/leave.ts';

/** Has the content scripts end in tabs of the host apps that the extension may no longer touch. Which tabs these are the browser does not
 *  tell any more: they are among those that it does not tell as the host apps' own (`patterns`). */
export async function leaveTabs(patterns: string[]): Promise<void> {
  const [all, ours] = await Promise.all([browser.tabs.query({}), browser.tabs.query({ url: patterns })]);
  const kept = new Set(ours.map(({ id }) => id));
  await Promise.allSettled(all.flatMap(({ id }) => (id === undefined || kept.has(id) ? [] : [browser.tabs.sendMessage(id, leave)])));
}
