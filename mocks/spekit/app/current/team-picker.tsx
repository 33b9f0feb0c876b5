import { type KeyboardEvent as KeyPress, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import type { TeamFacts } from '../../../../contract/subjects.ts';
import { fromIdp } from '../data/people.ts';
import { Button } from './controls.tsx';
import { Icon, IdpIcon } from './icons.tsx';
import styles from './team-picker.module.css';

interface TeamPickerProps {
  label: string;
  teams: readonly TeamFacts[];
  chosen: string;
  onChoose: (id: string) => void;
  /** IdP teams stay in the list, disabled: people are added to them in the IdP. */
  idpDisabled: boolean;
  /** A first entry for "no team in particular". */
  any?: string;
}

/** A list box of teams, the IdP's with their icon. */
export function TeamPicker({ label, teams, chosen, onChoose, idpDisabled, any }: TeamPickerProps) {
  const id = useId();
  const rows = [
    ...(any === undefined ? [] : [{ id: '', name: any, idp: false }]),
    ...teams.map((team) => ({ id: team.id, name: team.name, idp: fromIdp(team) })),
  ];
  const usable = rows.filter((row) => !(row.idp && idpDisabled));
  const [here, setHere] = useState(chosen);
  const go = (row: { id: string } | undefined): void => {
    if (row === undefined) return;
    setHere(row.id);
    document.getElementById(`${id}-${row.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyPress): void => {
    const index = usable.findIndex((row) => row.id === here);
    if (event.key === 'ArrowDown') go(usable[Math.min(index + 1, usable.length - 1)]);
    else if (event.key === 'ArrowUp') go(usable[Math.max(index - 1, 0)]);
    else if (event.key === 'Home') go(usable[0]);
    else if (event.key === 'End') go(usable.at(-1));
    else if ((event.key === 'Enter' || event.key === ' ') && index >= 0) onChoose(here);
    else return;
    event.preventDefault();
  };
  const onClick = ({ target }: MouseEvent): void => {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    const row = usable.find((one) => `${id}-${one.id}` === option?.id);
    if (row === undefined) return;
    setHere(row.id);
    onChoose(row.id);
  };
  return (
    <div
      role="listbox"
      aria-label={label}
      aria-activedescendant={rows.some((row) => row.id === here) ? `${id}-${here}` : undefined}
      tabIndex={0}
      className={styles['list']}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => {
        const disabled = row.idp && idpDisabled;
        return (
          <div
            key={row.id}
            id={`${id}-${row.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={row.id === chosen}
            aria-disabled={disabled ? 'true' : undefined}
            className={`${styles['option']} ${row.id === here ? styles['here'] : ''}`}
          >
            {row.name}
            {row.idp && <IdpIcon of="team" />}
          </div>
        );
      })}
    </div>
  );
}

/** A filter by team: a button that opens the list box. */
export function TeamFilter({ teams, chosen, onChoose }: { teams: readonly TeamFacts[]; chosen: string; onChoose: (id: string) => void }) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: Event): void => {
      const outside = !(event.target instanceof Node && anchor.current?.contains(event.target));
      if (outside || (event instanceof KeyboardEvent && event.key === 'Escape')) setOpen(false);
    };
    const events = ['pointerdown', 'focusin', 'keydown'] as const;
    for (const name of events) document.addEventListener(name, away);
    return () => {
      for (const name of events) document.removeEventListener(name, away);
    };
  }, [open]);
  const name = teams.find(({ id }) => id === chosen)?.name ?? 'All teams';
  return (
    <div ref={anchor} className={styles['anchor']}>
      <Button aria-haspopup="listbox" aria-expanded={open} aria-label={`Team: ${name}`} onClick={() => setOpen(!open)}>
        {name}
        <Icon name="down" size={14} />
      </Button>
      {open && (
        <div className={styles['popover']}>
          <TeamPicker
            label="Team"
            teams={teams}
            chosen={chosen}
            idpDisabled={false}
            any="All teams"
            onChoose={(id) => {
              onChoose(id);
              setOpen(false);
            }}
          />
        </div>
      )}
    </div>
  );
}
