import type { ReactNode } from 'react';
import { useLive } from '../data/live.ts';
import { navigate, type Route } from '../data/routes.ts';
import { dismissToast, useToasts } from '../data/toasts.ts';
import styles from './parts.module.css';
import { Glyph, Go } from './parts.tsx';

/** The bar at the top, with the gear that opens Settings, and the page below. */
export function Frame({ children }: { children: ReactNode }) {
  const trouble = useLive((live) => (live.ready ? null : live.trouble));
  return (
    <>
      <header className={styles['top']}>
        <div className={styles['logo']}>Spekit</div>
        <Go to="dashboard" look={styles['topLink']}>
          Home
        </Go>
        <Go to="wiki" look={styles['topLink']}>
          Topics
        </Go>
        <button type="button" className={styles['gear']} aria-label="Settings" onClick={() => navigate({ page: 'settings' }, 'older')}>
          <Glyph name="gear" />
        </button>
      </header>
      <main className={styles['page']}>
        {trouble !== null && <p className={styles['card']}>{trouble}</p>}
        {children}
      </main>
      <Toasts />
    </>
  );
}

/** What stands above each page of Teams & Users. */
export function Crumbs({ page }: { page: Route['page'] }) {
  const look = (one: Route['page']): string => `${styles['crumb']} ${one === page ? styles['crumbHere'] : ''}`;
  return (
    <div className={styles['crumbs']}>
      <Go to="teams" look={look('teams')}>
        All Teams
      </Go>
      <Go to="users" look={look('users')}>
        All Users
      </Go>
      <Go to="pending" look={look('pending')}>
        Pending invitations
      </Go>
    </div>
  );
}

function Toasts() {
  const toasts = useToasts();
  return (
    <div className={styles['toasts']} aria-live="assertive">
      {toasts.map(({ id, kind, text }) => (
        <div key={id} className={`${styles['toast']} ${kind === 'error' ? styles['toastError'] : ''}`}>
          <span>{text}</span>
          <button type="button" aria-label="Dismiss" className={styles['plain']} onClick={() => dismissToast(id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
