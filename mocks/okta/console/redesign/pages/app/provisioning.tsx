import { useState } from 'react';
import type { App } from '../../../../state.ts';
import { provisioningPanes } from '../../../data/tabs.ts';
import { toAppSwitches, words } from '../../../data/words.ts';
import { navigate } from '../../navigation.tsx';
import { useAct, useView } from '../../org.ts';
import { Banner } from '../../widgets/banner.tsx';
import { Button } from '../../widgets/button.tsx';
import { Form } from '../../widgets/dialog.tsx';
import { Choice, Fact } from '../../widgets/field.tsx';
import { Filters } from '../../widgets/filters.tsx';
import styles from '../pages.module.css';

type PaneId = (typeof provisioningPanes)[number]['id'];

/** An app's tab Provisioning. */
export function Provisioning({ app, pane }: { app: App; pane: string }) {
  const chosen = provisioningPanes.find((one) => one.id === pane) ?? provisioningPanes[0];
  const name = (id: PaneId): string => provisioningPanes.find((one) => one.id === id)?.label ?? '';
  return (
    <>
      <Filters
        label="Settings"
        options={provisioningPanes.map((one) => one.id)}
        value={chosen.id}
        choose={(id) => navigate(`#tab-user-management/${id}`)}
        name={name}
      />
      <section className={styles['panel']}>
        {chosen.id === 'create-n-update' && <ToApp app={app} />}
        {chosen.id === 'import-n-update' && <p>{words.toOkta}</p>}
        {chosen.id === 'api-credentials' && <Integration app={app} />}
      </section>
    </>
  );
}

function ToApp({ app }: { app: App }) {
  const act = useAct();
  const [draft, setDraft] = useState<App['toApp'] | null>(null);
  if (draft !== null) {
    return (
      <Form save="Save" send={() => act('change-app', { appId: app.id, change: { toApp: draft } })} done={() => setDraft(null)}>
        {toAppSwitches.map(({ key, label }) => (
          <Choice
            key={key}
            type="checkbox"
            label={`${label}: Enable`}
            checked={draft[key]}
            choose={(on) => setDraft({ ...draft, [key]: on })}
          />
        ))}
      </Form>
    );
  }
  return (
    <>
      <div className={styles['panelHead']}>
        <h2>Provisioning to App</h2>
        <Button onClick={() => setDraft(app.toApp)}>Edit</Button>
      </div>
      {toAppSwitches.map(({ key, label, text }) => (
        <Fact key={key} name={label}>
          <strong>{app.toApp[key] ? 'Enabled' : 'Disabled'}</strong>
          <div className={styles['quiet']}>{text}</div>
        </Fact>
      ))}
    </>
  );
}

function Integration({ app }: { app: App }) {
  const view = useView();
  if (app.connector !== 'scim') return <p>The {app.label} API integration is enabled.</p>;
  return (
    <>
      <h2>Integration</h2>
      <Fact name="SCIM version">2.0</Fact>
      <Fact name="SCIM connector base URL">{view.scimBaseUrl}</Fact>
      <Fact name="Unique identifier field for users">userName</Fact>
      <Fact name="Supported provisioning actions">Push New Users, Push Profile Updates, Push Groups</Fact>
      <Fact name="Authentication Mode">HTTP Header</Fact>
      <Fact name="Authorization">Bearer ••••••••••••</Fact>
      <TestConnector />
    </>
  );
}

function TestConnector() {
  const act = useAct();
  const [outcome, setOutcome] = useState<{ ok: boolean; text: string } | null>(null);
  const test = (): void => {
    setOutcome(null);
    act('test-connector', {}).then(
      (answer) => setOutcome(answer as { ok: boolean; text: string }),
      (error: unknown) => setOutcome({ ok: false, text: error instanceof Error ? error.message : String(error) }),
    );
  };
  return (
    <>
      <Button onClick={test}>Test Connector Configuration</Button>
      {outcome !== null && <Banner kind={outcome.ok ? 'success' : 'error'}>{outcome.text}</Banner>}
    </>
  );
}
