import { useState } from 'react';
import { paths } from '../../data/routes.ts';
import { Link } from '../navigation.tsx';
import { useView } from '../org.ts';
import { SearchField } from '../widgets/field.tsx';
import { Filters } from '../widgets/filters.tsx';
import { Heading } from '../widgets/heading.tsx';
import styles from './pages.module.css';

const statuses = ['Active', 'Inactive'] as const;

/** Applications > Applications. */
export function Apps() {
  const view = useView();
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<(typeof statuses)[number]>('Active');
  const found = view.apps.filter((app) => app.status === status && app.label.toLowerCase().includes(search.toLowerCase()));
  return (
    <>
      <Heading title="Applications" />
      <div className={styles['bar']}>
        <SearchField label="Search applications" value={search} change={setSearch} />
        <Filters label="Status" options={statuses} value={status} choose={setStatus} />
      </div>
      {found.length === 0 && <p>No applications found</p>}
      <ul className={styles['cards']} aria-label="Applications">
        {found.map((app) => (
          <li key={app.id} className={styles['card']}>
            <span className={styles['logo']} aria-hidden="true">
              {app.label.slice(0, 1)}
            </span>
            <div className={styles['cardText']}>
              <Link href={paths.app(app)}>{app.label}</Link>
              <div className={styles['quiet']}>
                {app.assignments.length} people, {app.mappings.length} pushed groups
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
