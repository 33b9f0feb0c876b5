import { type FormEvent, useState } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { deactivateUser, deleteUser, editUser, reactivateUser } from '../data/acts.ts';
import { useLive } from '../data/live.ts';
import { fromIdp, namesOf } from '../data/people.ts';
import { navigate } from '../data/routes.ts';
import { Button, Field, PageLink, StatusPill } from './controls.tsx';
import { AreYouSure } from './dialog.tsx';
import { EditTeams } from './edit-teams.tsx';
import { IdpIcon } from './icons.tsx';
import styles from './page.module.css';

export function UserPage({ id }: { id: string }) {
  const user = useLive((live) => live.users.find((one) => one.id === id));
  const ready = useLive((live) => live.ready);
  const [open, setOpen] = useState<'teams' | 'delete' | null>(null);
  if (user === undefined) return <p className={styles['empty']}>{ready ? 'This user is no longer here.' : 'Loading user…'}</p>;
  const remove = async (): Promise<boolean> => {
    const done = await deleteUser(user);
    if (done) navigate({ page: 'users' }, 'current');
    return done;
  };
  return (
    <div className={styles['stack']}>
      <div>
        <PageLink to="users" className={styles['back']}>
          ← Manage Users
        </PageLink>
        <div className={styles['person']}>
          <h1>{user.displayName}</h1>
          {fromIdp(user) && <IdpIcon of="user" />}
          <StatusPill user={user} />
        </div>
      </div>
      <Profile key={user.id} user={user} />
      <section className={styles['card']} aria-labelledby="teams-of-user">
        <div className={styles['headline']}>
          <h2 id="teams-of-user">Teams</h2>
          <Button onClick={() => setOpen('teams')}>Edit teams</Button>
        </div>
        <ul className={styles['rows']}>
          {user.teams.map((team) => (
            <li key={team.id}>
              <span>
                {team.name} {fromIdp(team) && <IdpIcon of="team" />}
              </span>
              <span className={styles['muted']}>{team.role}</span>
            </li>
          ))}
          {user.teams.length === 0 && <li className={styles['muted']}>In no team yet</li>}
        </ul>
      </section>
      <div className={styles['bar']}>
        {user.active ? (
          <Button disabled={fromIdp(user)} onClick={() => void deactivateUser(user)}>
            Deactivate user
          </Button>
        ) : (
          <Button onClick={() => void reactivateUser(user)}>Reactivate user</Button>
        )}
        <Button look="danger" onClick={() => setOpen('delete')}>
          Delete user
        </Button>
      </div>
      {open === 'teams' && <EditTeams user={user} onClose={() => setOpen(null)} />}
      {open === 'delete' && <AreYouSure what={`${user.displayName} will be deleted.`} onYes={remove} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** The fields show what was typed, and what the API says where nothing was. */
function Profile({ user }: { user: UserFacts }) {
  const [typed, setTyped] = useState<{ givenName?: string; familyName?: string; email?: string }>({});
  const person = { ...namesOf(user), email: user.email ?? '', ...typed };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await editUser(user, typed)) setTyped({});
  };
  const set = (field: 'givenName' | 'familyName' | 'email') => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  return (
    <form className={`${styles['card']} ${styles['form']}`} aria-label="Profile" onSubmit={(event) => void save(event)}>
      <Field label="First Name">{(id) => <input id={id} value={person.givenName} onChange={set('givenName')} />}</Field>
      <Field label="Last Name">{(id) => <input id={id} value={person.familyName} onChange={set('familyName')} />}</Field>
      <Field label="Username">{(id) => <input id={id} readOnly value={user.userName} />}</Field>
      <Field label="Email">{(id) => <input id={id} type="email" required value={person.email} onChange={set('email')} />}</Field>
      <div className={styles['wide']}>
        <Button type="submit" look="primary" disabled={Object.keys(typed).length === 0}>
          Save
        </Button>
      </div>
    </form>
  );
}
