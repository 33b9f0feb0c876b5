import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { emailText } from '../words.ts';
import { paths } from './paths.ts';

/** The *Assignments* tab of the Spekit app: who is in Spekit because Okta says so, and by what: in person or by a group. Guide: "New users added to the IdP will receive an email
 *  inviting them to Spekit." Labels are Okta Help's (*Assign > Assign to People > Save and Go Back*; ✕ > *Unassign User* > *OK*). */
export const assignments: PageDeclaration = {
  id: 'okta.assignments',
  path: paths.app,
  app: true,
  shows: [
    [
      { hash: `${paths.assignmentsTab}.*` },
      { role: 'tab', name: 'assignments', selected: true },
      { role: 'button', name: 'assign to (people|groups)' },
    ],
  ],
  // An assigned person of whom Okta has sent nothing has no account: what the red "!" beside the name comes to.
  showsUnknown: 'person-not-sent',
  lists: [
    {
      // *Type: Group* rows, under the filter *Groups*. Okta Help, "App assignments and Group Push": one group cannot do both.
      id: 'groups',
      kind: 'team',
      names: [{ link: paths.group }],
      showsUnknown: 'group-assigned',
    },
    {
      id: 'people',
      expected: true,
      summed: true,
      kind: 'user',
      by: 'email',
      names: [{ link: paths.person }, { column: 'person|people|users?( ?name)?|e-?mail' }, { text: emailText, anywhere: true }],
    },
  ],
  controls: [
    {
      // Not *Assign* in the list of people, which only opens the form that this button sends.
      id: 'assign',
      action: 'okta.user.assign',
      name: 'save( and (go back|add another))?',
      within: 'assign\\b.*\\bto (people|a person|users?)',
      of: 'none',
    },
    {
      id: 'assign-group',
      action: 'okta.group.assign',
      name: 'assign( .+)?|save( and (go back|add another))?',
      within: 'assign\\b.*\\bto (a )?groups?',
      of: 'team',
      named: true,
    },
    { id: 'provision', action: 'okta.user.assign', name: 'provision( this)?( user| person)?', of: 'user' },
    {
      // Not *Convert Assignments* over the list, which only opens the choice. Okta Help, "Convert an individual assignment to a group
      // assignment": *Convert Selected* or *Convert All*, then *Convert Assignments* in the dialog *Convert Selected Users*.
      id: 'convert',
      action: 'okta.user.convert',
      name: '(yes,? )?convert( (these|the|selected|all|\\d+|individual|users?|people|assignments?))*|ok|confirm',
      within: 'convert\\b.*\\b(users?|people|assignments?)\\b.*',
      of: 'none',
    },
    {
      // Not the ✕ of the row, which only opens the dialog.
      id: 'unassign',
      action: 'okta.user.unassign',
      name: '(yes,? )?unassign( (this|the))?( (user|person|people))?|ok|confirm|yes',
      within: '.*\\bunassign\\b.*',
      of: 'user',
    },
    {
      id: 'unassign-group',
      action: 'okta.group.unassign',
      name: '(yes,? )?(unassign|remove)( (this|the))?( group)?|ok|confirm|yes',
      within: '.*\\b(unassign|remove)\\b.*\\bgroups?\\b.*',
      of: 'team',
    },
  ],
  expects: [{ id: 'assign-button', by: [{ role: 'button', name: 'assign( to people)?[ ▾▼]*' }, { css: '.assignment-btns-wrap a' }] }],
};
