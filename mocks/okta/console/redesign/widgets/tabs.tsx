import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { tabOf } from '../../data/routes.ts';
import { navigate, useAddress } from '../navigation.tsx';
import { Box } from './box.tsx';
import styles from './tabs.module.css';

interface Tab {
  /** The hash. */
  id: string;
  label: string;
  render: (rest: string) => ReactNode;
}

/** Milliseconds that a tab says "Loading…", as its own data are fetched. */
const loading = 100;

/** Tabs whose choice stands in the hash, put there with `pushState`. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { hash } = useAddress();
  const { tab, rest } = tabOf(hash);
  const chosen = tabs.find((one) => one.id === tab) ?? tabs[0];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || chosen === undefined) return;
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    navigate(`#${next.id}`);
    document.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <>
      <Box role="tablist" aria-label={label} className={styles['strip']} onKeyDown={onKeyDown}>
        {tabs.map((one) => (
          <button
            key={one.id}
            type="button"
            role="tab"
            data-tab={one.id}
            aria-selected={one === chosen}
            tabIndex={one === chosen ? 0 : -1}
            className={one === chosen ? styles['selected'] : styles['tab']}
            onClick={() => navigate(`#${one.id}`)}
          >
            {one.label}
          </button>
        ))}
      </Box>
      <Box role="tabpanel" aria-label={chosen?.label} className={styles['panel']}>
        <Loaded key={chosen?.id}>{chosen?.render(rest)}</Loaded>
      </Box>
    </>
  );
}

function Loaded({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), loading);
    return () => clearTimeout(timer);
  }, []);
  return ready ? children : <p role="status">Loading…</p>;
}
