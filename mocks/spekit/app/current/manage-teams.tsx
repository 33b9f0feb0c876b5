import { useState } from 'react';
import type { TeamFacts } from '../../../../contract/subjects.ts';
import { deleteTeam } from '../data/acts.ts';
import { useLive } from '../data/live.ts';
import { accessWords, countOf, filterTeams, fromIdp } from '../data/people.ts';
import { navigate } from '../data/routes.ts';
import controls from './controls.module.css';
import { Button, PageLink } from './controls.tsx';
import { AreYouSure } from './dialog.tsx';
import { Icon, IdpIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import styles from './page.module.css';
import { PeopleTabs } from './shell.tsx';
import { CreateTeam, EditTeam, RenameTeam } from './team-forms.tsx';
import { Search } from './user-filters.tsx';

type Act = 'edit' | 'rename' | 'delete';

export function ManageTeams() {
  const { teams, ready } = useLive((live) => live);
  const [text, setText] = useState('');
  const [creating, setCreating] = useState(false);
  const [open, setOpen] = useState<{ act: Act; team: TeamFacts } | null>(null);
  const shown = filterTeams(teams, text);
  const close = (): void => setOpen(null);
  return (
    <>
      <PeopleTabs page="teams" />
      <div className={styles['bar']}>
        <h2>Manage Teams</h2>
        <Search label="Search teams" text={text} onChange={setText} />
        <Button look="primary" onClick={() => setCreating(true)}>
          Create a Team
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className={`${styles['card']} ${styles['empty']}`}>{ready ? 'No teams found.' : 'Loading teams…'}</p>
      ) : (
        <div className={styles['card']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Team Name</th>
                <th scope="col">Description</th>
                <th scope="col">Access</th>
                <th scope="col">Members</th>
                <th className={styles['narrow']}>
                  <span className={controls['visuallyHidden']}>Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((team) => (
                <TeamRow key={team.id} team={team} onAct={(act) => setOpen({ act, team })} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {creating && <CreateTeam onClose={() => setCreating(false)} />}
      {open?.act === 'edit' && <EditTeam team={open.team} onClose={close} />}
      {open?.act === 'rename' && <RenameTeam team={open.team} onClose={close} />}
      {open?.act === 'delete' && (
        <AreYouSure what={`The team ${open.team.name} will be deleted.`} onYes={() => deleteTeam(open.team)} onClose={close} />
      )}
    </>
  );
}

function TeamRow({ team, onAct }: { team: TeamFacts; onAct: (act: Act) => void }) {
  const manage = { page: 'team', id: team.id } as const;
  return (
    <tr>
      <td>
        <div className={styles['person']}>
          <PageLink to={manage} className={styles['name']}>
            {team.name}
          </PageLink>
          {fromIdp(team) && <IdpIcon of="team" />}
        </div>
      </td>
      <td className={styles['clip']}>{team.description || '–'}</td>
      <td>{accessWords(team)}</td>
      <td>{countOf(team.memberCount, 'member')}</td>
      <td>
        <Menu
          label={`Actions for ${team.name}`}
          look="icon"
          items={[
            { label: 'Edit team', onSelect: () => onAct('edit') },
            { label: 'Rename team', onSelect: () => onAct('rename') },
            { label: 'Manage Users', onSelect: () => navigate(manage, 'current') },
            { label: 'Delete team', danger: true, onSelect: () => onAct('delete') },
          ]}
        >
          <Icon name="kebab" />
        </Menu>
      </td>
    </tr>
  );
}
