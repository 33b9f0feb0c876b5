import { useState } from 'react';
import type { App, Group } from '../../../../state.ts';
import { assignableGroups } from '../../../data/assignments.ts';
import { paths } from '../../../data/routes.ts';
import { words } from '../../../data/words.ts';
import { Link } from '../../navigation.tsx';
import { useAct, useAttempt, useView } from '../../org.ts';
import { Button } from '../../widgets/button.tsx';
import { Choosing, Dialog, Form } from '../../widgets/dialog.tsx';
import { SearchField } from '../../widgets/field.tsx';
import { Named } from '../../widgets/grid.tsx';
import styles from '../pages.module.css';

/** The groups that assign the app, by their priority. */
export function AssignedGroups({ app, groups }: { app: App; groups: Group[] }) {
  const act = useAct();
  const [leaving, setLeaving] = useState<Group | null>(null);
  return (
    <>
      {groups.length === 0 && <p>No groups found</p>}
      <ul className={styles['rows']} aria-label="Assigned groups">
        {groups.map((group, index) => (
          <li key={group.id} className={styles['listRow']}>
            <div className={styles['cardText']}>
              <Named note={`Priority ${index + 1}`}>
                <Link href={paths.group(group.id)}>{group.name}</Link>
              </Named>
            </div>
            <Button look="quiet" aria-label={`Unassign ${group.name}`} onClick={() => setLeaving(group)}>
              Unassign
            </Button>
          </li>
        ))}
      </ul>
      {leaving !== null && (
        <Dialog title="Unassign Group" close={() => setLeaving(null)}>
          <Form save="OK" send={() => act('unassign-group', { appId: app.id, groupId: leaving.id })} done={() => setLeaving(null)}>
            <p>{words.unassignGroup(leaving, app)}</p>
          </Form>
        </Dialog>
      )}
    </>
  );
}

/** *Assign to Groups*: a list to choose from; a chosen group is assigned at once. */
export function AssignToGroups({ app, close }: { app: App; close: () => void }) {
  const view = useView();
  const attempt = useAttempt();
  const [search, setSearch] = useState('');
  return (
    <Dialog title={`Assign ${app.label} to Groups`} close={close}>
      <Choosing done={close}>
        <SearchField label="Search groups" value={search} change={setSearch} />
        <ul className={styles['choices']} aria-label="Groups to assign">
          {assignableGroups(view, app, search).map(({ group, assigned }) => (
            <li key={group.id} className={styles['choiceRow']}>
              <Named note={group.description}>{group.name}</Named>
              {assigned ? (
                <span className={styles['quiet']}>Assigned</span>
              ) : (
                <Button aria-label={`Assign ${group.name}`} onClick={() => attempt('assign-group', { appId: app.id, groupId: group.id })}>
                  Assign
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Choosing>
    </Dialog>
  );
}
