import { type FormEvent, type ReactNode, useState } from 'react';
import type { TeamFacts } from '../../../../contract/subjects.ts';
import { createTeam, editTeam, type TeamForm } from '../data/acts.ts';
import { navigate } from '../data/routes.ts';
import styles from './parts.module.css';
import { Box } from './parts.tsx';

const blank: TeamForm = { name: '', description: '', access: { allTopics: true, speksWithoutTopic: true } };

export function NewTeam({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState(blank);
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const team = await createTeam(form);
    if (team === null) return;
    onClose();
    navigate({ page: 'team', id: team.id }, 'older');
  };
  return (
    <Box title="Create a Team">
      <form onSubmit={(event) => void create(event)}>
        <label className={styles['label']}>
          Team Name
          <input
            required
            className={styles['input']}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        </label>
        <OwnFields form={form} onChange={setForm} />
        <Buttons submit="Create and add Users" onClose={onClose} />
      </form>
    </Box>
  );
}

/** Description and access; the name has a pencil of its own on the card. */
export function EditTeam({ team, onClose }: { team: TeamFacts; onClose: () => void }) {
  const [form, setForm] = useState<TeamForm>({ name: team.name, description: team.description, access: team.access });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await editTeam(team, { description: form.description, access: form.access })) onClose();
  };
  return (
    <Box title={`Edit ${team.name}`}>
      <form onSubmit={(event) => void save(event)}>
        <OwnFields form={form} onChange={setForm} />
        <Buttons submit="Save" onClose={onClose} />
      </form>
    </Box>
  );
}

function OwnFields({ form, onChange }: { form: TeamForm; onChange: (form: TeamForm) => void }) {
  const { access } = form;
  return (
    <>
      <label className={styles['label']}>
        Description (optional)
        <textarea
          className={styles['input']}
          value={form.description}
          onChange={(event) => onChange({ ...form, description: event.target.value })}
        />
      </label>
      <Tick checked={access.speksWithoutTopic} onChange={(to) => onChange({ ...form, access: { ...access, speksWithoutTopic: to } })}>
        Can access all Speks without a Topic
      </Tick>
      <Tick checked={access.allTopics} onChange={(to) => onChange({ ...form, access: { ...access, allTopics: to } })}>
        Can access all Topics?
      </Tick>
    </>
  );
}

function Tick({ checked, onChange, children }: { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }) {
  return (
    <label className={styles['label']}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {children}
    </label>
  );
}

export function Buttons({ submit, ready = true, onClose }: { submit: string; ready?: boolean; onClose: () => void }) {
  return (
    <div className={styles['buttons']}>
      <button type="button" className={styles['plain']} onClick={onClose}>
        Cancel
      </button>
      <button type="submit" className={styles['blue']} disabled={!ready}>
        {submit}
      </button>
    </div>
  );
}
