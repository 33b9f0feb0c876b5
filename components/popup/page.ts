import { useEffect, useState } from 'react';
import browser from 'webextension-polyfill';
import { useStore } from 'zustand';
import { type Pages, pages } from '../../stores/pages.ts';

export type ReportedPage = Pages[string];

/** What our content script says of the page that the admin looks at; null where it is none of ours.
 *  Opened as a tab of its own, the popup speaks of the page that reported last. */
export function useCurrentPage(): ReportedPage | null {
  const reported = useStore(pages.store, (state) => state.value);
  const [tab, setTab] = useState<string | 'own' | null>(null);
  useEffect(() => {
    let over = false;
    void findTab().then((found) => over || setTab(found));
    return () => {
      over = true;
    };
  }, []);
  if (tab === null) return null;
  return (tab === 'own' ? newest(reported) : reported[tab]) ?? null;
}

/** The tab of a host app that is open before the admin; where the popup is a tab of its own, the one that was used last. */
export async function tabToTeach(): Promise<number | null> {
  const found = await findTab();
  if (found !== 'own') return found === null ? null : Number(found);
  const { host_permissions: patterns } = browser.runtime.getManifest();
  const url = Array.isArray(patterns) ? patterns.filter((pattern) => pattern.startsWith('https://')) : [];
  const tabs = await browser.tabs.query({ url });
  return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id ?? null;
}

async function findTab(): Promise<string | 'own' | null> {
  if ((await browser.tabs.getCurrent()) !== undefined) return 'own';
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id === undefined ? null : String(active.id);
}

function newest(reported: Pages): ReportedPage | undefined {
  return Object.values(reported).sort((a, b) => b.at - a.at)[0];
}
