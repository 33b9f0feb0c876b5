import { useState } from 'react';
import type { App } from '../../../../state.ts';
import { flavours } from '../../../data/words.ts';
import { useAct, useAttempt } from '../../org.ts';
import { Button } from '../../widgets/button.tsx';
import { Form } from '../../widgets/dialog.tsx';
import { Choice, Fact, TextField } from '../../widgets/field.tsx';
import styles from '../pages.module.css';

/** An app's tab General. The last box is this replica's own: which update requests the app is sent. */
export function General({ app }: { app: App }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <section className={styles['panel']}>
        <div className={styles['panelHead']}>
          <h2>App Settings</h2>
          {!editing && <Button onClick={() => setEditing(true)}>Edit</Button>}
        </div>
        {editing ? (
          <Edit app={app} done={() => setEditing(false)} />
        ) : (
          <>
            <Fact name="Application label">{app.label}</Fact>
            <Fact name="Application visibility">Displayed to users</Fact>
            <Fact name="Provisioning">{provisioningOf(app)}</Fact>
          </>
        )}
      </section>
      {app.connector === 'scim' && <FlavourSwitch key={app.flavour} app={app} />}
    </>
  );
}

function provisioningOf(app: App): string {
  if (app.connector !== 'scim') return app.label;
  return app.provisioning === 'none' ? 'None' : 'SCIM';
}

function Edit({ app, done }: { app: App; done: () => void }) {
  const act = useAct();
  const [label, setLabel] = useState(app.label);
  const [scim, setScim] = useState(app.provisioning !== 'none');
  const change = app.connector === 'scim' ? { label, provisioning: scim ? ('scim' as const) : ('none' as const) } : { label };
  return (
    <Form save="Save" send={() => act('change-app', { appId: app.id, change })} done={done}>
      <TextField label="Application label" value={label} change={setLabel} />
      {app.connector === 'scim' && <Choice type="checkbox" label="Enable SCIM provisioning" checked={scim} choose={setScim} />}
    </Form>
  );
}

function FlavourSwitch({ app }: { app: App }) {
  const attempt = useAttempt();
  const [chosen, setChosen] = useState(app.flavour);
  const choose = (flavour: App['flavour']): void => {
    setChosen(flavour);
    attempt('change-app', { appId: app.id, change: { flavour } });
  };
  return (
    <fieldset className={styles['aside']}>
      <legend>Playground: update requests</legend>
      {flavours.map(({ value, label, text }) => (
        <Choice
          key={value}
          type="radio"
          name="flavour"
          label={`${label} (${text})`}
          checked={chosen === value}
          choose={() => choose(value)}
        />
      ))}
    </fieldset>
  );
}
