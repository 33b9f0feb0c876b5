import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { paths } from './paths.ts';

const spekit = 'spekit\\b.*';

/** A group's own page, the one place where somebody asks of a single group whether Spekit has it. Guide: "The Admin must manually push the
 *  new team via their IdP for it to be created in Spekit", so that a group is not there is worth a word here. */
export const group: PageDeclaration = {
  id: 'okta.group',
  path: paths.group,
  shows: [],
  showsUnknown: 'group-not-pushed',
  subject: {
    kind: 'team',
    members: { link: paths.person },
    names: [
      { css: '[data-se=group-name],[data-se=group-detail-name]' },
      { css: 'main h1,[role=main] h1,#content h1' },
      { css: 'h1' },
      { role: 'heading' },
    ],
  },
  // Who of the group's members has not arrived in Spekit: Okta sends those alone who are assigned to the app.
  lists: [{ id: 'members', kind: 'user', by: 'email', membership: true, names: [{ link: paths.person }] }],
  controls: [
    {
      // *Applications* of the group: of all apps there, Spekit's.
      id: 'assign-app',
      action: 'okta.group.assign',
      name: 'assign( (this )?app(lication)?)?',
      within: 'assign\\b.*\\bapp(lication)?s?\\b.*',
      rowSays: spekit,
      of: 'team',
    },
    {
      id: 'unassign-app',
      action: 'okta.group.unassign',
      name: '(remove|unassign)( (this|from|the))*( (app(lication)?|group))?|[×✕✖xX]',
      icon: 'remove|unassign|times|close',
      within: '(assigned )?applications?|apps?',
      rowSays: spekit,
      of: 'team',
    },
    {
      id: 'rename',
      action: 'okta.group.rename',
      name: 'save( group| changes| and go back)?|update( group)?|rename( group)?|done|ok',
      of: 'team',
      changed: [{ label: '(group )?name' }],
    },
    {
      id: 'delete',
      action: 'okta.group.delete',
      name: '(yes,? )?delete( this)?( group)?|ok|confirm|yes',
      within: '.*\\bdelete\\b.*\\bgroup\\b.*',
      of: 'team',
    },
    {
      id: 'remove-member',
      action: 'okta.group.remove-member',
      name: '(remove|unassign)( (this|from))?( (person|people|member|user|group))?|(remove|unassign)\\b.*@.*|[×✕✖xX]',
      icon: 'remove|unassign|times|close',
      of: 'team',
    },
    {
      id: 'add-member',
      action: 'okta.group.add-member',
      name: '(assign|add)( all)?( (person|people|members?|users?))?( to group)?|(assign|add)\\b.*@.*',
      of: 'team',
    },
  ],
  expects: [{ id: 'group-name', by: [{ role: 'heading' }] }],
};
