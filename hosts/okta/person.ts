import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { paths } from './paths.ts';

const whom = '( (this|the))?( (person|user|people|account))?';
const addTo = '(add|assign|save)( to)?( (this|the|selected))?( groups?)?';
const assignGroups = '(add|assign)\\b.*\\bgroups?\\b.*';

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
      name: `(yes,? )?deactivate${whom}|ok|confirm|yes`,
      within: '.*\\bdeactivat(e|ing)\\b.*',
      of: 'user',
    },
    {
      id: 'suspend',
      action: 'okta.user.suspend',
      name: `(yes,? )?suspend${whom}|ok|confirm|yes`,
      within: '.*\\bsuspend(ing)?\\b.*',
      of: 'user',
    },
    {
      // Okta offers it only for who is deactivated.
      id: 'delete',
      action: 'okta.user.delete',
      name: `(yes,? )?delete${whom}|ok|confirm|yes`,
      within: '.*\\bdelet(e|ing)\\b.*',
      of: 'user',
    },
    {
      // Guide: "Search for the name of the Group you want to add them to. Click the Group name to add the person to it".
      id: 'add-to-group',
      action: 'okta.group.add-member',
      name: '.+',
      of: 'team',
      suggestedFor: '((search|find|add|select|choose|assign|enter|type)( for| to| in)?( an?| the)? )?groups?( names?| to add)?',
    },
    {
      id: 'add-chosen',
      action: 'okta.group.add-member',
      name: addTo,
      within: assignGroups,
      of: 'team',
      chosen: [{ label: '.*\\bgroups?\\b.*' }],
    },
    { id: 'add-row', action: 'okta.group.add-member', name: `${addTo}|\\+`, within: assignGroups, of: 'team', named: true },
  ],
  expects: [{ id: 'person-name', by: [{ css: '.subheader-fullname' }, { role: 'heading' }] }],
};
