import { expect, test } from 'vitest';
import { pageSchema } from '../../contract/page-declaration.ts';
import { groups } from '../../hosts/okta/groups.ts';
import { draftOf, withControl, withNames } from './draft.ts';

const shown = { path: '/admin/squads/{groupId}', heading: 'Squads' };

test('a page that nobody knows is told by its address and heading', () => {
  const page = withControl(
    withNames(draftOf('okta', null, shown), 'team', { column: 'Squad' }, undefined),
    'team',
    'okta.group.delete',
    'Dissolve',
  );
  expect(pageSchema.parse(page)).toEqual({
    id: 'okta.taught-admin-squads',
    path: '/admin/squads/{groupId}',
    shows: [[{ role: 'heading', name: 'Squads' }]],
    lists: [{ id: 'taught', kind: 'team', expected: true, names: [{ column: 'Squad' }] }],
    controls: [{ id: 'taught-1', action: 'okta.group.delete', name: 'Dissolve', of: 'team' }],
    expects: [],
  });
});

test('a page that is known keeps all it has: what is taught comes first, and once', () => {
  const page = withNames(
    withNames(draftOf('okta', groups, shown), 'team', { column: 'Squad' }, undefined),
    'team',
    { column: 'Squad' },
    undefined,
  );
  expect(pageSchema.parse(page)).toEqual({
    ...groups,
    lists: groups.lists.map((list) => ({ ...list, names: [{ column: 'Squad' }, ...list.names] })),
  });
});

test('people are told by their emails where the words hold one', () => {
  const [list] = withNames(draftOf('spekit', null, { path: '/app/x', heading: null }), 'user', { column: 'Mail' }, 'email').lists;
  expect(list).toMatchObject({ kind: 'user', by: 'email' });
});
