import type { PageDeclaration } from '../../contract/page-declaration.ts';

const kind = 'sso|scim|saml|idp|identity provider|okta';
// No longer than such a name is: what holds this button and another one is no button.
const sso = `([\\w-]+[ /&(]+){0,3}(${kind})([ /&,+)]+(${kind}|and|connection|account|integration|now)\\b)*\\)?`;
const connect = `(re-?)?connect (with|to|via|using) ${sso}`;
/** What the page, or the section of another one, is headed: settings of Spekit's were called otherwise before, and will be. */
const title = `connect|integrations?( settings)?|(single sign-?on|${kind})([ /&(]+(${kind}))*\\)?( settings)?`;
const done = 'disconnect.*|(manual )?sync( now)?';
const bare = '(re-?)?connect( account)?|set ?up|configure|enable';

/** *Settings > Connect*, where SSO and SCIM are connected: *Connect with SSO/SCIM*, and in older articles the place of a manual sync. Its
 *  address is not public. How the account stands is told beside its heading, where somebody would sync by hand for not knowing.
 *  Guide: "SSO/SCIM can only be connected to your production account." */
export const connectPage: PageDeclaration = {
  id: 'spekit.connect',
  shows: [
    [
      { role: 'heading', name: title },
      { role: 'tab', name: title, selected: true },
      { text: 'connect' },
      { role: 'button', name: connect },
      { role: 'heading', name: connect },
    ],
    [{ role: 'button', name: `${connect}|connect` }, { role: 'button', name: done }, { text: connect }],
  ],
  lists: [],
  controls: [
    // Already the button that opens the steps: who cannot connect is spared the mapping sheet.
    { id: 'begin', action: 'idp.connect', name: `${connect}|(set ?up|configure|enable) ${sso}`, of: 'none' },
    // What sends them, where they were opened some other way. Not the section *Connect* of Settings.
    {
      id: 'finish',
      action: 'idp.connect',
      name: '(re-?)?connect( account)?|upload|(finish|complete)( (the )?(setup|connection))?',
      within: connect,
      of: 'none',
    },
    // In a list of integrations, one button of which is meant.
    { id: 'begin-in-row', action: 'idp.connect', name: bare, rowSays: `(single sign-?on|${kind})\\b.*`, of: 'none' },
  ],
  explains: [
    {
      says: 'connection',
      by: [{ role: 'heading', name: title }, { text: `connect|${connect}` }, { role: 'button', name: `${connect}|${done}` }],
    },
  ],
  expects: [{ id: 'connect-button', by: [{ role: 'button', name: `${connect}|connect|${done}` }] }],
};
