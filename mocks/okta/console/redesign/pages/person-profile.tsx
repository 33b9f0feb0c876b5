import { useState } from 'react';
import type { Person } from '../../../state.ts';
import { useAct } from '../org.ts';
import { Button } from '../widgets/button.tsx';
import { Form } from '../widgets/dialog.tsx';
import { Fact, TextField } from '../widgets/field.tsx';
import styles from './pages.module.css';

const labels = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Primary email',
  title: 'Title',
  department: 'Department',
} as const;
type Attribute = keyof typeof labels;
const attributes = Object.keys(labels) as Attribute[];

/** A person's tab Profile: the attributes, which *Edit* turns into a form. */
export function PersonProfile({ person }: { person: Person }) {
  const [editing, setEditing] = useState(false);
  if (editing) return <Edit person={person} done={() => setEditing(false)} />;
  return (
    <section className={styles['panel']}>
      <div className={styles['panelHead']}>
        <h2>Attributes</h2>
        <Button onClick={() => setEditing(true)}>Edit</Button>
      </div>
      <Fact name="Username">{person.email}</Fact>
      {attributes.map((name) => (
        <Fact key={name} name={labels[name]}>
          {person[name]}
        </Fact>
      ))}
    </section>
  );
}

function Edit({ person, done }: { person: Person; done: () => void }) {
  const act = useAct();
  const [draft, setDraft] = useState(() => {
    const { firstName, lastName, email, title, department } = person;
    return { firstName, lastName, email, title, department };
  });
  return (
    <section className={styles['panel']}>
      <h2>Attributes</h2>
      <Form save="Save" send={() => act('edit-person', { personId: person.id, ...draft })} done={done}>
        {attributes.map((name) => (
          <TextField key={name} label={labels[name]} value={draft[name]} change={(value) => setDraft({ ...draft, [name]: value })} />
        ))}
      </Form>
    </section>
  );
}
