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

async function findTab(): Promise<string | 'own' | null> {
  if ((await browser.tabs.getCurrent()) !== undefined) return 'own';
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id === undefined ? null : String(active.id);
}

function newest(reported: Pages): ReportedPage | undefined {
  return Object.values(reported).sort((a, b) => b.at - a.at)[0];
}
