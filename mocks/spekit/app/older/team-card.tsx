import { type FormEvent, useState } from 'react';
import type { TeamFacts } from '../../../../contract/subjects.ts';
import { deleteTeam, editTeam } from '../data/acts.ts';
import { accessWords, countOf, fromIdp } from '../data/people.ts';
import styles from './parts.module.css';
import { FromIdp, Glyph, Go, Sure } from './parts.tsx';

/** What is being done to which team. */
export interface Doing {
  act: 'rename' | 'delete' | 'edit';
  id: string;
}

interface TeamCardProps {
  team: TeamFacts;
  act: Doing['act'] | null;
  onAct: (act: Doing['act'] | null) => void;
}

export function TeamCard({ team, act, onAct }: TeamCardProps) {
  return (
    <div className={styles['card']}>
      <div className={styles['line']}>
        {act === 'rename' ? (
          <RenameInPlace team={team} onDone={() => onAct(null)} />
        ) : (
          <>
            <span className={styles['teamName']}>{team.name}</span>
            {fromIdp(team) && <FromIdp />}
            <button type="button" className={styles['glyph']} aria-label="Rename team" onClick={() => onAct('rename')}>
              <Glyph name="pencil" />
            </button>
          </>
        )}
        <span className={styles['push']} />
        <Go to={{ page: 'team', id: team.id }} look={styles['text']}>
          Manage Users
        </Go>
        <button type="button" className={styles['text']} onClick={() => onAct('edit')}>
          Edit
        </button>
        {act === 'delete' ? (
          <Sure onYes={() => void deleteTeam(team).then(() => onAct(null))} onNo={() => onAct(null)} />
        ) : (
          <button type="button" className={styles['glyph']} aria-label="Delete team" onClick={() => onAct('delete')}>
            <Glyph name="trash" />
          </button>
        )}
      </div>
      <div className={styles['small']}>
        {team.description || 'No description'} · {countOf(team.memberCount, 'member')} · {accessWords(team)}
      </div>
    </div>
  );
}

/** The name becomes a field: Enter saves, Esc leaves it. */
function RenameInPlace({ team, onDone }: { team: TeamFacts; onDone: () => void }) {
  const [name, setName] = useState(team.name);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() !== '') await editTeam(team, { name });
    onDone();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <input
        ref={focusOnce}
        className={styles['input']}
        aria-label="Team Name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
    </form>
  );
}

/** For a field that has just replaced the button that was pressed. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
