import { useLayoutEffect, useRef, useState } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { deactivateUser, deleteUser, reactivateUser } from '../data/acts.ts';
import type { Choice } from '../data/choice.ts';
import { fromIdp, statusOf } from '../data/people.ts';
import styles from './parts.module.css';
import { FromIdp, Glyph, Go, Sure } from './parts.tsx';

/** Pixels, as in `.slot`. */
const rowHeight = 58;

/** A list of which only the rows in sight exist. Its nodes are recycled: the one that leaves at the top shows another user at the bottom. */
export function UserWindow({ users, choice }: { users: readonly UserFacts[]; choice: Choice }) {
  const ref = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 600 });
  const [deleting, setDeleting] = useState('');
  const look = (): void => {
    if (ref.current !== null) setSight({ top: ref.current.scrollTop, height: ref.current.clientHeight });
  };
  useLayoutEffect(look, []);
  const slots = Math.ceil(sight.height / rowHeight) + 2;
  const first = Math.max(0, Math.min(Math.floor(sight.top / rowHeight), users.length - slots));
  const inSight = users
    .slice(first, first + slots)
    .map((user, offset) => ({ user, place: first + offset, slot: (first + offset) % slots }));
  return (
    <section ref={ref} aria-label="Users" className={styles['window']} onScroll={look}>
      <div style={{ height: users.length * rowHeight }} />
      {inSight.map(({ user, place, slot }) => (
        <div key={slot} className={styles['slot']} style={{ top: place * rowHeight }}>
          <input
            type="checkbox"
            aria-label={`Select ${user.displayName}`}
            checked={choice.ids.has(user.id)}
            onChange={() => choice.toggle(user.id)}
          />
          <div>
            <strong>{user.displayName}</strong> {fromIdp(user) && <FromIdp />}
            <div className={styles['small']}>{user.email ?? user.userName}</div>
          </div>
          <div>{statusOf(user)}</div>
          <div className={styles['small']}>
            {user.teams.length === 0 && '–'}
            {user.teams.map((team) => (
              <span key={team.id}>
                {team.name} {fromIdp(team) && <FromIdp />}{' '}
              </span>
            ))}
          </div>
          <div>{user.role}</div>
          <span className={styles['line']}>
            {deleting === user.id ? (
              <Sure onYes={() => void deleteUser(user).then(() => setDeleting(''))} onNo={() => setDeleting('')} />
            ) : (
              <RowButtons user={user} onDelete={() => setDeleting(user.id)} />
            )}
          </span>
        </div>
      ))}
    </section>
  );
}

function RowButtons({ user, onDelete }: { user: UserFacts; onDelete: () => void }) {
  return (
    <>
      <Go to={{ page: 'user', id: user.id }} look={styles['text']}>
        View/Edit
      </Go>
      <button type="button" className={styles['text']} onClick={() => void (user.active ? deactivateUser(user) : reactivateUser(user))}>
        {user.active ? 'Deactivate' : 'Reactivate'}
      </button>
      <button type="button" className={styles['glyph']} aria-label="Delete user" onClick={onDelete}>
        <Glyph name="trash" />
      </button>
    </>
  );
}
