import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { paths } from './paths.ts';

const pushState = '(push status:? )?(active|inactive|error|pending|pushing)[ ▾▼]*';
const settingsDialog = '.*\\bgroup push settings\\b.*|rename app groups.*';

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
      names: [{ link: paths.group }, { column: '(pushed )?groups?( name)?( in okta)?' }, { beside: `${pushState}|push now` }],
      state: pushState,
    },
  ],
  controls: [
    {
      id: 'create-rule',
      action: 'okta.rule.create',
      name: '(create|save|add)( (push )?rule)?( (&|and) add another)?',
      within: '.*\\bgroups?\\b.*\\bby rule\\b.*|.*\\b(create|add|new)\\b.*\\brule\\b.*',
      of: 'team',
      previewed: true,
      // By name, by description, or by both: Okta Help, "Manage Group Push".
      fits: [{ label: '(.*\\b)?value' }, { label: 'starts with|ends with|contains' }, { label: '(group )?name' }],
    },
    {
      id: 'push',
      action: 'okta.group.push',
      name: 'save( (&|and) add another)?|push( groups?)?|add( groups?)?',
      within: '(find|search|select|choose|push|add).*\\bgroups?\\b.*',
      of: 'team',
      previewed: true,
      chosen: [
        { link: paths.group },
        { label: '.*(group|name|search|find).*' },
        { css: 'input[type=search],input[type=text],input:not([type]),[role=combobox]' },
      ],
    },
    {
      // Not the menu item *Delete Rule*, which only opens the dialog. Before *Unlink*: this dialog speaks of groups as well.
      id: 'delete-rule',
      action: 'okta.rule.delete',
      name: '(yes,? )?delete( this)?( (push )?rule)?|(confirm|ok|yes)',
      within: '.*\\bdelete\\b.*\\brule\\b.*',
      of: 'team',
      byRule: true,
    },
    {
      // Not the menu item *Unlink pushed group*, which only opens the dialog: one warning, where the choice is made. In bulk it is the same
      // dialog, behind *Bulk Actions > Delete* (Okta Support, "Bulk Unlink Group Push Mappings") or *Bulk Edit > Delete*.
      id: 'unlink',
      action: 'okta.group.unlink',
      name: '(yes,? )?(unlink|delete)( (this|these|pushed|selected|\\d+))*( (groups?|mappings?))?|(confirm|ok|yes)',
      within: '.*\\b(unlink|delete)\\b.*\\b(groups?|mappings?)\\b.*',
      of: 'team',
    },
    {
      id: 'pause',
      action: 'okta.group.pause',
      name: '(yes,? )?deactivate( (this|these|selected))?( (groups?|group push))?|(confirm|ok|yes)',
      within: '.*\\bdeactivate\\b.*\\b(groups?|push)\\b.*',
      of: 'team',
    },
    // *Bulk Edit > Deactivate* asks nothing itself (Okta Support, "How to temporarily disable Group Push mapping").
    { id: 'pause-many', action: 'okta.group.pause', name: 'deactivate( (selected|group push))*( \\(?\\d+\\)?)?', of: 'team', ticked: true },
    // Ends a pause: of one by the menu of its state, of many by *Bulk Edit*. Neither asks anything itself.
    { id: 'resume', action: 'okta.group.resume', name: '(re)?activate( group)? push', of: 'team' },
    { id: 'resume-many', action: 'okta.group.resume', name: '(re)?activate( selected)?( \\(?\\d+\\)?)?', of: 'team', ticked: true },
    { id: 'retry', action: 'okta.group.retry', name: 'retry( (all|failed|push(es)?|groups?))*', of: 'none' },
    { id: 'push-now', action: 'okta.group.push-now', name: 'push now', of: 'team' },
    {
      id: 'renames-off',
      action: 'okta.app.rename-groups-off',
      name: 'save( changes)?|done|ok',
      within: settingsDialog,
      of: 'none',
      turned: { setting: 'rename-app-groups', on: false },
    },
    {
      id: 'renames-on',
      action: 'okta.app.rename-groups-on',
      name: 'save( changes)?|done|ok',
      within: settingsDialog,
      of: 'none',
      turned: { setting: 'rename-app-groups', on: true },
    },
  ],
  explains: [
    { says: 'refresh-app-groups', by: [{ role: 'button', name: 'refresh app groups' }], corner: true },
    {
      says: 'rename-app-groups',
      by: [{ text: 'rename (app )?groups to match.*', anywhere: true }, { label: 'rename (app )?groups to match.*' }],
    },
  ],
  expects: [{ id: 'push-button', by: [{ role: 'button', name: 'push groups?[ ▾▼]*' }] }],
};
