import type { ReactNode } from 'react';
import { useLive } from '../data/live.ts';
import type { PlainPage, Route } from '../data/routes.ts';
import { dismissToast, useToasts } from '../data/toasts.ts';
import { Button, PageLink } from './controls.tsx';
import { Icon } from './icons.tsx';
import styles from './shell.module.css';

const people: readonly Route['page'][] = ['users', 'user', 'teams', 'team', 'pending'];
const settings: readonly Route['page'][] = [...people, 'settings', 'connect', 'tokens'];

export function Shell({ route, children }: { route: Route; children: ReactNode }) {
  const trouble = useLive((live) => (live.ready ? null : live.trouble));
  return (
    <div className={styles['app']}>
      <nav className={styles['nav']} aria-label="Spekit">
        <div className={styles['brand']}>
          <span aria-hidden="true">S</span>Spekit
        </div>
        <NavLink to="dashboard" icon="home" here={route.page === 'dashboard'} label="Home" />
        <NavLink to="wiki" icon="content" here={route.page === 'wiki'} label="Content" />
        <NavLink to="settings" icon="settings" here={settings.includes(route.page)} label="Settings" />
        <div className={styles['who']}>
          <strong>Acme</strong>Spekit Account Admin
        </div>
      </nav>
      <main className={styles['main']}>
        {trouble !== null && (
          <p role="alert" className={styles['trouble']}>
            {trouble}
          </p>
        )}
        {settings.includes(route.page) && <SettingsSections page={route.page} />}
        {children}
      </main>
      <Toasts />
    </div>
  );
}

function NavLink({ to, icon, here, label }: { to: PlainPage; icon: 'home' | 'content' | 'settings'; here: boolean; label: string }) {
  return (
    <PageLink to={to} current={here} className={styles['navLink']}>
      <Icon name={icon} />
      {label}
    </PageLink>
  );
}

function SettingsSections({ page }: { page: Route['page'] }) {
  return (
    <nav className={styles['sections']} aria-label="Settings">
      <PageLink to="users" current={people.includes(page)} className={styles['section']}>
        Teams &amp; Users
      </PageLink>
      <PageLink to="connect" current={page === 'connect'} className={styles['section']}>
        Connect
      </PageLink>
      <PageLink to="tokens" current={page === 'tokens'} className={styles['section']}>
        API Tokens
      </PageLink>
    </nav>
  );
}

/** What stands above each page of Settings → Teams & Users. */
export function PeopleTabs({ page }: { page: 'users' | 'teams' | 'pending' }) {
  return (
    <>
      <h1 className={styles['title']}>Manage Teams &amp; Users</h1>
      <nav className={styles['tabs']} aria-label="Teams &amp; Users">
        <PageLink to="users" current={page === 'users'} className={styles['tab']}>
          Manage Users
        </PageLink>
        <PageLink to="teams" current={page === 'teams'} className={styles['tab']}>
          Manage Teams
        </PageLink>
        <PageLink to="pending" current={page === 'pending'} className={styles['tab']}>
          Manage pending invitations
        </PageLink>
      </nav>
    </>
  );
}

function Toasts() {
  const toasts = useToasts();
  return (
    <section className={styles['toasts']} aria-label="Notifications">
      {toasts.map(({ id, kind, text }) => (
        <div key={id} role={kind === 'error' ? 'alert' : 'status'} className={styles['toast']}>
          <p>{text}</p>
          <Button look="icon" aria-label="Dismiss" onClick={() => dismissToast(id)}>
            <Icon name="close" size={14} />
          </Button>
        </div>
      ))}
    </section>
  );
}
