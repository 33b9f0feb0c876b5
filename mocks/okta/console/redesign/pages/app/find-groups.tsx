import { useState } from 'react';
import type { App, Group } from '../../../../state.ts';
import { groupsToPush, operatorLabels } from '../../../data/push-groups.ts';
import { ActRefused } from '../../../data/server.ts';
import { useAct, useView } from '../../org.ts';
import { Combobox } from '../../widgets/combobox.tsx';
import { Dialog, Form } from '../../widgets/dialog.tsx';
import { Choice, TextField } from '../../widgets/field.tsx';
import styles from '../pages.module.css';

type Operator = keyof typeof operatorLabels;
const operators = Object.keys(operatorLabels) as Operator[];

/** *Find groups by name*: the chosen group is shown with what will be done, then saved. */
export function ByName({ app, close }: { app: App; close: () => void }) {
  const view = useView();
  const act = useAct();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Group | null>(null);
  const [memberships, setMemberships] = useState(true);
  const suggestions = groupsToPush(view, app, text).map((group) => ({
    key: group.id,
    label: group.name,
    note: group.description,
    choose: () => {
      setText(group.name);
      setChosen(group);
    },
  }));
  const send = async (): Promise<void> => {
    if (chosen === null) throw new ActRefused('Choose a group from the list.');
    await act('push-group', { appId: app.id, groupId: chosen.id, memberships });
  };
  return (
    <Dialog title="Push groups by name" close={close}>
      <Form save="Save" send={send} done={close}>
        <p>To push a group, enter its name below.</p>
        <Combobox
          label="Enter a group to push"
          value={text}
          change={(value) => {
            setText(value);
            setChosen(null);
          }}
          suggestions={suggestions}
        />
        <Choice type="checkbox" label="Push group memberships immediately" checked={memberships} choose={setMemberships} />
        {chosen !== null && (
          <div className={styles['match']}>
            <strong>{chosen.name}</strong>
            <div className={styles['quiet']}>Match result &amp; push action: no match found, Create Group</div>
          </div>
        )}
      </Form>
    </Dialog>
  );
}

/** *Find groups by rule*: groups whose name and description fit are pushed, now and when they come to be. */
export function ByRule({ app, close }: { app: App; close: () => void }) {
  const act = useAct();
  const [name, setName] = useState('');
  const [operator, setOperator] = useState<Operator>('STARTS_WITH');
  const [value, setValue] = useState('');
  const [described, setDescribed] = useState('');
  const description = described === '' ? undefined : { operator: 'CONTAINS' as const, value: described };
  return (
    <Dialog title="Push groups by rule" close={close}>
      <Form save="Create Rule" send={() => act('create-rule', { appId: app.id, name, operator, value, description })} done={close}>
        <TextField label="Rule name" value={name} change={setName} />
        <fieldset className={styles['plain']}>
          <legend>Group name</legend>
          {operators.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="operator"
              label={operatorLabels[one]}
              checked={one === operator}
              choose={() => setOperator(one)}
            />
          ))}
        </fieldset>
        <TextField label="Value" value={value} change={setValue} />
        <TextField label="Group description contains (optional)" value={described} change={setDescribed} />
      </Form>
    </Dialog>
  );
}
