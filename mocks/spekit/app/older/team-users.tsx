import { useState } from 'react';
import type { TeamFacts, UserFacts } from '../../../../contract/subjects.ts';
import { addToTeam, changeRole, removeFromTeam } from '../data/acts.ts';
import { useLive } from '../data/live.ts';
import { fromIdp, membersOf } from '../data/people.ts';
import styles from './parts.module.css';
import { Box, FromIdp, Sure } from './parts.tsx';
import { RoleChoice } from './role-choice.tsx';

/** Manage Users of one team, in a box over the list of teams. */
export function TeamUsers({ team, onClose }: { team: TeamFacts; onClose: () => void }) {
  const users = useLive((live) => live.users);
  const [adding, setAdding] = useState('');
  const members = membersOf(users, team.id);
  const others = users.filter((user) => user.active && !members.includes(user));
  const added = others.find(({ id }) => id === adding);
  return (
    <Box title={`Manage Users of ${team.name}`}>
      {members.map((user) => (
        <Member key={user.id} team={team} user={user} />
      ))}
      {members.length === 0 && <p className={styles['small']}>Nobody is in this team yet.</p>}
      <div className={styles['buttons']}>
        <select className={styles['input']} aria-label="User to add" value={adding} onChange={(event) => setAdding(event.target.value)}>
          <option value="">Select a user</option>
          {others.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </select>
        <button
          type="button"
          className={styles['plain']}
          disabled={added === undefined}
          onClick={() => added !== undefined && void addToTeam(team, [added], 'Viewer').then(() => setAdding(''))}
        >
          Add 1 user
        </button>
        <button type="button" className={styles['blue']} onClick={onClose}>
          Done
        </button>
      </div>
    </Box>
  );
}

function Member({ team, user }: { team: TeamFacts; user: UserFacts }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles['line']}>
      <span>{user.displayName}</span>
      {fromIdp(user) && <FromIdp />}
      <span className={styles['push']} />
      <RoleChoice label={`Role of ${user.displayName}`} role={user.role} onChange={(role) => void changeRole(user, role)} />
      {asking ? (
        <Sure onYes={() => void removeFromTeam(team, user).then(() => setAsking(false))} onNo={() => setAsking(false)} />
      ) : (
        <button type="button" className={styles['text']} onClick={() => setAsking(true)}>
          Remove User
        </button>
      )}
    </div>
  );
}
