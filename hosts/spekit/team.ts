import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { emailText } from '../words.ts';
import { addMembers, changeMembers } from './words.ts';

// *Members* alone also heads a column of the list of teams.
const title = '(manage users|(manage |team )?members)( (of|in) .+|\\W+\\d+.*)|team members';

/** A team's members, behind *Manage Users* of its row, as a page or in a box over the list of teams; its address is not public. Guide: "To be
 *  added to an IdP-connected team, the user must be in the IdP and added through the IdP." */
export const team: PageDeclaration = {
  id: 'spekit.team',
  shows: [
    [{ role: 'heading', name: title }, { text: title }],
    [
      { role: 'button', name: addMembers },
      { role: 'button', name: 'remove (user|member|person)' },
    ],
  ],
  subject: {
    kind: 'team',
    called: '(?:manage )?(?:team )?(?:users|members) (?:of|in) (.+)',
    names: [
      { text: '(manage )?(team )?(users|members) (of|in) .+' },
      { css: 'main h1,[role=main] h1' },
      { css: 'h1' },
      { role: 'heading' },
    ],
  },
  lists: [
    {
      id: 'members',
      kind: 'user',
      by: 'email',
      names: [{ link: 'mailto:{email}' }, { column: 'e-?mail( address)?' }, { text: emailText, anywhere: true }],
    },
    { id: 'member-names', kind: 'user', names: [{ beside: 'remove (user|member|person|from team)' }] },
  ],
  controls: changeMembers,
  expects: [{ id: 'add-users', by: [{ role: 'button', name: addMembers }] }],
};
