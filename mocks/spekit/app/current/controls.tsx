import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { initialsOf, statusOf } from '../data/people.ts';
import { navigate, type PlainPage, pathOf, type Route } from '../data/routes.ts';
import styles from './controls.module.css';

type Look = 'primary' | 'danger' | 'quiet' | 'icon';

export function Button({ look, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type="button" {...rest} className={`${styles['button']} ${look === undefined ? '' : styles[look]}`} />;
}

/** A link of the app: it goes there without loading the page, but opens in a new tab as any link does. */
export function PageLink({
  to,
  current,
  className,
  children,
}: {
  to: PlainPage | Route;
  current?: boolean;
  className?: string | undefined;
  children: ReactNode;
}) {
  const route: Route = typeof to === 'string' ? { page: to } : to;
  return (
    <a
      className={className}
      href={pathOf(route, 'current')}
      aria-current={current === true ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        navigate(route, 'current');
      }}
    >
      {children}
    </a>
  );
}

/** A label above the control that takes its id. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

export function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className={styles['check']}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

export function StatusPill({ user }: { user: UserFacts }) {
  const status = statusOf(user);
  return <span className={`${styles['pill']} ${styles[status]}`}>{status}</span>;
}

export function Avatar({ user }: { user: UserFacts }) {
  return (
    <span className={styles['avatar']} aria-hidden="true">
      {initialsOf(user)}
    </span>
  );
}
