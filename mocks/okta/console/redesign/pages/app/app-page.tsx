import { useState } from 'react';
import type { App } from '../../../../state.ts';
import { paths } from '../../../data/routes.ts';
import { appTabs } from '../../../data/tabs.ts';
import { words } from '../../../data/words.ts';
import { useAct, useAttempt } from '../../org.ts';
import { Form, TopDialog } from '../../widgets/dialog.tsx';
import { Heading } from '../../widgets/heading.tsx';
import { Menu } from '../../widgets/menu.tsx';
import { Tabs } from '../../widgets/tabs.tsx';
import { Assignments } from './assignments.tsx';
import { General } from './general.tsx';
import { Provisioning } from './provisioning.tsx';
import { PushGroups } from './push-groups.tsx';

/** Applications > an app. */
export function AppPage({ app }: { app: App }) {
  const attempt = useAttempt();
  const [asking, setAsking] = useState(false);
  const change =
    app.status === 'Active'
      ? { label: 'Deactivate', choose: () => setAsking(true) }
      : { label: 'Activate', choose: () => attempt('change-app', { appId: app.id, change: { status: 'Active' } }) };
  return (
    <>
      <Heading title={app.label} back={{ href: paths.apps, label: 'Back to Applications' }}>
        <Menu label={app.status} items={[change]} />
      </Heading>
      <Tabs
        label="Application"
        tabs={[
          { ...appTabs[0], render: () => <General app={app} /> },
          { ...appTabs[1], render: () => <p>SAML 2.0</p> },
          { ...appTabs[2], render: (pane) => <Provisioning app={app} pane={pane} /> },
          { ...appTabs[3], render: () => <p>{words.noImport}</p> },
          { ...appTabs[4], render: () => <Assignments app={app} /> },
          { ...appTabs[5], render: () => <PushGroups app={app} /> },
        ]}
      />
      {asking && <DeactivateApp app={app} close={() => setAsking(false)} />}
    </>
  );
}

function DeactivateApp({ app, close }: { app: App; close: () => void }) {
  const act = useAct();
  return (
    <TopDialog title="Deactivate Application" close={close}>
      <Form save="Deactivate" danger send={() => act('change-app', { appId: app.id, change: { status: 'Inactive' } })} done={close}>
        <p>{words.deactivateApp(app)}</p>
      </Form>
    </TopDialog>
  );
}
