import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { emailText } from '../words.ts';
import { bin, changeMembers, invitations, ownerIcon, rowIcons, save } from './words.ts';

const title = '(manage|all|your) teams|teams';

/** *Manage Teams* (its older form: *All Teams*), known by its heading or tab and its controls: its address is not public. */
export const manageTeams: PageDeclaration = {
  id: 'spekit.manage-teams',
  shows: [
    [{ role: 'heading', name: title }, { role: 'tab', name: title, selected: true }, { text: title }],
    [
      { role: 'button', name: '(\\+ ?)?(create|new|add)( an?)?( new)? team' },
      { column: 'team( ?name)?' },
      { role: 'button', name: '(edit|delete|rename) team|manage users' },
    ],
  ],
  lists: [
    {
      id: 'members',
      kind: 'user',
      by: 'email',
      names: [{ link: 'mailto:{email}' }, { column: 'e-?mail( address)?' }, { text: emailText, anywhere: true }],
    },
    {
      id: 'teams',
      expected: true,
      summed: true,
      kind: 'team',
      icon: ownerIcon,
      names: [
        { column: 'teams?( ?name)?' },
        { column: 'name' },
        { beside: '(edit|delete|rename|remove|manage|view|open)\\b.*|more( actions)?|actions|options|[⋮…]|\\.\\.\\.', icon: rowIcons },
      ],
    },
    { id: 'team-options', kind: 'team', icon: ownerIcon, names: [{ role: 'option' }] },
  ],
  controls: [
    ...changeMembers,
    { id: 'save-name', action: 'spekit.team.rename', name: save, of: 'team', changed: [{ label: '(team ?)?(name|title)' }] },
    {
      id: 'delete',
      action: 'spekit.team.delete',
      name: '(yes,? )?(delete|remove)( (this|the))?( team)?( permanently| forever)?',
      icon: bin,
      of: 'team',
    },
    {
      id: 'confirm-delete',
      action: 'spekit.team.delete',
      name: 'yes.*|ok|confirm|continue|[✓✔]',
      within: '.*\\b(delete|remove|deleting|removing)\\b.*',
      of: 'team',
    },
    {
      id: 'create',
      action: 'spekit.team.create',
      name: '(\\+ ?)?create( and add users?)?( an?| the)?( new)?( team)?|save|add( team)?|next|continue',
      within: '.*\\b(create|new|add)\\b.*\\bteam\\b.*',
      of: 'team',
      creates: [{ label: '(team ?)?(name|title)' }, { label: '.*team.*name.*' }],
    },
    ...invitations,
  ],
  expects: [{ id: 'create-team', by: [{ role: 'button', name: '(\\+ ?)?(create|new|add)( an?)?( new)? team' }] }],
};
