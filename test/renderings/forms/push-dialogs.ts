import { app, appTabs, group, teams } from '../known.ts';
import type { Case } from './cases.ts';
import type { Form } from './form.ts';

// The dialogs of Push Groups.

const byRule: Form['fields'] = [
  { caption: 'Rule name', value: '' },
  { caption: 'Match by', value: 'Group name', options: ['Group name', 'Group description'] },
  { caption: 'Condition', value: 'starts with', options: ['starts with', 'ends with', 'contains'] },
  { caption: 'Value', value: '' },
];
const searched = { caption: 'Enter a group to push', value: '', suggested: ['Partners', 'All Spekit Users', 'Quiet ones'] };
const rename = 'Rename app groups to match group name in Okta';
const byName = (to: string) => [{ press: 'Find groups by name' }, { set: searched.caption, to }];

export const pushCases: Case[] = [
  {
    form: {
      heading: 'Spekit',
      page: 'okta.push-groups',
      address: `${app}#tab-group-push`,
      tabs: { names: appTabs, selected: 'Push Groups' },
      title: 'Pushed groups',
      fields: [],
      rows: { names: [group('Sales', 0), group('Sales EMEA', 1)], button: 'Active' },
      buttons: [
        { name: 'Find groups by name', dialog: { title: 'Push groups by name', fields: [searched], save: 'Save' } },
        { name: 'Find groups by rule', dialog: { title: 'Push groups by rule', fields: byRule, save: 'Create Rule' } },
        { name: 'Group Push Settings', dialog: { title: 'Group Push Settings', fields: [{ caption: rename, value: true }], save: 'Save' } },
        { name: 'Refresh App Groups' },
      ],
      passed: [group('Sales', 0), group('All Spekit Users', 8)],
    },
    facts: teams,
    says: {},
    marks: { Sales: 'idp', 'Sales EMEA': 'idp' },
    corners: ['Refresh App Groups: Changes nothing in Spekit'],
    acts: [
      {
        what: 'renames are switched off',
        steps: [{ press: 'Group Push Settings' }, { set: rename, to: false }, { press: 'Save' }],
        turnsTo: { [rename]: 'Renames do not reach Spekit' },
        rule: null,
        logs: 'Save: false',
      },
      {
        what: 'a reserved name is pushed',
        steps: [...byName('All Spekit Users'), { press: 'Save' }],
        turnsTo: { 'Push groups by name': 'A group named All Spekit Users cannot be added to Spekit' },
        rule: 'group-push-reserved',
        verdict: 'block',
        logs: 'Save: All Spekit Users',
      },
      {
        what: 'a name that Spekit has is pushed',
        steps: [...byName('Partners'), { press: 'Save' }],
        turnsTo: { 'Push groups by name': 'Spekit has a team Partners of its own' },
        rule: 'group-push-same-name',
        verdict: 'warn',
        logs: 'Save: Partners',
      },
      {
        what: 'another group is pushed',
        steps: [...byName('Quiet ones'), { press: 'Save' }],
        turnsTo: { 'Push groups by name': 'Quiet ones is expected to appear in Spekit as a team' },
        rule: null,
        logs: 'Save: Quiet ones',
      },
      {
        what: 'a rule takes in a reserved name',
        steps: [
          { press: 'Find groups by rule' },
          { set: 'Rule name', to: 'All' },
          { set: 'Value', to: 'all sp' },
          { press: 'Create Rule' },
        ],
        turnsTo: { 'Push groups by rule': 'This rule takes in all spekit users, which cannot be added to Spekit' },
        rule: 'rule-push-reserved',
        verdict: 'warn',
        logs: 'Create Rule: All, Group name, starts with, all sp',
      },
      {
        what: 'a rule goes by the description',
        steps: [
          { press: 'Find groups by rule' },
          { set: 'Match by', to: 'Group description' },
          { set: 'Condition', to: 'contains' },
          { set: 'Value', to: 'all sp' },
          { press: 'Create Rule' },
        ],
        turnsTo: { 'Push groups by rule': 'Which groups this rule takes in is not known' },
        rule: null,
        logs: 'Create Rule: , Group description, contains, all sp',
      },
    ],
  },
];
