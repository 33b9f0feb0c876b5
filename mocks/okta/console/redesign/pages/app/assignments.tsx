import { useState } from 'react';
import type { App, Assignment, Person } from '../../../../state.ts';
import { fullName } from '../../../../state.ts';
import { type AssignmentFilter, assignedGroups, assignedPeople, assignmentFilters } from '../../../data/assignments.ts';
import { paths } from '../../../data/routes.ts';
import { words } from '../../../data/words.ts';
import { Link } from '../../navigation.tsx';
import { useAct, useAttempt, useView } from '../../org.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog, Form } from '../../widgets/dialog.tsx';
import { SearchField } from '../../widgets/field.tsx';
import { Filters } from '../../widgets/filters.tsx';
import { Named } from '../../widgets/grid.tsx';
import { Menu } from '../../widgets/menu.tsx';
import styles from '../pages.module.css';
import { AssignToPeople } from './assign-to-people.tsx';
import { AssignedGroups, AssignToGroups } from './assigned-groups.tsx';
import { ConvertAssignments } from './convert-assignments.tsx';

/** An app's tab Assignments, as a list. */
export function Assignments({ app }: { app: App }) {
  const view = useView();
  const [search, setSearch] = useState('');
  const [assigning, setAssigning] = useState<'people' | 'groups' | 'convert' | null>(null);
  const [leaving, setLeaving] = useState<Person | null>(null);
  const [filter, setFilter] = useState<AssignmentFilter>('People');
  const found = assignedPeople(view, app, search);
  return (
    <>
      <div className={styles['bar']}>
        <Menu
          label="Assign"
          look="primary"
          items={[
            { label: 'Assign to People', choose: () => setAssigning('people') },
            { label: 'Assign to Groups', choose: () => setAssigning('groups') },
          ]}
        />
        <Button onClick={() => setAssigning('convert')}>Convert assignments</Button>
        <SearchField label="Search people" value={search} change={setSearch} />
      </div>
      <Filters label="Filters" options={assignmentFilters} value={filter} choose={setFilter} />
      {filter === 'Groups' ? (
        <AssignedGroups app={app} groups={assignedGroups(view, app, search)} />
      ) : (
        <>
          {found.length === 0 && <p>No users found</p>}
          <ul className={styles['rows']} aria-label="Assignments">
            {found.map(({ person, assignment }) => (
              <Row key={person.id} app={app} person={person} assignment={assignment} unassign={() => setLeaving(person)} />
            ))}
          </ul>
        </>
      )}
      {assigning === 'people' && <AssignToPeople app={app} close={() => setAssigning(null)} />}
      {assigning === 'groups' && <AssignToGroups app={app} close={() => setAssigning(null)} />}
      {assigning === 'convert' && <ConvertAssignments app={app} close={() => setAssigning(null)} />}
      {leaving !== null && <Unassign app={app} person={leaving} close={() => setLeaving(null)} />}
    </>
  );
}

function Row({ app, person, assignment, unassign }: { app: App; person: Person; assignment: Assignment; unassign: () => void }) {
  const attempt = useAttempt();
  return (
    <li className={styles['listRow']}>
      <div className={styles['cardText']}>
        <Named note={person.email}>
          <Link href={paths.person(person.id)}>{fullName(person)}</Link>
        </Named>
        {assignment.error !== null && (
          <div className={styles['failure']}>
            <span role="img" aria-label="Error">
              !
            </span>
            {assignment.error}
          </div>
        )}
      </div>
      {assignment.state === 'failed' && (
        <Button onClick={() => attempt('provision-user', { appId: app.id, personId: person.id })}>Provision User</Button>
      )}
      {assignment.groupId === undefined ? (
        <Button look="quiet" aria-label={`Unassign ${fullName(person)} (${person.email})`} onClick={unassign}>
          Unassign
        </Button>
      ) : (
        <span className={styles['quiet']}>Group</span>
      )}
    </li>
  );
}

function Unassign({ app, person, close }: { app: App; person: Person; close: () => void }) {
  const act = useAct();
  return (
    <Dialog title="Unassign User" close={close}>
      <Form save="OK" send={() => act('unassign', { appId: app.id, personId: person.id })} done={close}>
        <p>{words.unassign(person, app)}</p>
      </Form>
    </Dialog>
  );
}
