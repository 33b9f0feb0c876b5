import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { paths } from './paths.ts';

/** The *General* tab of the Spekit app: whether SCIM is on, without which nothing is sent. Spekit Help, "Okta SCIM Connection Overview":
 *  *General > App Settings > Edit > Provisioning: SCIM > Save*. */
export const general: PageDeclaration = {
  id: 'okta.general',
  path: paths.app,
  app: true,
  shows: [
    [
      { hash: `${paths.generalTab}.*` },
      { role: 'tab', name: 'general', selected: true },
      { role: 'heading', name: 'app settings' },
      { text: 'app settings' },
    ],
    [{ text: 'app settings' }, { text: 'provisioning|(enable )?scim( provisioning)?' }, { label: '(enable )?scim( provisioning)?' }],
  ],
  lists: [],
  controls: [
    {
      id: 'switch-off',
      action: 'okta.app.provisioning-off',
      name: 'save( changes)?|update|done|ok',
      of: 'none',
      turned: { setting: 'scim-provisioning', on: false },
    },
  ],
  explains: [
    { says: 'scim-provisioning', by: [{ text: 'provisioning|enable scim( provisioning)?' }, { label: 'enable scim( provisioning)?' }] },
  ],
  expects: [{ id: 'provisioning', by: [{ text: 'provisioning|enable scim( provisioning)?' }, { label: 'enable scim( provisioning)?' }] }],
};
