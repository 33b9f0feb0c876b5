import { useState } from 'react';
import { roles } from '../../../../ownership/actions.ts';
import { useLive } from '../data/live.ts';
import { statuses, type UserFilter } from '../data/people.ts';
import controls from './controls.module.css';
import { Button } from './controls.tsx';
import { Icon } from './icons.tsx';
import styles from './page.module.css';
import { TeamFilter } from './team-picker.tsx';

export function UserFilters({ filter, onChange }: { filter: UserFilter; onChange: (filter: UserFilter) => void }) {
  const teams = useLive((live) => live.teams);
  const [more, setMore] = useState(false);
  return (
    <search className={styles['filters']}>
      <Search label="Search users" text={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      <Choose
        label="Status"
        all="All statuses"
        options={statuses}
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
      />
      <TeamFilter teams={teams} chosen={filter.teamId} onChoose={(teamId) => onChange({ ...filter, teamId })} />
      <Button look="quiet" aria-expanded={more} onClick={() => setMore(!more)}>
        More filters
      </Button>
      {more && (
        <>
          <Choose label="Role" all="All roles" options={roles} value={filter.role} onChange={(role) => onChange({ ...filter, role })} />
          <Choose
            label="SSO"
            all="SSO or not"
            options={['yes', 'no'] as const}
            words={{ yes: 'SSO connected', no: 'Not SSO connected' }}
            value={filter.sso}
            onChange={(sso) => onChange({ ...filter, sso })}
          />
        </>
      )}
    </search>
  );
}

export function Search({ label, text, onChange }: { label: string; text: string; onChange: (text: string) => void }) {
  return (
    <div className={styles['search']}>
      <Icon name="search" />
      <input
        type="search"
        className={controls['input']}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface ChooseProps<T extends string> {
  label: string;
  all: string;
  options: readonly T[];
  words?: Record<T, string>;
  value: T | '';
  onChange: (value: T | '') => void;
}

function Choose<T extends string>({ label, all, options, words, value, onChange }: ChooseProps<T>) {
  return (
    <select
      aria-label={label}
      className={`${controls['input']} ${styles['select']}`}
      value={value}
      onChange={(event) => onChange(options.find((option) => option === event.target.value) ?? '')}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {words?.[option] ?? option}
        </option>
      ))}
    </select>
  );
}
