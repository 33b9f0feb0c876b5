import { app, appTabs } from '../known.ts';
import type { Case } from './cases.ts';
import type { Form } from './form.ts';

// The tabs General and Provisioning of the Spekit app.

const instance = { heading: 'Spekit', buttons: [] };
const tabs = (selected: string) => ({ names: appTabs, selected });
const onOff = (caption: string, hint: string, value: boolean) => ({ caption, hint, value });

const general = (provisioning: Form['fields'][number]): Form => ({
  ...instance,
  page: 'okta.general',
  address: `${app}#tab-general`,
  tabs: tabs('General'),
  title: 'App Settings',
  fields: [{ caption: 'Application label', value: 'Spekit' }, provisioning, onOff('Auto-launch', 'Opens when one signs in.', false)],
  save: 'Save',
});

export const settingsCases: Case[] = [
  {
    form: general({ caption: 'Provisioning', value: 'SCIM', options: ['None', 'SCIM'] }),
    says: { Provisioning: 'SCIM is on' },
    acts: [
      {
        what: 'SCIM is switched off',
        steps: [{ set: 'Provisioning', to: 'None' }, { press: 'Save' }],
        turnsTo: { Provisioning: 'SCIM is off: nothing is sent' },
        rule: 'provisioning-off',
        verdict: 'warn',
        logs: 'Save: Spekit, None, false',
      },
      {
        what: 'another setting is saved',
        steps: [{ set: 'Application label', to: 'Spekit EU' }, { set: 'Auto-launch', to: true }, { press: 'Save' }],
        rule: null,
        logs: 'Save: Spekit EU, SCIM, true',
      },
    ],
  },
  {
    form: general(onOff('Enable SCIM provisioning', 'Sends people and groups.', true)),
    says: { 'Enable SCIM provisioning': 'SCIM is on' },
    acts: [
      {
        what: 'the switch of SCIM is turned off',
        steps: [{ set: 'Enable SCIM provisioning', to: false }, { press: 'Save' }],
        turnsTo: { 'Enable SCIM provisioning': 'SCIM is off: nothing is sent' },
        rule: 'provisioning-off',
        verdict: 'warn',
        logs: 'Save: Spekit, false, false',
      },
    ],
  },
  {
    form: {
      ...instance,
      page: 'okta.provisioning',
      address: `${app}#tab-user-management/create-n-update`,
      tabs: tabs('Provisioning'),
      title: 'Provisioning to App',
      fields: [
        onOff('Create Users', 'Creates or links a user when assigning the app.', true),
        onOff('Update User Attributes', 'Updates attributes when the profile changes.', false),
        onOff('Deactivate Users', 'Deactivates the account when it is unassigned.', true),
        onOff('Sync Password', 'Creates a password for each user.', false),
      ],
      save: 'Save',
    },
    says: {
      'Create Users': 'New people reach Spekit',
      'Update User Attributes': 'Names and emails stay as they are',
      'Deactivate Users': 'Leavers are deactivated in Spekit',
    },
    acts: [
      {
        what: 'Deactivate Users is switched off',
        steps: [{ set: 'Deactivate Users', to: false }, { press: 'Save' }],
        turnsTo: { 'Deactivate Users': 'Leavers stay active in Spekit' },
        rule: 'deactivate-users-off',
        verdict: 'warn',
        logs: 'Save: true, false, false, false',
      },
      {
        what: 'Create Users is switched off',
        steps: [{ set: 'Create Users', to: false }, { press: 'Save' }],
        turnsTo: { 'Create Users': 'Nobody new reaches Spekit' },
        rule: 'create-users-off',
        verdict: 'warn',
        logs: 'Save: false, false, true, false',
      },
      {
        what: 'what is no concern of Spekit’s is saved',
        steps: [{ set: 'Sync Password', to: true }, { set: 'Update User Attributes', to: true }, { press: 'Save' }],
        turnsTo: { 'Update User Attributes': 'Names and emails follow Okta' },
        rule: null,
        logs: 'Save: true, true, true, true',
      },
    ],
  },
  {
    form: {
      page: 'okta.provisioning',
      heading: 'Spekit',
      address: `${app}#tab-user-management/api-credentials`,
      tabs: tabs('Provisioning'),
      title: 'Integration',
      fields: [
        { caption: 'SCIM version', value: '2.0' },
        { caption: 'SCIM connector base URL', value: 'https://scim.example/scim/v2' },
        { caption: 'Unique identifier field for users', value: 'userName' },
        { caption: 'Supported provisioning actions', value: 'Push New Users, Push Groups' },
        { caption: 'Authentication Mode', value: 'HTTP Header' },
      ],
      save: 'Save',
      buttons: [{ name: 'Test Connector Configuration' }],
    },
    says: {
      'SCIM connector base URL': 'Where Okta sends',
      'Unique identifier field for users': 'How people are found',
      'Supported provisioning actions': 'What Okta may send',
      'Test Connector Configuration': 'Changes nothing in Spekit',
    },
    acts: [
      {
        what: 'the connector is tested',
        steps: [{ press: 'Test Connector Configuration' }],
        rule: null,
        logs: 'Test Connector Configuration',
      },
    ],
  },
];
