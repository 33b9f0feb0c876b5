import { MatchPattern } from 'wxt/utils/match-patterns';
import { fromContent, type MessageName } from './map.ts';

/** What the browser, not the sender, says of who has sent a message (`runtime.MessageSender`, as far as it is used here). */
export interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}

/** What makes a sender ours. */
export interface Ours {
  /** `runtime.id` */
  id: string;
  /** `runtime.getURL('')`: where our own pages lie. */
  base: string;
  /** Match patterns of the host apps' pages that our content scripts run in. */
  hostPages: readonly string[];
}

/** Who asks: one of our own pages, or our content script in the top frame of a host app's page. */
export type Asker = { from: 'own-page' } | { from: 'content'; app: 'okta' | 'spekit'; tabId: number; frameId: number; url: URL };

/** Null: nobody who may ask anything (another extension, a frame inside a page, a page that is none of the host apps'). */
export function whoAsks(sender: MessageSender, ours: Ours): Asker | null {
  if (sender.id !== ours.id || sender.url === undefined) return null;
  if (sender.url.startsWith(ours.base)) return isOrigin(sender.origin, ours.base) ? { from: 'own-page' } : null;
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0 || !URL.canParse(sender.url)) return null;
  const url = new URL(sender.url);
  if (!isOrigin(sender.origin, url.origin)) return null;
  const pattern = ours.hostPages.find((page) => new MatchPattern(page).includes(url.href));
  if (pattern === undefined) return null;
  // A page's own routing is not seen in `sender.url`, but in the tab's.
  const shown = sender.tab?.url !== undefined && URL.canParse(sender.tab.url) ? new URL(sender.tab.url) : url;
  return {
    from: 'content',
    app: pattern.includes('://app.spekit.') ? 'spekit' : 'okta',
    tabId,
    frameId: 0,
    url: shown.origin === url.origin ? shown : url,
  };
}

/** Content scripts may ask what `fromContent` lists, our own pages everything. */
export function mayAsk(asker: Asker, name: MessageName): boolean {
  return asker.from === 'own-page' || fromContent.some((allowed) => allowed === name);
}

/** Older browsers do not say the origin; then the address has to do. Ours is told without the slash at its end. */
function isOrigin(origin: string | undefined, expected: string): boolean {
  return origin === undefined || origin === expected.replace(/\/$/, '');
}
