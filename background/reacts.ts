import browser, { type Storage } from 'webextension-polyfill';
import { settings } from '../stores/settings.ts';
import { injectContentScripts, injectWords } from './inject.ts';
import { chosenWords } from './words.ts';

/** What of the settings concerns our own pages and the worker alone. */
const elsewhere = ['theme', 'quietFrom', 'quietTo'];

/** Whether pages of the host apps that are open must begin anew for that change to be seen there. */
export function concernsPages(changes: Record<string, Storage.StorageChange>, area: string): boolean {
  if (area === 'managed') return true;
  const change = changes[settings.declared.key];
  return area === 'local' && change !== undefined && inPages(change.oldValue) !== inPages(change.newValue);
}

/** Has open pages begin anew, with the words and the companion that are set now. */
export async function beginAnew(): Promise<void> {
  const words = await chosenWords();
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  const tabs = await browser.tabs.query({ url: scripts.flatMap(({ matches }) => matches), discarded: false });
  // A tab may close meanwhile, or show the browser's own error page.
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [injectWords({ tabId: id, frameId: 0 }, words)])));
  await injectContentScripts();
}

function inPages(stored: unknown): string {
  const data: unknown = typeof stored === 'object' && stored !== null && 'data' in stored ? stored.data : null;
  return JSON.stringify(data, (name, value) => (elsewhere.includes(name) ? undefined : value));
}
