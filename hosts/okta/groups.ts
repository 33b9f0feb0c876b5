import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { paths } from './paths.ts';

/** *Directory > Groups*: which groups are pushed, and what a new one needs to be. Most groups of an organisation have nothing to do with
 *  Spekit, so one that is not pushed has no mark. Passing it teaches the ids of all its groups. */
export const groups: PageDeclaration = {
  id: 'okta.groups',
  path: paths.groups,
  shows: [],
  lists: [{ id: 'groups', kind: 'team', summed: true, names: [{ link: paths.group }, { column: '(group )?name|groups?' }] }],
  controls: [
    {
      id: 'create',
      action: 'okta.group.create',
      name: 'save|create( group)?|add( group)?|done',
      within: '.*\\b(add|create|new)\\b.*\\bgroup\\b.*',
      of: 'none',
    },
  ],
  expects: [{ id: 'add-group', by: [{ role: 'button', name: '(add|create|new) group' }] }],
};
