import { useRef, useState } from 'react';
import { useLive } from '../data/live.ts';
import { filterTeams } from '../data/people.ts';
import { navigate } from '../data/routes.ts';
import { Crumbs } from './frame.tsx';
import styles from './parts.module.css';
import { type Doing, TeamCard } from './team-card.tsx';
import { EditTeam, NewTeam } from './team-forms.tsx';
import { TeamUsers } from './team-users.tsx';

/** Every team as a card. Whenever the lists change, all cards are built anew: their nodes are never the ones of before.
 *  While one is being renamed or deleted, they stay. */
export function AllTeams({ openId }: { openId: string | null }) {
  const { teams, ready, version } = useLive((live) => live);
  const [text, setText] = useState('');
  const [creating, setCreating] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const built = useRef(version);
  if (doing === null) built.current = version;
  const editing = doing?.act === 'edit' ? teams.find(({ id }) => id === doing.id) : undefined;
  const opened = teams.find(({ id }) => id === openId);
  return (
    <>
      <Crumbs page="teams" />
      <div className={styles['bar']}>
        <h4 className={styles['heading']}>All Teams</h4>
        <input
          className={styles['input']}
          aria-label="Search"
          placeholder="Search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="button" className={styles['blue']} onClick={() => setCreating(true)}>
          Create a Team
        </button>
      </div>
      {!ready && <p className={styles['card']}>Loading…</p>}
      <div>
        {filterTeams(teams, text).map((team) => (
          <TeamCard
            key={`${built.current}:${text}:${team.id}`}
            team={team}
            act={doing?.id === team.id ? doing.act : null}
            onAct={(act) => setDoing(act === null ? null : { act, id: team.id })}
          />
        ))}
      </div>
      {creating && <NewTeam onClose={() => setCreating(false)} />}
      {editing !== undefined && <EditTeam team={editing} onClose={() => setDoing(null)} />}
      {opened !== undefined && <TeamUsers team={opened} onClose={() => navigate({ page: 'teams' }, 'older')} />}
    </>
  );
}
