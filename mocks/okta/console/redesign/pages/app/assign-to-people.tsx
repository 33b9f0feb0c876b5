import { useState } from 'react';
import type { App, Person } from '../../../../state.ts';
import { fullName } from '../../../../state.ts';
import { assignable } from '../../../data/assignments.ts';
import { useAct, useView } from '../../org.ts';
import { Button } from '../../widgets/button.tsx';
import { Choosing, Dialog, Form } from '../../widgets/dialog.tsx';
import { SearchField, TextField } from '../../widgets/field.tsx';
import { Named } from '../../widgets/grid.tsx';
import styles from '../pages.module.css';

/** *Assign to People*: a list to choose from, and for each chosen person a form with the attributes of the assignment. */
export function AssignToPeople({ app, close }: { app: App; close: () => void }) {
  const view = useView();
  const act = useAct();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Person | null>(null);
  return (
    <Dialog title={`Assign ${app.label} to People`} close={close}>
      {chosen !== null ? (
        <Form save="Save and Go Back" send={() => act('assign', { appId: app.id, personId: chosen.id })} done={() => setChosen(null)}>
          <p>{fullName(chosen)}</p>
          <TextField label="User Name" value={chosen.email} />
        </Form>
      ) : (
        <Choosing done={close}>
          <SearchField label="Search people" value={search} change={setSearch} />
          <ul className={styles['choices']} aria-label="People to assign">
            {assignable(view, app, search).map(({ person, assigned }) => (
              <li key={person.id} className={styles['choiceRow']}>
                <Named note={person.email}>{fullName(person)}</Named>
                {assigned ? (
                  <span className={styles['quiet']}>Assigned</span>
                ) : (
                  <Button aria-label={`Assign ${fullName(person)} (${person.email})`} onClick={() => setChosen(person)}>
                    Assign
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Choosing>
      )}
    </Dialog>
  );
}
