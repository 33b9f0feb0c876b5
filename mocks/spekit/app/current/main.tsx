import type { ReactNode } from 'react';
import { type Route, useRoute } from '../data/routes.ts';
import { start } from '../data/start.tsx';
import { Connect } from './connect.tsx';
import { Content, Dashboard, Settings, Tokens } from './elsewhere.tsx';
import { ManageTeams } from './manage-teams.tsx';
import { ManageUsers } from './manage-users.tsx';
import { Pending } from './pending.tsx';
import { Shell } from './shell.tsx';
import { TeamPage } from './team-page.tsx';
import './theme.css';
import { UserPage } from './user-page.tsx';

// The app as it is built today: tables, menus, modal dialogs.
function App() {
  const route = useRoute();
  return <Shell route={route}>{pageOf(route)}</Shell>;
}

function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'dashboard':
      return <Dashboard />;
    case 'wiki':
      return <Content />;
    case 'settings':
      return <Settings />;
    case 'users':
      return <ManageUsers />;
    case 'user':
      return <UserPage id={route.id} />;
    case 'teams':
      return <ManageTeams />;
    case 'team':
      return <TeamPage id={route.id} />;
    case 'pending':
      return <Pending />;
    case 'connect':
      return <Connect />;
    case 'tokens':
      return <Tokens />;
  }
}

start(<App />, 'current');
