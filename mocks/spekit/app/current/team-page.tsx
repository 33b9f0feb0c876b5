import { useState } from 'react';
import type { TeamFacts, UserFacts } from '../../../../contract/subjects.ts';
import { changeRole } from '../data/acts.ts';
import { useLive } from '../data/live.ts';
import { accessWords, countOf, fromIdp, membersOf } from '../data/people.ts';
import { RoleSelect } from './add-to-team.tsx';
import { AddUsers } from './add-users.tsx';
import controls from './controls.module.css';
import { Avatar, Button, Field, PageLink } from './controls.tsx';
import { RemoveUser } from './edit-teams.tsx';
import { IdpIcon } from './icons.tsx';
import styles from './page.module.css';

/** Manage Users of one team: its members, adding and removing, and the role of the member that is selected. */
export function TeamPage({ id }: { id: string }) {
  const team = useLive((live) => live.teams.find((one) => one.id === id));
  const { users, ready } = useLive((live) => live);
  const [selected, setSelected] = useState('');
  const [adding, setAdding] = useState(false);
  if (team === undefined) return <p className={styles['empty']}>{ready ? 'This team is no longer here.' : 'Loading team…'}</p>;
  const members = membersOf(users, team.id);
  const member = members.find((one) => one.id === selected);
  return (
    <div className={styles['stack']}>
      <div>
        <PageLink to="teams" className={styles['back']}>
          ← Manage Teams
        </PageLink>
        <div className={styles['person']}>
          <h1>{team.name}</h1>
          {fromIdp(team) && <IdpIcon of="team" />}
        </div>
        <p className={styles['muted']}>
          {team.description || 'No description'} · {accessWords(team)}
        </p>
      </div>
      <section className={styles['card']} aria-labelledby="members">
        <div className={styles['headline']}>
          <h2 id="members">Manage Users · {countOf(members.length, 'member')}</h2>
          {member !== undefined && (
            <Field label={`Role of ${member.displayName}`}>
              {(id) => <RoleSelect id={id} role={member.role} onChange={(role) => void changeRole(member, role)} />}
            </Field>
          )}
          <Button look="primary" onClick={() => setAdding(true)}>
            Add users
          </Button>
        </div>
        {members.length === 0 ? (
          <p className={styles['empty']}>Nobody is in this team yet.</p>
        ) : (
          <Members team={team} members={members} selected={selected} onSelect={setSelected} />
        )}
      </section>
      {adding && <AddUsers team={team} onClose={() => setAdding(false)} />}
    </div>
  );
}

interface MembersProps {
  team: TeamFacts;
  members: readonly UserFacts[];
  selected: string;
  onSelect: (id: string) => void;
}

function Members({ team, members, selected, onSelect }: MembersProps) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th className={styles['narrow']}>
            <span className={controls['visuallyHidden']}>Select</span>
          </th>
          <th scope="col">Name</th>
          <th scope="col">Email</th>
          <th scope="col">Role</th>
          <th>
            <span className={controls['visuallyHidden']}>Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((user) => (
          <tr key={user.id}>
            <td>
              <input
                type="radio"
                name="member"
                className={controls['box']}
                aria-label={`Select ${user.displayName}`}
                checked={user.id === selected}
                onChange={() => onSelect(user.id)}
              />
            </td>
            <td>
              <div className={styles['person']}>
                <Avatar user={user} />
                <PageLink to={{ page: 'user', id: user.id }} className={styles['name']}>
                  {user.displayName}
                </PageLink>
                {fromIdp(user) && <IdpIcon of="user" />}
              </div>
            </td>
            <td>{user.email ?? user.userName}</td>
            <td>{user.role}</td>
            <td>
              <RemoveUser team={team} user={user} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
