import { useState } from 'react';
import type { TeamFacts } from '../../../../contract/subjects.ts';
import type { Role } from '../../../../ownership/actions.ts';
import { addToTeam } from '../data/acts.ts';
import { useChoice } from '../data/choice.ts';
import { useLive } from '../data/live.ts';
import { anyUser, countOf, filterUsers } from '../data/people.ts';
import { RoleSelect } from './add-to-team.tsx';
import { Check, Field } from './controls.tsx';
import { FormDialog } from './dialog.tsx';
import styles from './team-picker.module.css';
import { Search } from './user-filters.tsx';

/** Adds people who are not in the team yet. */
export function AddUsers({ team, onClose }: { team: TeamFacts; onClose: () => void }) {
  const users = useLive((live) => live.users);
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role>('Viewer');
  const others = users.filter((user) => user.active && !user.teams.some(({ id }) => id === team.id));
  const choice = useChoice(others);
  const chosen = others.filter(({ id }) => choice.ids.has(id));
  return (
    <FormDialog
      title={`Add users to ${team.name}`}
      submit={`Add ${countOf(chosen.length, 'user')}`}
      ready={chosen.length > 0}
      onSubmit={() => addToTeam(team, chosen, role)}
      onClose={onClose}
    >
      <Search label="Search people" text={text} onChange={setText} />
      <fieldset className={styles['list']} aria-label="People">
        {filterUsers(others, { ...anyUser, text }).map((user) => (
          <div key={user.id} className={styles['option']}>
            <Check label={user.displayName} checked={choice.ids.has(user.id)} onChange={() => choice.toggle(user.id)} />
          </div>
        ))}
      </fieldset>
      <Field label="Role">{(id) => <RoleSelect id={id} role={role} onChange={setRole} />}</Field>
    </FormDialog>
  );
}
