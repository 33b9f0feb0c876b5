import { setConnection, syncNow } from '../data/acts.ts';
import { connectionWords, lastSyncWords } from '../data/connection.ts';
import { useLive } from '../data/live.ts';
import { countOf } from '../data/people.ts';
import { topics } from '../data/topics.ts';
import styles from './parts.module.css';
import { Go } from './parts.tsx';

/** Home, Topics, the gear's page and what hangs on it. */
export function Home() {
  const { users, teams } = useLive((live) => live);
  return (
    <div className={styles['card']}>
      <h4 className={styles['heading']}>Welcome back</h4>
      <p>
        {countOf(users.length, 'user')} in {countOf(teams.length, 'team')}. Find <Go to="teams">Teams &amp; Users</Go> behind the gear.
      </p>
    </div>
  );
}

export function Topics() {
  return (
    <>
      <h4 className={styles['heading']}>Topics</h4>
      {topics.map(({ name, speks, text }) => (
        <div key={name} className={styles['card']}>
          <strong>{name}</strong>
          <div className={styles['small']}>
            {text} · {countOf(speks, 'Spek')}
          </div>
        </div>
      ))}
    </>
  );
}

export function Gear() {
  return (
    <>
      <div className={styles['bar']}>
        <h4 className={styles['heading']}>Settings</h4>
      </div>
      <div className={`${styles['card']} ${styles['line']}`}>
        <strong className={styles['push']}>Teams &amp; Users</strong>
        <Go to="teams" look={styles['blue']}>
          Manage
        </Go>
      </div>
      <div className={`${styles['card']} ${styles['line']}`}>
        <strong className={styles['push']}>Connect</strong>
        <Go to="connect" look={styles['blue']}>
          Manage
        </Go>
      </div>
    </>
  );
}

export function Connect() {
  const status = useLive((live) => live.status);
  if (status === null) return <p className={styles['card']}>Loading…</p>;
  const connected = status.account.connection === 'connected';
  return (
    <div className={styles['card']}>
      <h4 className={styles['heading']}>Connect</h4>
      <p>{connectionWords[status.account.connection]}</p>
      <p className={styles['small']}>{lastSyncWords(status)}</p>
      <div className={styles['buttons']}>
        <button type="button" className={styles['plain']} onClick={() => void syncNow()}>
          Sync now
        </button>
        <button type="button" className={styles['blue']} onClick={() => void setConnection(connected ? 'not-connected' : 'connected')}>
          {connected ? 'Disconnect' : 'Connect with SSO/SCIM'}
        </button>
      </div>
    </div>
  );
}
