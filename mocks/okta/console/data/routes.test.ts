import { expect, test } from 'vitest';
import { routeOf, tabOf } from './routes.ts';

test.each([
  ['/admin', { page: 'dashboard' }],
  ['/admin/users/', { page: 'people' }],
  ['/admin/user/profile/view/00uA', { page: 'person', id: '00uA' }],
  ['/admin/group/00gA', { page: 'group', id: '00gA' }],
  ['/admin/app/acme_spekit_1/instance/0oaA/', { page: 'app', id: '0oaA' }],
  ['/admin/app/acme_spekit_1', { page: 'not-found' }],
])('%s', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test('a hash names a tab and what follows it', () => {
  expect(tabOf('#tab-user-management/api-credentials')).toEqual({ tab: 'tab-user-management', rest: 'api-credentials' });
  expect(tabOf('')).toEqual({ tab: '', rest: '' });
});
