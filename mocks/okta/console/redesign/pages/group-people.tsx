import { useState } from 'react';
import type { Group } from '../../../state.ts';
import { fullName } from '../../../state.ts';
import { candidatesFor, membersOf } from '../../data/people.ts';
import { paths } from '../../data/routes.ts';
import { Link } from '../navigation.tsx';
import { useAttempt, useView } from '../org.ts';
import { Button } from '../widgets/button.tsx';
import { Choosing, Dialog } from '../widgets/dialog.tsx';
import { SearchField } from '../widgets/field.tsx';
import { Grid, Named } from '../widgets/grid.tsx';
import styles from './pages.module.css';

/** A group's tab People. */
export function GroupPeople({ group }: { group: Group }) {
  const view = useView();
  const attempt = useAttempt();
  const [search, setSearch] = useState('');
  const [assigning, setAssigning] = useState(false);
  const rows = membersOf(view, group, search).map((person) => ({
    key: person.id,
    cells: [
      <Named key="name" note={person.email}>
        <Link href={paths.person(person.id)}>{fullName(person)}</Link>
      </Named>,
      person.status,
      <Button
        key="remove"
        look="quiet"
        aria-label={`Remove ${fullName(person)} (${person.email})`}
        onClick={() => attempt('remove-member', { groupId: group.id, personId: person.id })}
      >
        Remove
      </Button>,
    ],
  }));
  return (
    <>
      <div className={styles['bar']}>
        <SearchField label="Search by person" value={search} change={setSearch} />
        <Button look="primary" onClick={() => setAssigning(true)}>
          Assign people
        </Button>
      </div>
      <Grid
        label="People"
        columns={['Person & username', 'Status', '']}
        widths="1fr 140px 120px"
        rows={rows}
        empty="No people in this group"
      />
      {assigning && <AssignPeople group={group} close={() => setAssigning(false)} />}
    </>
  );
}

/** Each person that is chosen is added at once. */
function AssignPeople({ group, close }: { group: Group; close: () => void }) {
  const view = useView();
  const attempt = useAttempt();
  const [search, setSearch] = useState('');
  return (
    <Dialog title={`Assign people to ${group.name}`} close={close}>
      <Choosing done={close}>
        <SearchField label="Search people" value={search} change={setSearch} />
        <ul className={styles['choices']} aria-label="People to assign">
          {candidatesFor(view, group, search).map(({ person, member }) => (
            <li key={person.id} className={styles['choiceRow']}>
              <Named note={person.email}>{fullName(person)}</Named>
              {member ? (
                <span className={styles['quiet']}>Assigned</span>
              ) : (
                <Button
                  aria-label={`Add ${fullName(person)} (${person.email})`}
                  onClick={() => attempt('add-members', { groupId: group.id, personIds: [person.id] })}
                >
                  Add
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Choosing>
    </Dialog>
  );
}
