import { type FormEvent, useState } from 'react';
import type { TeamFacts, UserFacts } from '../../../../contract/subjects.ts';
import type { Role } from '../../../../ownership/actions.ts';
import { addToTeam } from '../data/acts.ts';
import { useLive } from '../data/live.ts';
import { countOf, fromIdp } from '../data/people.ts';
import styles from './parts.module.css';
import { Box, FromIdp } from './parts.tsx';
import { RoleChoice } from './role-choice.tsx';
import { Buttons } from './team-forms.tsx';

export function AddToTeam({ users, onDone, onClose }: { users: readonly UserFacts[]; onDone: () => void; onClose: () => void }) {
  const teams = useLive((live) => live.teams);
  const [teamId, setTeamId] = useState('');
  const [role, setRole] = useState<Role>('Viewer');
  const team = teams.find(({ id }) => id === teamId);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (team === undefined || !(await addToTeam(team, users, role))) return;
    onDone();
    onClose();
  };
  return (
    <Box title="Select a team and role in this team">
      <form onSubmit={(event) => void add(event)}>
        <TeamDrop teams={teams} chosen={teamId} onChoose={setTeamId} />
        <RoleChoice label="Role" role={role} onChange={setRole} />
        <Buttons submit={`Add ${countOf(users.length, 'user')}`} ready={team !== undefined} onClose={onClose} />
      </form>
    </Box>
  );
}

/** Teams to choose from; the IdP's are disabled and have their picture. */
export function TeamDrop({ teams, chosen, onChoose }: { teams: readonly TeamFacts[]; chosen: string; onChoose: (id: string) => void }) {
  return (
    <div className={styles['drop']}>
      {teams.map((team) => (
        <button
          key={team.id}
          type="button"
          className={`${styles['entry']} ${team.id === chosen ? styles['entryHere'] : ''}`}
          disabled={fromIdp(team)}
          onClick={() => onChoose(team.id)}
        >
          {team.name} {fromIdp(team) && <FromIdp />}
        </button>
      ))}
    </div>
  );
}
