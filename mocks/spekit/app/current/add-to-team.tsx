import { useState } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { type Role, roles } from '../../../../ownership/actions.ts';
import { addToTeam } from '../data/acts.ts';
import { useLive } from '../data/live.ts';
import { countOf } from '../data/people.ts';
import { Field } from './controls.tsx';
import { FormDialog } from './dialog.tsx';
import { TeamPicker } from './team-picker.tsx';

export function AddToTeam({ users, onDone, onClose }: { users: readonly UserFacts[]; onDone: () => void; onClose: () => void }) {
  const teams = useLive((live) => live.teams);
  const [teamId, setTeamId] = useState('');
  const [role, setRole] = useState<Role>('Viewer');
  const team = teams.find(({ id }) => id === teamId);
  const add = async (): Promise<boolean> => {
    const done = team !== undefined && (await addToTeam(team, users, role));
    if (done) onDone();
    return done;
  };
  return (
    <FormDialog
      title="Add to team"
      submit={`Add ${countOf(users.length, 'user')}`}
      ready={team !== undefined}
      onSubmit={add}
      onClose={onClose}
    >
      <p>Select a team and role in this team</p>
      <TeamPicker label="Team" teams={teams} chosen={teamId} onChoose={setTeamId} idpDisabled />
      <Field label="Role">{(id) => <RoleSelect id={id} role={role} onChange={setRole} />}</Field>
    </FormDialog>
  );
}

export function RoleSelect({ role, onChange, label, id }: { role: Role; onChange: (role: Role) => void; label?: string; id?: string }) {
  return (
    <select id={id} aria-label={label} value={role} onChange={(event) => onChange(roles.find((one) => one === event.target.value) ?? role)}>
      {roles.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}
