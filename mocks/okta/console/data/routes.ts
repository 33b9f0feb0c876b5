import type { App } from '../../state.ts';

/** The console's pages. */
export type Route = { page: 'dashboard' | 'people' | 'groups' | 'apps' | 'not-found' } | { page: 'person' | 'group' | 'app'; id: string };

/** The page of a path, e.g. `/admin/app/acme_spekit_1/instance/0oa…/`. */
export function routeOf(pathname: string): Route {
  const path = pathname.replace(/\/+$/, '');
  if (path === '/admin' || path === '/admin/dashboard') return { page: 'dashboard' };
  if (path === '/admin/users') return { page: 'people' };
  if (path === '/admin/groups') return { page: 'groups' };
  if (path === '/admin/apps/active') return { page: 'apps' };
  const [, kind, id] = /^\/admin\/(user\/profile\/view|group|app\/[^/]+\/instance)\/([^/]+)$/.exec(path) ?? [];
  if (kind === undefined || id === undefined) return { page: 'not-found' };
  if (kind === 'group') return { page: 'group', id };
  return { page: kind.startsWith('user') ? 'person' : 'app', id };
}

export const paths = {
  dashboard: '/admin/dashboard',
  people: '/admin/users',
  groups: '/admin/groups',
  apps: '/admin/apps/active',
  person: (id: string): string => `/admin/user/profile/view/${id}`,
  group: (id: string): string => `/admin/group/${id}`,
  app: (app: App): string => `/admin/app/${app.name}/instance/${app.id}/`,
} as const;

/** The side navigation: a section is a page of its own or holds some. */
export const sections = [
  { id: 'DASHBOARD', label: 'Dashboard', pages: [{ label: 'Dashboard', href: paths.dashboard }] },
  {
    id: 'DIRECTORY',
    label: 'Directory',
    pages: [
      { label: 'People', href: paths.people },
      { label: 'Groups', href: paths.groups },
    ],
  },
  { id: 'APPLICATIONS', label: 'Applications', pages: [{ label: 'Applications', href: paths.apps }] },
] as const;

/** The tab that a hash names (`tab-user-management` of `#tab-user-management/api-credentials`) and what follows it. */
export function tabOf(hash: string): { tab: string; rest: string } {
  const [tab = '', rest = ''] = hash.replace(/^#/, '').split('/');
  return { tab, rest };
}
