import type { ControlDeclaration } from '../../contract/page-declaration.ts';

/** What Spekit's pages have in common. Labels are from its help centre (two generations of them); its markup is not public, so
 *  controls are known by their words, in the several ways that such a button is written. */

/** Buttons that save a form. */
export const save = 'save( changes| and close)?|update( \\w+)?|rename( \\w+)?|apply|done|submit|confirm|ok|[✓✔]';
/** Pictures of a bin. */
export const bin = 'trash|delete|remove|bin';
/** Pictures on the buttons of a row. */
export const rowIcons = `${bin}|edit|pencil|pen|ellipsis|more|dots|kebab`;
/** How the icon of an owner is called or classed. */
export const ownerIcon = '.*\\b(idp|okta|sso|scim|identity provider)\\b.*';

/** Invitations stand on both pages. */
export const invitations: ControlDeclaration[] = [
  {
    id: 'invite-salesforce',
    action: 'spekit.user.invite-salesforce',
    name: '.*\\b(invite|sync|import|add)\\b.*\\bsalesforce\\b.*',
    of: 'none',
  },
  {
    id: 'invite-direct',
    action: 'spekit.user.invite-direct',
    name: '(\\+ ?)?(send )?(an? )?(invite|invitation)s?( an?)?( new)?( (users?|people|persons?|members?|teammates?))?( directly| by email)?|(\\+ ?)?add (an? )?(new )?users?',
    of: 'none',
  },
];

/** What is done to one person, in a row of the list or on the person's own page. Roles are not among it: guide, "An Account Admin can change
 *  roles from the Manage Teams page by selecting an individual user." */
export const onePerson: ControlDeclaration[] = [
  { id: 'remove-from-team', action: 'spekit.team.remove-member', name: 'remove( user)?( from team)?|[×✕✖]', row: 'team', of: 'team' },
  {
    id: 'deactivate',
    action: 'spekit.user.deactivate',
    name: '(yes,? )?(deactivate|disable)( (this|the))?( (user|account|person))?',
    of: 'user',
  },
  {
    id: 'confirm-deactivate',
    action: 'spekit.user.deactivate',
    name: 'yes.*|ok|confirm|continue|[✓✔]',
    within: '.*\\bdeactivat(e|ing)\\b.*',
    of: 'user',
  },
  {
    id: 'save-profile',
    action: 'spekit.user.edit-profile',
    name: save,
    of: 'user',
    changed: [{ label: '((first|last|given|family|full|display|user) ?)?name|e-?mail( address)?' }],
  },
];

/** The button that adds to a team. */
export const addMembers = '(\\+ ?)?add( \\d+)?( new)? (users?|members?|people|persons?)( to( the| this)? team)?';

/** What is done to the members of a team, on its own page or in the list of teams. */
export const changeMembers: ControlDeclaration[] = [
  {
    id: 'remove-member',
    action: 'spekit.team.remove-member',
    name: '(remove|delete)( (this|the))?( (user|member|person))?( from( the| this)? team)?|[×✕✖]',
    icon: `${bin}|times|close|minus`,
    row: 'user',
    of: 'team',
  },
  { id: 'add-member', action: 'spekit.team.add-member', name: addMembers, of: 'team' },
];
