import { spekit } from '../../parts/session-page.ts';
import { members, teams } from '../known.ts';
import type { Case } from './cases.ts';
import type { Form } from './form.ts';

// Spekit's page of one user, and Connect.

const person = (buttons: Form['buttons']): Form => ({
  page: 'spekit.user',
  address: `${spekit}/app/settings/teams-users/manage-users/7`,
  heading: 'Jo Ek',
  title: 'Profile',
  fields: [
    { caption: 'First Name', value: 'Jo' },
    { caption: 'Last Name', value: 'Ek' },
    { caption: 'Role in Sales', value: 'Viewer', options: ['Viewer', 'Expert'] },
  ],
  save: 'Save',
  buttons,
  rows: { names: [{ text: 'Sales' }, { text: 'Partners' }], button: 'Remove User' },
});

export const spekitCases: Case[] = [
  {
    form: person([{ name: 'Edit teams' }, { name: 'Deactivate user', off: true }, { name: 'Delete user' }]),
    facts: [...teams, ...members],
    says: {},
    marks: { 'Jo Ek': 'idp', Sales: 'idp', Partners: null },
    corners: ['Why is this switched off? Jo Ek is managed by Okta'],
    acts: [
      {
        what: 'a name is edited',
        steps: [{ set: 'First Name', to: 'Joe' }, { press: 'Save' }],
        rule: 'idp-user-profile',
        verdict: 'block',
        logs: 'Save: Joe, Ek, Viewer',
      },
      {
        what: 'a role is changed',
        steps: [{ set: 'Role in Sales', to: 'Expert' }, { press: 'Save' }],
        rule: null,
        logs: 'Save: Jo, Ek, Expert',
      },
      { what: 'the account is deleted', steps: [{ press: 'Delete user' }], rule: 'idp-user-delete', verdict: 'block', logs: 'Delete user' },
      {
        what: 'the user is taken out of a team of Okta’s',
        steps: [{ press: 'Remove User Sales' }],
        rule: 'idp-team-members',
        verdict: 'block',
        logs: 'Remove User Sales',
      },
      {
        what: 'the user is taken out of a team of Spekit’s',
        steps: [{ press: 'Remove User Partners' }],
        rule: null,
        logs: 'Remove User Partners',
      },
    ],
  },
  ...(['sandbox', 'additional', 'production'] as const).map((type): Case => {
    const blocks = type === 'production' ? { rule: null } : { rule: 'connect-production-only', verdict: 'block' as const };
    const fields = [{ caption: 'Workspace name', value: '' }];
    const title = 'Connect with SSO/SCIM';
    return {
      form: {
        page: 'spekit.connect',
        address: `${spekit}/app/settings/connect`,
        heading: 'Connect',
        title: `SSO and SCIM of this ${type} account`,
        fields: [{ caption: 'Identity provider', value: 'Okta' }],
        buttons: [
          { name: title, dialog: { title, fields, save: 'Connect' } },
          { name: 'Go on where you were', dialog: { title, fields, save: 'Connect' } },
        ],
      },
      account: { type, connection: 'not-connected' },
      says: { Connect: type === 'production' ? 'Not connected with Okta' : 'Cannot be connected' },
      acts: [
        ...(type === 'production' ? [] : [{ what: 'it is begun', steps: [{ press: title }], ...blocks, logs: 'never' }]),
        {
          what: 'it is finished',
          steps: [{ press: 'Go on where you were' }, { set: 'Workspace name', to: 'acme' }, { press: 'Connect' }],
          ...blocks,
          logs: 'Connect: acme',
        },
      ],
    };
  }),
];
