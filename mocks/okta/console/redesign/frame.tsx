import { type ReactNode, useState } from 'react';
import type { ConsoleView } from '../../state.ts';
import { fullName } from '../../state.ts';
import { findGroups, findPeople } from '../data/people.ts';
import { paths, sections } from '../data/routes.ts';
import styles from './frame.module.css';
import { Link, navigate, useAddress } from './navigation.tsx';
import { Combobox, type Suggestion } from './widgets/combobox.tsx';

/** What stands around every page. */
export function Frame({ view, children }: { view: ConsoleView | null; children: ReactNode }) {
  return (
    <div className={styles['shell']}>
      <aside className={styles['side']}>
        <Link className={styles['brand']} href={paths.dashboard} aria-label="Okta Admin Dashboard">
          okta
        </Link>
        <SideNav />
      </aside>
      <div className={styles['column']}>
        <header className={styles['top']}>
          <GlobalSearch view={view} />
          <div className={styles['who']}>
            <span className={styles['avatar']} aria-hidden="true">
              RH
            </span>
            <div>
              <div>Robert Hale</div>
              <div className={styles['org']}>acme</div>
            </div>
          </div>
        </header>
        <main className={styles['main']}>{children}</main>
      </div>
    </div>
  );
}

function SideNav() {
  const { pathname } = useAddress();
  const [closed, setClosed] = useState<readonly string[]>([]);
  const toggle = (id: string): void => setClosed(closed.includes(id) ? closed.filter((one) => one !== id) : [...closed, id]);
  return (
    <nav aria-label="Admin">
      {sections.map(({ id, label, pages }) => (
        <div key={id} className={styles['section']}>
          <button type="button" className={styles['sectionName']} aria-expanded={!closed.includes(id)} onClick={() => toggle(id)}>
            {label}
          </button>
          {!closed.includes(id) &&
            pages.map((page) => (
              <Link
                key={page.href}
                href={page.href}
                className={pathname.startsWith(page.href) ? styles['current'] : styles['page']}
                aria-current={pathname === page.href ? 'page' : undefined}
              >
                {page.label}
              </Link>
            ))}
        </div>
      ))}
    </nav>
  );
}

function GlobalSearch({ view }: { view: ConsoleView | null }) {
  const [text, setText] = useState('');
  const go = (href: string) => () => {
    setText('');
    navigate(href);
  };
  const found: Suggestion[] =
    view === null || text.trim() === ''
      ? []
      : [
          ...findPeople(view, text, 'Everyone').map((one) => ({
            key: one.id,
            label: fullName(one),
            note: one.email,
            choose: go(paths.person(one.id)),
          })),
          ...findGroups(view, text).map((one) => ({ key: one.id, label: one.name, note: 'Group', choose: go(paths.group(one.id)) })),
        ];
  return <Combobox label="Search people, apps and groups" value={text} change={setText} suggestions={found} />;
}
