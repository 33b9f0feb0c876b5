import { useState } from 'react';
import type { Person } from '../../../state.ts';
import { fullName } from '../../../state.ts';
import { appsOf } from '../../data/people.ts';
import { changesOf, type PersonChange } from '../../data/person-changes.ts';
import { paths } from '../../data/routes.ts';
import { personTabs } from '../../data/tabs.ts';
import { dateTime } from '../../data/times.ts';
import { words } from '../../data/words.ts';
import { Link, navigate } from '../navigation.tsx';
import { useAct, useView } from '../org.ts';
import { Dialog, Form } from '../widgets/dialog.tsx';
import { Grid } from '../widgets/grid.tsx';
import { Heading } from '../widgets/heading.tsx';
import { Menu } from '../widgets/menu.tsx';
import { Tabs } from '../widgets/tabs.tsx';
import { PersonGroups } from './person-groups.tsx';
import { PersonProfile } from './person-profile.tsx';

/** Directory > People > a person. */
export function PersonPage({ person }: { person: Person }) {
  const [asked, setAsked] = useState<PersonChange | null>(null);
  const sub = (
    <>
      <div>{person.email}</div>
      <div>{person.status}</div>
    </>
  );
  return (
    <>
      <Heading title={fullName(person)} back={{ href: paths.people, label: 'Back to People' }} sub={sub}>
        <Menu label="More Actions" items={changesOf(person).map((change) => ({ label: change.word, choose: () => setAsked(change) }))} />
      </Heading>
      <Tabs
        label="Person"
        tabs={[
          { ...personTabs[0], render: () => <PersonApps person={person} /> },
          { ...personTabs[1], render: () => <PersonGroups person={person} /> },
          { ...personTabs[2], render: () => <PersonProfile person={person} /> },
          { ...personTabs[3], render: () => <p>{words.adminRoles}</p> },
        ]}
      />
      {asked && <ChangeStatus person={person} change={asked} close={() => setAsked(null)} />}
    </>
  );
}

function ChangeStatus({ person, change, close }: { person: Person; change: PersonChange; close: () => void }) {
  const act = useAct();
  const { word, danger, text } = change;
  const send = async (): Promise<void> => {
    await act(change.act, { personId: person.id });
    if (change.act === 'delete-person') navigate(paths.people);
  };
  return (
    <Dialog title={`${word} Person`} close={close}>
      <Form save={word} danger={danger} send={send} done={close}>
        <p>{text(person)}</p>
      </Form>
    </Dialog>
  );
}

function PersonApps({ person }: { person: Person }) {
  const rows = appsOf(useView(), person).map((app) => ({
    key: app.id,
    cells: [
      <Link key="app" href={`${paths.app(app)}#tab-assignments`}>
        {app.label}
      </Link>,
      person.email,
      dateTime(app.assignments.find((one) => one.personId === person.id)?.at ?? null),
    ],
  }));
  return (
    <Grid
      label="Assigned Applications"
      columns={['Application', 'Username', 'Assigned']}
      widths="1fr 1fr 220px"
      rows={rows}
      empty="No applications are assigned"
    />
  );
}
