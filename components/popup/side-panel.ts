import { useEffect, useRef } from 'react';
import browser from 'webextension-polyfill';

declare const chrome: { sidePanel?: { open(options: { windowId: number }): Promise<void> } } | undefined;

/** What opens the side panel (Chrome) or the sidebar (Firefox) beside the page, and closes the popup, which would lie over it. Null where the
 *  browser has neither. */
export function useSidePanel(): (() => void) | null {
  const sidebar = browser.sidebarAction;
  const panel = typeof chrome === 'undefined' ? undefined : chrome.sidePanel;
  // Known before the click: the browser opens it only as the click's own answer, with nothing awaited in between.
  const windowId = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (panel)
      void browser.windows.getCurrent().then(({ id }) => {
        windowId.current = id;
      });
  }, [panel]);
  if (!sidebar && !panel) return null;
  return () => {
    const opened = sidebar ? sidebar.open() : panel?.open({ windowId: windowId.current ?? 0 });
    void opened?.then(() => window.close());
  };
}
