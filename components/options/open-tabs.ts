import { useEffect, useState } from 'react';
import browser from 'webextension-polyfill';

export interface OpenTabs {
  /** The host of an open admin console of Okta's, e.g. `acme-admin.okta.com`. */
  oktaHost: string | null;
  spekit: boolean;
}

/** Which of the host apps' pages are open in this browser, as it says live. */
export function useOpenTabs(): OpenTabs {
  const [open, setOpen] = useState<OpenTabs>({ oktaHost: null, spekit: false });
  useEffect(() => {
    let over = false;
    const look = () => void openTabs().then((found) => over || setOpen(found));
    look();
    browser.tabs.onUpdated.addListener(look);
    browser.tabs.onRemoved.addListener(look);
    return () => {
      over = true;
      browser.tabs.onUpdated.removeListener(look);
      browser.tabs.onRemoved.removeListener(look);
    };
  }, []);
  return open;
}

async function openTabs(): Promise<OpenTabs> {
  const { host_permissions: patterns } = browser.runtime.getManifest();
  const url = Array.isArray(patterns) ? patterns.filter((pattern) => pattern.startsWith('https://')) : [];
  const tabs = await browser.tabs.query({ url }).catch(() => []);
  const hosts = tabs.flatMap((tab) => URL.parse(tab.url ?? '')?.host ?? []);
  return { oktaHost: hosts.find((host) => /-admin\./.test(host)) ?? null, spekit: hosts.some((host) => host.startsWith('app.spekit.')) };
}
