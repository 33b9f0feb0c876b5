import { useState } from 'react';
import type { Group } from '../../../state.ts';
import { paths } from '../../data/routes.ts';
import { groupTabs } from '../../data/tabs.ts';
import { dateTime } from '../../data/times.ts';
import { words } from '../../data/words.ts';
import { navigate } from '../navigation.tsx';
import { useAct } from '../org.ts';
import { Dialog, Form, TopDialog } from '../widgets/dialog.tsx';
import { Fact, TextField } from '../widgets/field.tsx';
import { Heading } from '../widgets/heading.tsx';
import { Menu } from '../widgets/menu.tsx';
import { Tabs } from '../widgets/tabs.tsx';
import { GroupPeople } from './group-people.tsx';
import styles from './pages.module.css';

/** Directory > Groups > a group. */
export function GroupPage({ group }: { group: Group }) {
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const close = (): void => setOpen(null);
  const sub = (
    <>
      <div>{group.description}</div>
      <div className={styles['quiet']}>
        Created {dateTime(group.created)}, last modified {dateTime(group.updated)}
      </div>
    </>
  );
  return (
    <>
      <Heading title={group.name} back={{ href: paths.groups, label: 'Back to Groups' }} sub={sub}>
        <Menu
          label="Actions"
          items={[
            { label: 'Edit group', choose: () => setOpen('edit') },
            { label: 'Delete group', choose: () => setOpen('delete') },
          ]}
        />
      </Heading>
      <Tabs
        label="Group"
        tabs={[
          { ...groupTabs[0], render: () => <GroupPeople group={group} /> },
          { ...groupTabs[1], render: () => <p>{words.groupApps}</p> },
          { ...groupTabs[2], render: () => <Profile group={group} /> },
          { ...groupTabs[3], render: () => <p>{words.directories}</p> },
          { ...groupTabs[4], render: () => <p>{words.adminRoles}</p> },
        ]}
      />
      {open === 'edit' && <EditGroup group={group} close={close} />}
      {open === 'delete' && <DeleteGroup group={group} close={close} />}
    </>
  );
}

function Profile({ group }: { group: Group }) {
  return (
    <section className={styles['panel']}>
      <h2>Attributes</h2>
      <Fact name="Name">{group.name}</Fact>
      <Fact name="Description">{group.description}</Fact>
    </section>
  );
}

function EditGroup({ group, close }: { group: Group; close: () => void }) {
  const act = useAct();
  const [name, setName] = useState(group.name);
  const [description, setDescription] = useState(group.description);
  return (
    <Dialog title="Edit group" close={close}>
      <Form save="Save" send={() => act('edit-group', { groupId: group.id, name, description })} done={close}>
        <TextField label="Name" value={name} change={setName} />
        <TextField label="Description (optional)" value={description} change={setDescription} />
      </Form>
    </Dialog>
  );
}

function DeleteGroup({ group, close }: { group: Group; close: () => void }) {
  const act = useAct();
  const send = async (): Promise<void> => {
    await act('delete-group', { groupId: group.id });
    navigate(paths.groups);
  };
  return (
    <TopDialog title="Delete group" close={close}>
      <Form save="Delete group" danger send={send} done={close}>
        <p>{words.deleteGroup(group)}</p>
      </Form>
    </TopDialog>
  );
}
