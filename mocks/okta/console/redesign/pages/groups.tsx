import { useState } from 'react';
import { findGroups } from '../../data/people.ts';
import { paths } from '../../data/routes.ts';
import { Link } from '../navigation.tsx';
import { useAct, useView } from '../org.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog, Form } from '../widgets/dialog.tsx';
import { SearchField, TextField } from '../widgets/field.tsx';
import { Grid, Named } from '../widgets/grid.tsx';
import { Heading } from '../widgets/heading.tsx';
import styles from './pages.module.css';

/** Directory > Groups. */
export function Groups() {
  const view = useView();
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(false);
  const rows = findGroups(view, search).map((group) => ({
    key: group.id,
    cells: [
      <Named key="name" note={group.description}>
        <Link href={paths.group(group.id)}>{group.name}</Link>
      </Named>,
      'Okta',
      group.memberIds.length,
    ],
  }));
  return (
    <>
      <Heading title="Groups">
        <Button look="primary" onClick={() => setAdding(true)}>
          Add group
        </Button>
      </Heading>
      <div className={styles['bar']}>
        <SearchField label="Search by group name" value={search} change={setSearch} />
      </div>
      <Grid label="Groups" columns={['Group name', 'Source', 'People']} widths="1fr 140px 120px" rows={rows} empty="No groups found" />
      {adding && <AddGroup close={() => setAdding(false)} />}
    </>
  );
}

function AddGroup({ close }: { close: () => void }) {
  const act = useAct();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  return (
    <Dialog title="Add group" close={close}>
      <Form save="Save" send={() => act('create-group', { name, description })} done={close}>
        <TextField label="Name" value={name} change={setName} />
        <TextField label="Description (optional)" value={description} change={setDescription} />
      </Form>
    </Dialog>
  );
}
