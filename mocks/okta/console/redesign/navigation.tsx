import { type ComponentProps, type MouseEvent, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Goes to another page, or to another tab of this one, without loading a document. */
export function navigate(href: string): void {
  history.pushState(null, '', href);
  tell();
}

/** Path and hash of the address, over `pushState` and *Back* alike. */
export function useAddress(): { pathname: string; hash: string } {
  useSyncExternalStore(subscribe, () => location.href);
  return { pathname: location.pathname, hash: location.hash };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

/** An anchor that navigates within the app; with a modifier key it is the browser's. */
export function Link({ href, ...rest }: ComponentProps<'a'> & { href: string }) {
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(href);
  };
  return <a {...rest} href={href} onClick={go} />;
}
