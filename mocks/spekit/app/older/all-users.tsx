import { useState } from 'react';
import { useChoice } from '../data/choice.ts';
import { useLive } from '../data/live.ts';
import { anyUser, countOf, filterUsers, statuses } from '../data/people.ts';
import { AddToTeam } from './add-to-team.tsx';
import { Crumbs } from './frame.tsx';
import { InviteBox } from './invite.tsx';
import styles from './parts.module.css';
import { UserWindow } from './user-window.tsx';

type Open = 'direct' | 'salesforce' | 'team' | null;

export function AllUsers() {
  const { users, ready, status } = useLive((live) => live);
  const [filter, setFilter] = useState(anyUser);
  const [open, setOpen] = useState<Open>(null);
  const choice = useChoice(users);
  const shown = filterUsers(users, filter);
  return (
    <>
      <Crumbs page="users" />
      <div className={styles['bar']}>
        <h4 className={styles['heading']}>Manage Users</h4>
        <button
          type="button"
          className={styles['plain']}
          disabled={status?.account.connection === 'connected'}
          onClick={() => setOpen('salesforce')}
        >
          Invite synced Salesforce users
        </button>
        <button type="button" className={styles['blue']} onClick={() => setOpen('direct')}>
          Invite users
        </button>
      </div>
      <div className={styles['bar']}>
        <select
          className={styles['input']}
          aria-label="Choose action"
          value=""
          disabled={choice.ids.size === 0}
          onChange={(event) => event.target.value === 'team' && setOpen('team')}
        >
          <option value="">Choose action</option>
          <option value="team">Add to team</option>
        </select>
        <input
          className={styles['input']}
          aria-label="Search"
          placeholder="Search"
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
        />
        <select
          className={styles['input']}
          aria-label="Status"
          value={filter.status}
          onChange={(event) => setFilter({ ...filter, status: statuses.find((one) => one === event.target.value) ?? '' })}
        >
          <option value="">Any status</option>
          {statuses.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <span className={styles['small']}>{ready ? countOf(shown.length, 'user') : 'Loading…'}</span>
      </div>
      <UserWindow users={shown} choice={choice} />
      {(open === 'direct' || open === 'salesforce') && <InviteBox via={open} onClose={() => setOpen(null)} />}
      {open === 'team' && (
        <AddToTeam users={users.filter(({ id }) => choice.ids.has(id))} onDone={choice.clear} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
