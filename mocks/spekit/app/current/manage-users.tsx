import { useDeferredValue, useMemo, useState } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { deleteUser } from '../data/acts.ts';
import { useChoice } from '../data/choice.ts';
import { useLive } from '../data/live.ts';
import { anyUser, countOf, filterUsers } from '../data/people.ts';
import { AddToTeam } from './add-to-team.tsx';
import { Button } from './controls.tsx';
import { AreYouSure } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { InviteSalesforce, InviteUsers } from './invite.tsx';
import { Menu } from './menu.tsx';
import styles from './page.module.css';
import { PeopleTabs } from './shell.tsx';
import { UserFilters } from './user-filters.tsx';
import { UsersTable } from './users-table.tsx';

type Open = { dialog: 'invite' | 'salesforce' | 'add-to-team' } | { dialog: 'delete'; user: UserFacts } | null;

const rowsPerPage = 100;

export function ManageUsers() {
  const { users, ready } = useLive((live) => live);
  const [filter, setFilter] = useState(anyUser);
  const [page, setPage] = useState(0);
  const [open, setOpen] = useState<Open>(null);
  const choice = useChoice(users);
  const wanted = useDeferredValue(filter);
  const found = useMemo(() => filterUsers(users, wanted), [users, wanted]);
  const first = Math.min(page, Math.max(0, Math.ceil(found.length / rowsPerPage) - 1)) * rowsPerPage;
  const shown = found.slice(first, first + rowsPerPage);
  const close = (): void => setOpen(null);
  return (
    <>
      <PeopleTabs page="users" />
      <div className={styles['bar']}>
        <h2>Manage Users</h2>
        <Menu disabled={choice.ids.size === 0} items={[{ label: 'Add to team', onSelect: () => setOpen({ dialog: 'add-to-team' }) }]}>
          Choose action
          <Icon name="down" size={14} />
        </Menu>
        <Button onClick={() => setOpen({ dialog: 'salesforce' })}>Invite synced Salesforce users</Button>
        <Button look="primary" onClick={() => setOpen({ dialog: 'invite' })}>
          Invite users
        </Button>
      </div>
      <UserFilters filter={filter} onChange={setFilter} />
      <UsersTable users={shown} ready={ready} choice={choice} onDelete={(user) => setOpen({ dialog: 'delete', user })} />
      <div className={styles['pages']}>
        <span aria-live="polite">{ready && range(first, shown.length, found.length)}</span>
        <Button disabled={first === 0} onClick={() => setPage(first / rowsPerPage - 1)}>
          Previous
        </Button>
        <Button disabled={first + rowsPerPage >= found.length} onClick={() => setPage(first / rowsPerPage + 1)}>
          Next
        </Button>
      </div>
      {open?.dialog === 'invite' && <InviteUsers onClose={close} />}
      {open?.dialog === 'salesforce' && <InviteSalesforce onClose={close} />}
      {open?.dialog === 'add-to-team' && (
        <AddToTeam users={users.filter(({ id }) => choice.ids.has(id))} onDone={choice.clear} onClose={close} />
      )}
      {open?.dialog === 'delete' && (
        <AreYouSure
          what={`${open.user.displayName} will be deleted, with all roles in teams.`}
          onYes={() => deleteUser(open.user)}
          onClose={close}
        />
      )}
    </>
  );
}

function range(first: number, shown: number, all: number): string {
  return shown === 0 ? '0 users' : `${first + 1}–${first + shown} of ${countOf(all, 'user')}`;
}
