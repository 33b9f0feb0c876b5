import { deleteUser } from '../data/acts.ts';
import { resendInvite, useLastSent } from '../data/invitations.ts';
import { useLive } from '../data/live.ts';
import { fromIdp, statusOf } from '../data/people.ts';
import { Crumbs } from './frame.tsx';
import styles from './parts.module.css';
import { FromIdp, Glyph } from './parts.tsx';

export function Invitations() {
  const { users, ready } = useLive((live) => live);
  const lastSent = useLastSent();
  const pending = users.filter((user) => statusOf(user) === 'Pending');
  return (
    <>
      <Crumbs page="pending" />
      <div className={styles['bar']}>
        <h4 className={styles['heading']}>Manage pending invitations</h4>
      </div>
      {pending.length === 0 && <p className={styles['card']}>{ready ? 'Everybody has logged in.' : 'Loading…'}</p>}
      <ul className={styles['list']}>
        {pending.map((user) => (
          <li key={user.id} className={`${styles['card']} ${styles['line']}`}>
            <strong>{user.displayName}</strong>
            {fromIdp(user) && <FromIdp />}
            <span className={`${styles['small']} ${styles['push']}`}>
              {user.email ?? user.userName}
              {lastSent[user.id] !== undefined && ` · last sent ${new Date(lastSent[user.id] ?? '').toLocaleDateString('en')}`}
            </span>
            <button type="button" className={styles['text']} onClick={() => resendInvite(user)}>
              Resend invite
            </button>
            <button type="button" className={styles['glyph']} aria-label="Delete user" onClick={() => void deleteUser(user)}>
              <Glyph name="trash" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
