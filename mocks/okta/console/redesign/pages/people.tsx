import { useState } from 'react';
import { fullName } from '../../../state.ts';
import { findPeople, type PersonStatus, personStatuses } from '../../data/people.ts';
import { paths } from '../../data/routes.ts';
import { Link } from '../navigation.tsx';
import { useView } from '../org.ts';
import { SearchField } from '../widgets/field.tsx';
import { Filters } from '../widgets/filters.tsx';
import { Heading } from '../widgets/heading.tsx';
import styles from './pages.module.css';

/** Directory > People, as a list of cards. */
export function People() {
  const view = useView();
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<PersonStatus>('Everyone');
  const found = findPeople(view, search, status);
  return (
    <>
      <Heading title="People" />
      <div className={styles['bar']}>
        <SearchField label="Search people" value={search} change={setSearch} />
        <Filters label="Status" options={personStatuses} value={status} choose={setStatus} />
      </div>
      {found.length === 0 && <p>No people found</p>}
      <ul className={styles['cards']} aria-label="People">
        {found.map((person) => (
          <li key={person.id} className={styles['card']}>
            <span className={styles['initials']} aria-hidden="true">
              {person.firstName.slice(0, 1)}
              {person.lastName.slice(0, 1)}
            </span>
            <div className={styles['cardText']}>
              <Link href={paths.person(person.id)}>{fullName(person)}</Link>
              <div className={styles['quiet']}>{person.email}</div>
            </div>
            <span className={person.status === 'Active' ? styles['good'] : styles['off']}>{person.status}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
