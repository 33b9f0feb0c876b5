import { type FormEvent, useState } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { deactivateUser, editUser, type PersonForm, reactivateUser } from '../data/acts.ts';
import { useLive } from '../data/live.ts';
import { fromIdp, namesOf, statusOf } from '../data/people.ts';
import styles from './parts.module.css';
import { FromIdp, Go } from './parts.tsx';
import { UserTeams } from './user-teams.tsx';

const fields = [
  ['givenName', 'First Name'],
  ['familyName', 'Last Name'],
  ['email', 'Email'],
] as const;

export function User({ id }: { id: string }) {
  const user = useLive((live) => live.users.find((one) => one.id === id));
  const ready = useLive((live) => live.ready);
  if (user === undefined) return <p className={styles['card']}>{ready ? 'This user is no longer here.' : 'Loading…'}</p>;
  return (
    <>
      <div className={styles['crumbs']}>
        <Go to="users" look={styles['text']}>
          All Users
        </Go>
      </div>
      <div className={styles['bar']}>
        <h4 className={styles['heading']}>
          {user.displayName} {fromIdp(user) && <FromIdp />}
        </h4>
        <span className={styles['small']}>{statusOf(user)}</span>
        {user.active ? (
          <button type="button" className={styles['plain']} disabled={fromIdp(user)} onClick={() => void deactivateUser(user)}>
            Deactivate
          </button>
        ) : (
          <button type="button" className={styles['plain']} onClick={() => void reactivateUser(user)}>
            Reactivate
          </button>
        )}
      </div>
      <ProfileCard key={user.id} user={user} />
      <UserTeams user={user} />
    </>
  );
}

function ProfileCard({ user }: { user: UserFacts }) {
  const [typed, setTyped] = useState<Partial<PersonForm>>({});
  const person: PersonForm = { ...namesOf(user), email: user.email ?? '', ...typed };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await editUser(user, typed)) setTyped({});
  };
  return (
    <form className={styles['card']} onSubmit={(event) => void save(event)}>
      {fields.map(([field, label]) => (
        <label key={field} className={styles['label']}>
          {label}
          <input
            className={styles['input']}
            value={person[field]}
            onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
          />
        </label>
      ))}
      <p className={styles['label']}>Username: {user.userName}</p>
      <button type="submit" className={styles['blue']} disabled={Object.keys(typed).length === 0}>
        Save
      </button>
    </form>
  );
}
