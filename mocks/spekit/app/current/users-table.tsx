import { memo } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { deactivateUser, reactivateUser } from '../data/acts.ts';
import type { Choice } from '../data/choice.ts';
import { fromIdp } from '../data/people.ts';
import { navigate } from '../data/routes.ts';
import controls from './controls.module.css';
import { Avatar, PageLink, StatusPill } from './controls.tsx';
import { Icon, IdpIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import styles from './page.module.css';

interface UsersTableProps {
  users: readonly UserFacts[];
  ready: boolean;
  choice: Choice;
  onDelete: (user: UserFacts) => void;
}

export function UsersTable({ users, ready, choice, onDelete }: UsersTableProps) {
  const all = users.length > 0 && users.every(({ id }) => choice.ids.has(id));
  if (users.length === 0) return <p className={`${styles['card']} ${styles['empty']}`}>{ready ? 'No users found.' : 'Loading users…'}</p>;
  return (
    <div className={styles['card']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th className={styles['narrow']}>
              <input
                type="checkbox"
                className={controls['box']}
                aria-label="Select all users"
                checked={all}
                onChange={() => choice.toggleAll(users)}
              />
            </th>
            <th scope="col">Name</th>
            <th scope="col">Email</th>
            <th scope="col">Status</th>
            <th scope="col">Teams</th>
            <th scope="col">Role</th>
            <th className={styles['narrow']}>
              <span className={controls['visuallyHidden']}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} chosen={choice.ids.has(user.id)} onToggle={choice.toggle} onDelete={onDelete} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface UserRowProps {
  user: UserFacts;
  chosen: boolean;
  onToggle: (id: string) => void;
  onDelete: (user: UserFacts) => void;
}

/** Rendered again only when its user or its tick changes; the handlers speak of the id and may be old. */
const UserRow = memo(
  function UserRow({ user, chosen, onToggle, onDelete }: UserRowProps) {
    return (
      <tr>
        <td>
          <input
            type="checkbox"
            className={controls['box']}
            aria-label={`Select ${user.displayName}`}
            checked={chosen}
            onChange={() => onToggle(user.id)}
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
        <td>
          <StatusPill user={user} />
        </td>
        <td>
          <TeamNames user={user} />
        </td>
        <td>{user.role}</td>
        <td>
          <UserMenu user={user} onDelete={onDelete} />
        </td>
      </tr>
    );
  },
  (before, after) => before.user === after.user && before.chosen === after.chosen && before.onToggle === after.onToggle,
);

function TeamNames({ user }: { user: UserFacts }) {
  if (user.teams.length === 0) return <span className={styles['muted']}>–</span>;
  const more = user.teams.length - 2;
  return (
    <div className={styles['teams']}>
      {user.teams.slice(0, 2).map((team) => (
        <span key={team.id}>
          {team.name} {fromIdp(team) && <IdpIcon of="team" />}
        </span>
      ))}
      {more > 0 && <span className={styles['muted']}>+{more}</span>}
    </div>
  );
}

function UserMenu({ user, onDelete }: { user: UserFacts; onDelete: (user: UserFacts) => void }) {
  const active = user.active;
  return (
    <Menu
      label="More options"
      look="icon"
      items={[
        { label: 'View/Edit', onSelect: () => navigate({ page: 'user', id: user.id }, 'current') },
        { label: active ? 'Deactivate' : 'Reactivate', onSelect: () => void (active ? deactivateUser(user) : reactivateUser(user)) },
        { label: 'Delete user', danger: true, onSelect: () => onDelete(user) },
      ]}
    >
      <Icon name="kebab" />
    </Menu>
  );
}
