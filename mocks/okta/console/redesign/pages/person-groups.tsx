import { useState } from 'react';
import type { Person } from '../../../state.ts';
import { groupsOf, groupsToAdd } from '../../data/people.ts';
import { paths } from '../../data/routes.ts';
import { Link } from '../navigation.tsx';
import { useAttempt, useView } from '../org.ts';
import { Button } from '../widgets/button.tsx';
import { Combobox } from '../widgets/combobox.tsx';
import { Grid, Named } from '../widgets/grid.tsx';
import styles from './pages.module.css';

/** A person's tab Groups: the search adds the group that one clicks. */
export function PersonGroups({ person }: { person: Person }) {
  const view = useView();
  const attempt = useAttempt();
  const [text, setText] = useState('');
  const suggestions = groupsToAdd(view, person, text).map((group) => ({
    key: group.id,
    label: group.name,
    note: group.description,
    choose: () => {
      setText('');
      attempt('add-members', { groupId: group.id, personIds: [person.id] });
    },
  }));
  const rows = groupsOf(view, person).map((group) => ({
    key: group.id,
    cells: [
      <Named key="name" note={group.description}>
        <Link href={paths.group(group.id)}>{group.name}</Link>
      </Named>,
      <Button
        key="remove"
        look="quiet"
        aria-label={`Remove from ${group.name}`}
        onClick={() => attempt('remove-member', { groupId: group.id, personId: person.id })}
      >
        Remove
      </Button>,
    ],
  }));
  return (
    <>
      <div className={styles['bar']}>
        <Combobox label="Search groups" value={text} change={setText} suggestions={suggestions} />
      </div>
      <Grid label="Groups" columns={['Group', '']} widths="1fr 120px" rows={rows} empty="This person is in no group" />
    </>
  );
}
