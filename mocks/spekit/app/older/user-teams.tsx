import { useState } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { addToTeam, changeRole, removeFromTeam } from '../data/acts.ts';
import { useLive } from '../data/live.ts';
import { fromIdp } from '../data/people.ts';
import { TeamDrop } from './add-to-team.tsx';
import styles from './parts.module.css';
import { FromIdp, Sure } from './parts.tsx';
import { RoleChoice } from './role-choice.tsx';

/** The teams of one user, on the page itself: *Edit teams* turns roles and *Remove User* on. */
export function UserTeams({ user }: { user: UserFacts }) {
  const teams = useLive((live) => live.teams);
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState('');
  const others = teams.filter(({ id }) => !user.teams.some((team) => team.id === id));
  return (
    <div className={styles['card']}>
      <div className={styles['bar']}>
        <strong className={styles['push']}>{editing ? 'Edit teams and assigned roles' : 'Teams'}</strong>
        <button type="button" className={styles['text']} onClick={() => setEditing(!editing)}>
          {editing ? 'Done' : 'Edit teams'}
        </button>
      </div>
      {user.teams.map((team) => (
        <div key={team.id} className={styles['line']}>
          <span>{team.name}</span>
          {fromIdp(team) && <FromIdp />}
          <span className={styles['push']} />
          {editing ? (
            <RoleChoice label={`Role in ${team.name}`} role={team.role} onChange={(role) => void changeRole(user, role)} />
          ) : (
            <span className={styles['small']}>{team.role}</span>
          )}
          {editing && removing !== team.id && (
            <button type="button" className={styles['text']} onClick={() => setRemoving(team.id)}>
              Remove User
            </button>
          )}
          {editing && removing === team.id && (
            <Sure onYes={() => void removeFromTeam(team, user).then(() => setRemoving(''))} onNo={() => setRemoving('')} />
          )}
        </div>
      ))}
      {user.teams.length === 0 && <p className={styles['small']}>In no team yet</p>}
      {editing && (
        <>
          <p className={styles['small']}>Add to team</p>
          <TeamDrop
            teams={others}
            chosen=""
            onChoose={(id) => {
              const team = others.find((one) => one.id === id);
              if (team !== undefined) void addToTeam(team, [user], 'Viewer');
            }}
          />
        </>
      )}
    </div>
  );
}
