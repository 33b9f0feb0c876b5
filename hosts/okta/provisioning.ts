import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { paths } from './paths.ts';

const save = 'save( changes)?|update|done|ok';

/** The *Provisioning* tab of the Spekit app: *To App*, where three switches decide what reaches Spekit, and *Integration*, where Okta sends it.
 *  Labels are Okta Help's and Spekit Help's ("Okta SCIM Connection Overview"). */
export const provisioning: PageDeclaration = {
  id: 'okta.provisioning',
  path: paths.app,
  app: true,
  shows: [[{ hash: `${paths.provisioningTab}.*` }, { role: 'tab', name: 'provisioning', selected: true }, { text: 'provisioning to app' }]],
  lists: [],
  controls: [
    // The gravest first: one button may save several of them.
    {
      id: 'deactivate-users-off',
      action: 'okta.app.deactivate-users-off',
      name: save,
      of: 'none',
      turned: { setting: 'deactivate-users', on: false },
    },
    { id: 'create-users-off', action: 'okta.app.create-users-off', name: save, of: 'none', turned: { setting: 'create-users', on: false } },
    { id: 'create-users-on', action: 'okta.app.create-users-on', name: save, of: 'none', turned: { setting: 'create-users', on: true } },
    {
      id: 'deactivate-users-on',
      action: 'okta.app.deactivate-users-on',
      name: save,
      of: 'none',
      turned: { setting: 'deactivate-users', on: true },
    },
  ],
  explains: [
    { says: 'create-users', by: [{ text: 'create users(:? enable)?', anywhere: true }, { label: 'create users(:? enable)?' }] },
    {
      says: 'update-attributes',
      by: [{ text: 'update user attributes(:? enable)?', anywhere: true }, { label: 'update user attributes(:? enable)?' }],
    },
    { says: 'deactivate-users', by: [{ text: 'deactivate users(:? enable)?', anywhere: true }, { label: 'deactivate users(:? enable)?' }] },
    { says: 'base-url', by: [{ text: '(scim (2\\.0 )?)?(connector )?base url' }, { label: '(scim (2\\.0 )?)?(connector )?base url' }] },
    {
      says: 'unique-identifier',
      by: [{ text: 'unique identifier( field)?( for users)?' }, { label: 'unique identifier( field)?( for users)?' }],
    },
    { says: 'provisioning-actions', by: [{ text: 'supported provisioning actions' }] },
    {
      says: 'test-connector',
      by: [
        { text: 'test (connector configuration|api credentials)', anywhere: true },
        { role: 'button', name: 'test (connector configuration|api credentials)' },
      ],
    },
  ],
  expects: [
    {
      id: 'panes',
      by: [
        { text: 'to app|provisioning to app|integration|create users', anywhere: true },
        { role: 'heading', name: 'settings' },
      ],
    },
  ],
};
