import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { onePerson, ownerIcon } from './words.ts';

/** A user's own page, behind *Manage Users*: the profile, *Edit teams* with a role in each, *Deactivate a user* ("this is disabled for
 *  SSO/IDP created users", Spekit Help, "Managing users"). Its address is not public. */
export const user: PageDeclaration = {
  id: 'spekit.user',
  shows: [
    [
      { role: 'button', name: 'edit teams' },
      { text: 'edit teams and assigned roles', anywhere: true },
    ],
    [{ label: '(first|given) ?name' }, { text: '(first|given) ?name' }],
  ],
  subject: { kind: 'user', names: [{ css: 'main h1,[role=main] h1' }, { role: 'heading' }] },
  lists: [
    { id: 'user-teams', kind: 'team', icon: ownerIcon, names: [{ beside: 'remove (user|from team)' }] },
    { id: 'team-options', kind: 'team', icon: ownerIcon, names: [{ role: 'option' }] },
  ],
  controls: [
    ...onePerson,
    // Not *Remove User*, which takes the user out of one of the teams here.
    {
      id: 'delete',
      action: 'spekit.user.delete',
      name: '(yes,? )?delete( (this|the))?( (user|account|person))?( permanently| forever)?',
      of: 'user',
    },
    {
      id: 'confirm-delete',
      action: 'spekit.user.delete',
      name: 'yes.*|ok|confirm|continue|[✓✔]',
      within: '.*\\b(delete|deleting)\\b.*',
      of: 'user',
    },
  ],
  expects: [{ id: 'user-name', by: [{ role: 'heading' }] }],
};
