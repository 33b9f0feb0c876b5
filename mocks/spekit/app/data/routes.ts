import { useSyncExternalStore } from 'react';
import type { Rendering } from '../renderings.ts';

const plainPages = ['dashboard', 'wiki', 'settings', 'users', 'teams', 'pending', 'connect', 'tokens'] as const;
export type PlainPage = (typeof plainPages)[number];
/** A page of the app; `user` and `team` are those of one subject, by its id. */
export type Route = { page: PlainPage } | { page: 'user' | 'team'; id: string };

/** Each generation of the app has its own paths. */
const paths: Record<Rendering, Record<Route['page'], string>> = {
  current: {
    dashboard: '/app/dashboard',
    wiki: '/app/wiki',
    settings: '/app/settings',
    users: '/app/settings/teams-users/manage-users',
    user: '/app/settings/teams-users/manage-users/:id',
    teams: '/app/settings/teams-users/manage-teams',
    team: '/app/settings/teams-users/manage-teams/:id',
    pending: '/app/settings/teams-users/pending-invitations',
    connect: '/app/settings/connect',
    tokens: '/app/settings/api-tokens',
  },
  older: {
    dashboard: '/app/home',
    wiki: '/app/topics',
    settings: '/app/configuration',
    users: '/app/configuration/all-users',
    user: '/app/configuration/all-users/:id',
    teams: '/app/configuration/all-teams',
    team: '/app/configuration/all-teams/:id',
    pending: '/app/configuration/invitations',
    connect: '/app/configuration/connect',
    tokens: '/app/configuration/api',
  },
};

/** The path of a page in that generation. */
export function pathOf(route: Route, rendering: Rendering): string {
  const path = paths[rendering][route.page];
  return 'id' in route ? path.replace(':id', encodeURIComponent(route.id)) : path;
}

/** The page at a path of either generation (old bookmarks go on working); the dashboard where there is none. */
export function routeOf(path: string): Route {
  const trimmed = path.replace(/\/+$/, '');
  for (const table of Object.values(paths)) {
    const plain = plainPages.find((page) => table[page] === trimmed);
    if (plain !== undefined) return { page: plain };
    for (const page of ['user', 'team'] as const) {
      const start = table[page].slice(0, -':id'.length);
      const id = trimmed.startsWith(start) ? trimmed.slice(start.length) : '';
      if (id !== '' && !id.includes('/')) return { page, id: decoded(id) };
    }
  }
  return { page: 'dashboard' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const moved = new EventTarget();

/** Goes there without loading the page, as a link of the app does. */
export function navigate(route: Route, rendering: Rendering): void {
  history.pushState(null, '', pathOf(route, rendering));
  moved.dispatchEvent(new Event('moved'));
  scrollTo(0, 0);
}

/** The page that is open, through every navigation, Back and Forward. */
export function useRoute(): Route {
  return routeOf(useSyncExternalStore(onMove, () => location.pathname));
}

function onMove(tell: () => void): () => void {
  moved.addEventListener('moved', tell);
  addEventListener('popstate', tell);
  return () => {
    moved.removeEventListener('moved', tell);
    removeEventListener('popstate', tell);
  };
}
