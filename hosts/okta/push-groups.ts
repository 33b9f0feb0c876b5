import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { paths } from './paths.ts';

/** The *Push Groups* tab of the Spekit app. Okta Help, "Manage Group Push"; nothing of its markup is public, so it is found by its words. */
export const pushGroups: PageDeclaration = {
  id: 'okta.push-groups',
  path: paths.app,
  app: true,
  shows: [
    [{ hash: `${paths.pushTab}.*` }, { role: 'tab', name: 'push groups', selected: true }, { role: 'columnheader', name: 'group in okta' }],
  ],
  showsUnknown: 'group-not-sent',
  lists: [
    {
      id: 'groups',
      expected: true,
      summed: true,
      kind: 'team',
      names: [
        { link: paths.group },
        { column: '(pushed )?groups?( name)?( in okta)?' },
        { beside: '(push status:? )?(active|inactive|error|pending|pushing|push now)[ ▾▼]*' },
      ],
    },
  ],
  controls: [
    {
      id: 'push',
      action: 'okta.group.push',
      name: 'save( (&|and) add another)?|push( groups?)?|add( groups?)?',
      within: '(find|search|select|choose|push|add).*\\bgroups?\\b.*',
      of: 'team',
      chosen: [
        { link: paths.group },
        { label: '.*(group|name|search|find).*' },
        { css: 'input[type=search],input[type=text],input:not([type]),[role=combobox]' },
      ],
    },
    {
      // Not the menu item *Unlink pushed group*, which only opens the dialog: one warning, where the choice is made.
      id: 'unlink',
      action: 'okta.group.unlink',
      name: '(yes,? )?unlink( (this|pushed))?( groups?)?|(confirm|ok|yes)',
      within: '.*\\bunlink\\b.*\\bgroups?\\b.*',
      of: 'team',
    },
  ],
  expects: [{ id: 'push-button', by: [{ role: 'button', name: 'push groups?[ ▾▼]*' }] }],
};
