import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { emailText } from '../words.ts';
import { paths } from './paths.ts';

/** *Directory > People* (guide, "How do I add people to a Group in Okta?"). The markup of its rows is not public, so a person is found by
 *  the link to their page, whose address says Okta's user id: two of one name are told apart. */
export const people: PageDeclaration = {
  id: 'okta.people',
  path: paths.people,
  shows: [
    [
      { role: 'heading', name: 'people' },
      { column: 'person( (&|and) user ?name)?|(primary )?e-?mail( address)?' },
      { role: 'button', name: 'add (a )?(new )?person' },
    ],
  ],
  lists: [
    {
      id: 'people',
      expected: true,
      summed: true,
      kind: 'user',
      by: 'email',
      names: [
        { link: paths.person },
        { column: '(primary )?e-?mail( address)?|user ?name|login' },
        { column: 'person( (&|and) user ?name)?' },
        { text: emailText, anywhere: true },
      ],
    },
  ],
  controls: [],
  expects: [{ id: 'heading', by: [{ role: 'heading', name: 'people' }] }],
};
