import { useState } from 'react';
import type { TeamFacts } from '../../../../contract/subjects.ts';
import { createTeam, editTeam, type TeamForm } from '../data/acts.ts';
import { navigate } from '../data/routes.ts';
import { Check, Field } from './controls.tsx';
import { FormDialog } from './dialog.tsx';

const blank: TeamForm = { name: '', description: '', access: { allTopics: true, speksWithoutTopic: true } };

/** Creates the team, then opens its page to add users. */
export function CreateTeam({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState(blank);
  const create = async (): Promise<boolean> => {
    const team = await createTeam(form);
    if (team !== null) navigate({ page: 'team', id: team.id }, 'current');
    return team !== null;
  };
  return (
    <FormDialog title="Create a Team" submit="Create and add Users" ready={form.name.trim() !== ''} onSubmit={create} onClose={onClose}>
      <TeamFields form={form} onChange={setForm} />
    </FormDialog>
  );
}

/** Name, description and access in one form; what was not touched is not sent. */
export function EditTeam({ team, onClose }: { team: TeamFacts; onClose: () => void }) {
  const [form, setForm] = useState<TeamForm>({ name: team.name, description: team.description, access: team.access });
  return (
    <FormDialog title="Edit team" submit="Save" ready={form.name.trim() !== ''} onSubmit={() => editTeam(team, form)} onClose={onClose}>
      <TeamFields form={form} onChange={setForm} />
    </FormDialog>
  );
}

export function RenameTeam({ team, onClose }: { team: TeamFacts; onClose: () => void }) {
  const [name, setName] = useState(team.name);
  return (
    <FormDialog title="Rename team" submit="Rename" ready={name.trim() !== ''} onSubmit={() => editTeam(team, { name })} onClose={onClose}>
      <Field label="Team Name">
        {(id) => <input id={id} required data-first value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}

function TeamFields({ form, onChange }: { form: TeamForm; onChange: (form: TeamForm) => void }) {
  const { access } = form;
  return (
    <>
      <Field label="Team Name">
        {(id) => (
          <input id={id} required data-first value={form.name} onChange={(event) => onChange({ ...form, name: event.target.value })} />
        )}
      </Field>
      <Field label="Description (optional)">
        {(id) => <textarea id={id} value={form.description} onChange={(event) => onChange({ ...form, description: event.target.value })} />}
      </Field>
      <Check
        label="Can access all Speks without a Topic"
        checked={access.speksWithoutTopic}
        onChange={(speksWithoutTopic) => onChange({ ...form, access: { ...access, speksWithoutTopic } })}
      />
      <Check
        label="Can access all Topics?"
        checked={access.allTopics}
        onChange={(allTopics) => onChange({ ...form, access: { ...access, allTopics } })}
      />
    </>
  );
}
