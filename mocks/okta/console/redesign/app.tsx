import { useState } from 'react';
import type { ConsoleView } from '../../state.ts';
import { routeOf } from '../data/routes.ts';
import type { ConsoleServer } from '../data/server.ts';
import { Frame } from './frame.tsx';
import { useAddress } from './navigation.tsx';
import { OrgContext, useHeard } from './org.ts';
import { AppPage } from './pages/app/app-page.tsx';
import { Apps } from './pages/apps.tsx';
import { Dashboard } from './pages/dashboard.tsx';
import { GroupPage } from './pages/group-page.tsx';
import { Groups } from './pages/groups.tsx';
import { People } from './pages/people.tsx';
import { PersonPage } from './pages/person-page.tsx';
import { Banner } from './widgets/banner.tsx';
import { Heading } from './widgets/heading.tsx';

export function App({ server }: { server: ConsoleServer }) {
  const view = useHeard(server);
  const [words, tell] = useState<string | null>(null);
  return (
    <OrgContext value={{ server, tell }}>
      <Frame view={view}>
        {words !== null && (
          <Banner kind="error" close={() => tell(null)}>
            {words}
          </Banner>
        )}
        {view === null ? <p role="status">Loading…</p> : <Page view={view} />}
      </Frame>
    </OrgContext>
  );
}

function Page({ view }: { view: ConsoleView }) {
  const route = routeOf(useAddress().pathname);
  switch (route.page) {
    case 'dashboard':
      return <Dashboard />;
    case 'people':
      return <People />;
    case 'groups':
      return <Groups />;
    case 'apps':
      return <Apps />;
    case 'person': {
      const person = view.people.find((one) => one.id === route.id);
      return person === undefined ? <NotFound /> : <PersonPage key={person.id} person={person} />;
    }
    case 'group': {
      const group = view.groups.find((one) => one.id === route.id);
      return group === undefined ? <NotFound /> : <GroupPage key={group.id} group={group} />;
    }
    case 'app': {
      const app = view.apps.find((one) => one.id === route.id);
      return app === undefined ? <NotFound /> : <AppPage key={app.id} app={app} />;
    }
    case 'not-found':
      return <NotFound />;
  }
}

function NotFound() {
  return (
    <>
      <Heading title="Resource not found" />
      <p>The page or the resource that you asked for does not exist, or you have no permission to see it.</p>
    </>
  );
}
