import type { ReactNode } from 'react';
import { navigate, type PlainPage, pathOf, type Route } from '../data/routes.ts';
import styles from './parts.module.css';

/** A link of the app; it goes there without loading the page. */
export function Go({ to, look, children }: { to: PlainPage | Route; look?: string | undefined; children: ReactNode }) {
  const route: Route = typeof to === 'string' ? { page: to } : to;
  return (
    <a
      className={look}
      href={pathOf(route, 'older')}
      onClick={(event) => {
        event.preventDefault();
        navigate(route, 'older');
      }}
    >
      {children}
    </a>
  );
}

const shapes = {
  gear: 'M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 1v3M10 16v3M1 10h3M16 10h3M3.6 3.6l2.2 2.2M14.2 14.2l2.2 2.2M3.6 16.4l2.2-2.2M14.2 5.8l2.2-2.2',
  pencil: 'M3 17l1-4 9-9 3 3-9 9zM11 6l3 3',
  trash: 'M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11M9 9v5M11 9v5',
} as const;

/** A picture without words: its button has the name. */
export function Glyph({ name }: { name: keyof typeof shapes }) {
  return (
    <svg viewBox="0 0 20 20" width="19" height="19" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}

const cloud =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"%3E%3Cpath fill="%231561bb" d="M6 16a4 4 0 0 1-.6-8A5 5 0 0 1 15 7.6 4.2 4.2 0 0 1 14.5 16z"/%3E%3C/svg%3E';

/** The picture beside what comes from the identity provider. */
export function FromIdp() {
  return <img src={cloud} alt="IdP" width="16" height="16" />;
}

/** "Are you sure?" ✓ ✕, in the line itself. */
export function Sure({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  return (
    <span className={styles['line']}>
      Are you sure?
      <button type="button" className={styles['plain']} title="Yes" onClick={onYes}>
        ✓
      </button>
      <button type="button" className={styles['plain']} title="No" onClick={onNo}>
        ✕
      </button>
    </span>
  );
}

/** A box over the page. It holds no focus and has no role. */
export function Box({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles['veil']}>
      <div className={styles['box']}>
        <h5>{title}</h5>
        {children}
      </div>
    </div>
  );
}
