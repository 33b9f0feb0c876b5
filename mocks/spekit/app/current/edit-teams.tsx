import { useState } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { addToTeam, changeRole, removeFromTeam } from '../data/acts.ts';
import { useLive } from '../data/live.ts';
import { fromIdp } from '../data/people.ts';
import { RoleSelect } from './add-to-team.tsx';
import controls from './controls.module.css';
import { Button } from './controls.tsx';
import dialog from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { Icon, IdpIcon } from './icons.tsx';
import styles from './page.module.css';
import { TeamPicker } from './team-picker.tsx';

/** The teams of one user: role, *Remove User* with its own confirmation, and one more team. */
export function EditTeams({ user, onClose }: { user: UserFacts; onClose: () => void }) {
  const teams = useLive((live) => live.teams);
  const [teamId, setTeamId] = useState('');
  const others = teams.filter(({ id }) => !user.teams.some((team) => team.id === id));
  const team = others.find(({ id }) => id === teamId);
  return (
    <Dialog title="Edit teams and assigned roles" size="large" onClose={onClose}>
      <div className={dialog['body']}>
        <ul className={`${styles['rows']} ${styles['flush']}`} aria-label={`Teams of ${user.displayName}`}>
          {user.teams.map((one) => (
            <li key={one.id}>
              <span>
                {one.name} {fromIdp(one) && <IdpIcon of="team" />}
              </span>
              <span className={controls['field']}>
                <RoleSelect label={`Role in ${one.name}`} role={one.role} onChange={(role) => void changeRole(user, role)} />
              </span>
              <RemoveUser team={one} user={user} />
            </li>
          ))}
        </ul>
        <TeamPicker label="Add to team" teams={others} chosen={teamId} onChoose={setTeamId} idpDisabled />
      </div>
      <div className={dialog['foot']}>
        <Button disabled={team === undefined} onClick={() => team !== undefined && void addToTeam(team, [user], 'Viewer')}>
          Add to team
        </Button>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}

/** Asks in place: *Remove User* becomes "Are you sure?" ✓ ✕. */
export function RemoveUser({ team, user }: { team: { id: string; name: string }; user: UserFacts }) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button look="quiet" onClick={() => setAsking(true)}>
        Remove User
      </Button>
    );
  }
  return (
    <span className={`${styles['person']} ${styles['nowrap']}`}>
      Are you sure?
      <Button look="icon" aria-label="Yes" onClick={() => void removeFromTeam(team, user).then(() => setAsking(false))}>
        <Icon name="tick" />
      </Button>
      <Button look="icon" aria-label="No" onClick={() => setAsking(false)}>
        <Icon name="close" />
      </Button>
    </span>
  );
}
