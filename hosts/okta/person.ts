import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { paths } from './paths.ts';

/** A person's page: its address tells Okta's user id, which is SCIM's `externalId`. Guide: "The Group you added the person to will now appear
 *  under the Groups section of their profile"; that is not yet in Spekit. */
export const person: PageDeclaration = {
  id: 'okta.person',
  path: paths.person,
  shows: [],
  subject: {
    kind: 'user',
    names: [{ css: '.subheader-fullname' }, { css: 'main h1,[role=main] h1,#content h1' }, { css: 'h1' }, { role: 'heading' }],
  },
  // *Groups*: in which of them the person has not arrived in Spekit.
  lists: [{ id: 'groups', kind: 'team', membership: true, names: [{ link: paths.group }] }],
  controls: [
    {
      id: 'remove-from-group',
      action: 'okta.group.remove-member',
      name: 'remove( from)?( (this|the))?( group)?|[×✕✖xX]',
      icon: 'remove|times|close',
      row: 'team',
      of: 'team',
    },
    {
      // Not *More Actions > Deactivate*, which only opens the dialog.
      id: 'deactivate',
      action: 'okta.user.deactivate',
      name: '(yes,? )?deactivate( (person|user|people))?|ok|confirm|yes',
      within: '.*\\bdeactivat(e|ing)\\b.*',
      of: 'user',
    },
  ],
  expects: [{ id: 'person-name', by: [{ css: '.subheader-fullname' }, { role: 'heading' }] }],
};
