import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { emailText } from '../words.ts';
import { bin, invitations, onePerson, ownerIcon } from './words.ts';

const title = '(manage|all|your) users|users|(manage )?pending invitations';

/** *Manage Users*, known by its heading or tab and what it lists: its address is not public. */
export const manageUsers: PageDeclaration = {
  id: 'spekit.manage-users',
  shows: [
    [{ role: 'heading', name: title }, { role: 'tab', name: title, selected: true }, { text: title }],
    [{ column: 'e-?mail.*|user ?name' }, { text: emailText, anywhere: true }, { role: 'button', name: '.*\\binvite\\b.*|choose action.*' }],
  ],
  lists: [
    {
      id: 'users',
      expected: true,
      summed: true,
      kind: 'user',
      by: 'email',
      names: [{ link: 'mailto:{email}' }, { column: 'e-?mail( address)?' }, { text: emailText, anywhere: true }, { column: 'user ?name' }],
    },
    { id: 'user-names', kind: 'user', names: [{ column: '(user|full|display)? ?name|users?' }] },
    { id: 'user-teams', kind: 'team', icon: ownerIcon, names: [{ beside: 'remove (user|from team)' }] },
    { id: 'team-options', kind: 'team', icon: ownerIcon, names: [{ role: 'option' }] },
  ],
  controls: [
    {
      id: 'add-to-team',
      action: 'spekit.team.add-member',
      name: '(\\+ ?)?add( \\d+| selected)?( (users?|people|members?))?( to team)?|assign|save|done|confirm',
      within: '.*\\b(select|choose) (an? )?team\\b.*|add\\b.*\\bto\\b.*\\bteams?\\b.*',
      of: 'team',
      chosen: [{ label: '.*\\bteams?\\b.*' }, { css: 'select,[role=combobox],[aria-haspopup=listbox]' }],
    },
    ...onePerson,
    {
      id: 'delete',
      action: 'spekit.user.delete',
      name: '(yes,? )?(delete|remove)( \\d+| selected)?( (this|the))?( (users?|accounts?|person|people))?( permanently| forever)?',
      icon: bin,
      of: 'user',
    },
    {
      id: 'confirm-delete',
      action: 'spekit.user.delete',
      name: 'yes.*|ok|confirm|continue|[✓✔]',
      within: '.*\\b(delete|remove|deleting|removing)\\b.*',
      of: 'user',
    },
    ...invitations,
  ],
  expects: [{ id: 'users-list', by: [{ column: 'e-?mail.*|name|users?' }, { text: emailText, anywhere: true }] }],
};
