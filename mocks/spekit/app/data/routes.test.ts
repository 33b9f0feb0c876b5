import { expect, test } from 'vitest';
import { renderings } from '../renderings.ts';
import { pathOf, type Route, routeOf } from './routes.ts';

const pages: readonly Route[] = [
  ...(['dashboard', 'wiki', 'settings', 'users', 'teams', 'pending', 'connect', 'tokens'] as const).map((page) => ({ page })),
  { page: 'user', id: 'u/1' },
  { page: 'team', id: 'a-b' },
];

test.each(renderings)('each page of %s has a path that leads back to it', (rendering) => {
  for (const route of pages) expect(routeOf(`${pathOf(route, rendering)}/`)).toEqual(route);
});

test('an address that is none leads to the dashboard', () => {
  for (const path of ['/', '/app', '/nowhere', '/app/settings/teams-users/manage-users/a/b']) {
    expect(routeOf(path)).toEqual({ page: 'dashboard' });
  }
  expect(routeOf('/app/configuration/all-teams/%E0%A4%A')).toEqual({ page: 'team', id: '%E0%A4%A' });
});
