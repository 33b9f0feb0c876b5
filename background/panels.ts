import browser from 'webextension-polyfill';
import type { RequestOf } from '../messages/receive.ts';
import { pointed } from '../stores/pointed.ts';

/** A panel says every two seconds that it is there; one that has gone without a word is forgotten after so many ms. A worker that starts anew
 *  hears of it as soon. */
const forgotten = 5_000;

/** When the panel of a window has last said that it follows the page, in ms since 1970. */
const following = new Map<number, number>();

export function panelFollows({ windowId, follows }: RequestOf<'panel.follows'>): void {
  if (follows) following.set(windowId, Date.now());
  else following.delete(windowId);
}

/** Whether a panel in the tab's window wants to hear whom somebody points at there. */
export async function isFollowed(tabId: number): Promise<boolean> {
  return (await windowFollowed(tabId)) !== null;
}

/** Somebody points at that user or team in the tab. Told to nobody where no panel follows. */
export async function showPointed(tabId: number, subject: RequestOf<'subject.pointed'>): Promise<void> {
  const windowId = await windowFollowed(tabId);
  if (windowId !== null) await pointed.write(() => ({ windowId, at: Date.now(), subject }));
}

async function windowFollowed(tabId: number): Promise<number | null> {
  for (const [windowId, at] of following) if (Date.now() - at > forgotten) following.delete(windowId);
  if (following.size === 0) return null;
  const windowId = await browser.tabs.get(tabId).then(
    (tab) => tab.windowId,
    // It was closed meanwhile.
    () => undefined,
  );
  return windowId !== undefined && following.has(windowId) ? windowId : null;
}
