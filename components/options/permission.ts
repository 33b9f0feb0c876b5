import { useEffect, useState } from 'react';
import browser from 'webextension-polyfill';

export interface Permission {
  /** Asks the browser for what is missing. Must be the first thing that a click does: browsers take a request only while they still see the
   *  click behind it. Resolves to the origins that are still missing. */
  request(origins: readonly string[]): Promise<string[]>;
  /** The origins that the manifest names: Okta's consoles, Spekit, this computer. Firefox lets a user take them away. */
  installed: readonly string[];
}

/** What the browser lets Sourcemark reach. Known beforehand, so that a click need not wait before it asks. */
export function usePermission(companionUrl: string): Permission {
  const [installed] = useState(() => browser.runtime.getManifest().host_permissions ?? []);
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set());
  const companion = originPattern(companionUrl);
  useEffect(() => {
    let over = false;
    const look = async () => {
      const wanted = companion === null ? installed : [...installed, companion];
      const missing = await stillMissing(wanted);
      if (!over) setGranted(new Set(wanted.filter((origin) => !missing.includes(origin))));
    };
    const again = () => void look();
    again();
    browser.permissions.onAdded.addListener(again);
    browser.permissions.onRemoved.addListener(again);
    return () => {
      over = true;
      browser.permissions.onAdded.removeListener(again);
      browser.permissions.onRemoved.removeListener(again);
    };
  }, [companion, installed]);

  return {
    installed,
    async request(origins) {
      const missing = origins.filter((origin) => !granted.has(origin));
      if (missing.length === 0) return [];
      await browser.permissions.request({ origins: missing }).catch(() => false);
      return stillMissing(missing);
    },
  };
}

async function stillMissing(origins: readonly string[]): Promise<string[]> {
  const has = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] }).catch(() => false)));
  return origins.filter((_, index) => !has[index]);
}

/** The match pattern of an address. Without a port: patterns with one are not known to every browser. Null for what is no web address. */
export function originPattern(address: string): string | null {
  const url = URL.parse(address);
  return url === null || !/^https?:$/.test(url.protocol) ? null : `${url.protocol}//${url.hostname}/*`;
}
