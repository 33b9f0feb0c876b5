import type { ReactNode } from 'react';
import { type Route, useRoute } from '../data/routes.ts';
import { start } from '../data/start.tsx';
import { AllTeams } from './all-teams.tsx';
import { AllUsers } from './all-users.tsx';
import { Connect, Gear, Home, Topics } from './elsewhere.tsx';
import { Frame } from './frame.tsx';
import { Invitations } from './invitations.tsx';
import './look.css';
import { User } from './user.tsx';

// The generation before: cards and divs, a virtual list, boxes without a focus trap, other labels and other paths.
function App() {
  return <Frame>{pageOf(useRoute())}</Frame>;
}

function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'dashboard':
      return <Home />;
    case 'wiki':
      return <Topics />;
    case 'settings':
    case 'tokens':
      return <Gear />;
    case 'users':
      return <AllUsers />;
    case 'user':
      return <User id={route.id} />;
    case 'teams':
      return <AllTeams openId={null} />;
    case 'team':
      return <AllTeams openId={route.id} />;
    case 'pending':
      return <Invitations />;
    case 'connect':
      return <Connect />;
  }
}

start(<App />, 'older');
