import type { PlayedCompanion } from '../parts/played.ts';
import { okta, spekit } from '../parts/session-page.ts';
import { app, appTabs, group, members, people, person, personId, teamMarks, teams } from './known.ts';
import type { Screen } from './screen.ts';

interface Act {
  /** The subject in whose row it begins; null: the page as a whole. */
  row: string | null;
  /** A button, then items of a menu or buttons of a dialog, by name. */
  path: string[];
  rule: string;
  verdict: 'warn' | 'block';
  /** What the verdict calls the subject, where it is not the row's first words. */
  told?: string;
}

/** A screen, what the companion knows, and what is to be seen and held there, however it is built. */
export interface Case {
  screen: Screen;
  facts: PlayedCompanion['facts'];
  instanceId?: string;
  /** The owner that each row's mark tells; null: no mark. */
  marks: Record<string, 'idp' | 'spekit' | 'unknown' | null>;
  /** What is done, and which rule is told of it. */
  act?: Act;
}

export const cases: Case[] = [
  {
    screen: {
      page: 'okta.groups',
      address: `${okta}/admin/groups`,
      heading: 'Groups',
      button: 'Add group',
      columns: ['Group name', 'People', 'Applications'],
      rows: ['Sales', 'Sales EMEA'].map((subject, at) => ({ subject, cells: [group(subject, at), '12', '3'] })),
    },
    facts: teams,
    marks: { Sales: 'idp', 'Sales EMEA': 'idp' },
  },
  {
    screen: {
      page: 'okta.people',
      address: `${okta}/admin/users`,
      heading: 'People',
      button: 'Add person',
      columns: ['Person & username', 'Primary email', 'Status'],
      rows: [
        { subject: 'Jo Ek', cells: [person('Jo Ek', 1), 'jo@acme.example', 'Active'] },
        { subject: 'Kim Oh', cells: [person('Kim Oh', 2), 'kim@acme.example', 'Active'] },
        { subject: 'Nobody Known', cells: [person('Nobody Known', 9), 'nobody@acme.example', 'Active'] },
      ],
    },
    facts: people,
    marks: { 'Jo Ek': 'idp', 'Kim Oh': 'idp', 'Nobody Known': null },
  },
  {
    screen: {
      page: 'okta.push-groups',
      address: `${app}#tab-group-push`,
      heading: 'Spekit',
      tabs: { names: appTabs, selected: 'Push Groups' },
      columns: ['Group in Okta', 'Group in Spekit', 'Last push', 'Push status'],
      rows: ['Sales', 'Sales EMEA'].map((subject, at) => ({
        subject,
        cells: [
          group(subject, at),
          subject,
          'today',
          { menu: 'Active', items: ['Deactivate group push', 'Unlink pushed group', 'Push now'] },
        ],
      })),
      confirm: { 'Unlink pushed group': { title: 'Unlink Pushed Group', button: 'Unlink' } },
    },
    facts: teams,
    instanceId: '0oa1gjh63g214q0Hq0g4',
    marks: { Sales: 'idp', 'Sales EMEA': 'idp' },
    act: { row: 'Sales EMEA', path: ['Active', 'Unlink pushed group', 'Unlink'], rule: 'group-unlink-team-stays', verdict: 'warn' },
  },
  {
    screen: {
      page: 'okta.assignments',
      address: `${app}#tab-assignments`,
      heading: 'Spekit',
      tabs: { names: appTabs, selected: 'Assignments' },
      button: 'Assign to People',
      columns: ['Person', 'Type', ''],
      rows: [
        { subject: 'Jo Ek', cells: [person('Jo Ek', 1), 'Individual', { buttons: ['Edit', 'Unassign'] }] },
        { subject: 'Kim Oh', cells: [person('Kim Oh', 2), 'Individual', { buttons: ['Edit', 'Unassign'] }] },
      ],
      confirm: { Unassign: { title: 'Unassign User', button: 'OK' } },
    },
    facts: people,
    instanceId: '0oa1gjh63g214q0Hq0g4',
    marks: { 'Jo Ek': 'idp', 'Kim Oh': 'idp' },
    act: { row: 'Kim Oh', path: ['Unassign', 'OK'], rule: 'unassign-deactivates', verdict: 'warn' },
  },
  {
    screen: {
      page: 'okta.group',
      address: `${okta}/admin/group/00g1emaKYZTWRYYRRT00`,
      heading: 'Sales',
      columns: ['Person', 'Status'],
      rows: [
        { subject: 'Jo Ek', cells: [person('Jo Ek', 1), 'Active'] },
        { subject: 'Kim Oh', cells: [person('Kim Oh', 2), 'Active'] },
        { subject: 'Nobody Known', cells: [person('Nobody Known', 9), 'Active'] },
      ],
      actions: { menu: 'Actions', items: ['Edit group', 'Delete group'] },
      confirm: { 'Delete group': { title: 'Delete Group', button: 'Delete' } },
    },
    facts: [...teams, ...members],
    // Of the members those are marked who have not arrived.
    marks: { 'Jo Ek': null, 'Kim Oh': 'idp', 'Nobody Known': 'unknown' },
    act: { row: null, path: ['Actions', 'Delete group', 'Delete'], rule: 'group-delete-team-stays', verdict: 'warn' },
  },
  {
    screen: {
      page: 'okta.person',
      address: `${okta}/admin/user/profile/view/${personId(1)}#tab-groups`,
      heading: 'Jo Ek',
      columns: ['Group', ''],
      rows: ['Sales', 'Sales EMEA', 'Nowhere'].map((subject, at) => ({
        subject,
        cells: [group(subject, at), { buttons: ['Remove'] }],
      })),
      actions: { menu: 'More Actions', items: ['Suspend', 'Deactivate'] },
      confirm: { Deactivate: { title: 'Deactivate Person', button: 'Deactivate' } },
    },
    facts: [...teams, ...members],
    marks: { Sales: 'idp', 'Sales EMEA': 'idp', Nowhere: null },
    act: { row: null, path: ['More Actions', 'Deactivate', 'Deactivate'], rule: 'deactivate-deactivates', verdict: 'warn', told: 'Jo Ek' },
  },
  {
    screen: {
      page: 'spekit.team',
      address: `${spekit}/app/settings/teams-users/manage-teams/7`,
      heading: 'Sales',
      note: 'Manage Users · 3 members',
      button: 'Add users',
      columns: ['Name', 'Email', 'Role', ''],
      rows: [
        ['Jo Ek', 'jo@acme.example'],
        ['Kim Oh', 'kim@acme.example'],
        ['Dana Whitfield', 'dana@partner.example'],
      ].map(([name = '', mail = '']) => ({ subject: name, cells: [name, mail, 'Viewer', { buttons: ['Remove User'] }] })),
    },
    facts: [...teams, ...members],
    marks: { 'Jo Ek': 'idp', 'Kim Oh': 'idp', 'Dana Whitfield': null },
    act: { row: 'Kim Oh', path: ['Remove User'], rule: 'idp-team-members', verdict: 'block', told: 'Sales' },
  },
  {
    screen: {
      page: 'spekit.manage-users',
      address: `${spekit}/app/settings/teams-users/manage-users`,
      heading: 'Manage Users',
      button: 'Invite user',
      columns: ['Name', 'Email', 'Role', ''],
      rows: [
        ['Jo Ek', 'jo@acme.example'],
        ['Kim Oh', 'kim@acme.example'],
        ['Dana Whitfield', 'dana@partner.example'],
      ].map(([name = '', mail = '']) => ({
        subject: name,
        cells: [name, mail, 'Viewer', { menu: 'More actions', items: ['Edit user', 'Deactivate user', 'Delete user'] }],
      })),
      confirm: { 'Delete user': { title: 'Delete user', button: 'Delete' } },
    },
    facts: people,
    marks: { 'Jo Ek': 'idp', 'Kim Oh': 'idp', 'Dana Whitfield': null },
    act: { row: 'Kim Oh', path: ['More actions', 'Delete user'], rule: 'idp-user-delete', verdict: 'block', told: 'kim@acme.example' },
  },
  {
    screen: {
      page: 'spekit.manage-teams',
      address: `${spekit}/app/settings/teams-users/manage-teams`,
      heading: 'Manage Teams',
      button: 'Create a Team',
      columns: ['Team name', 'Description', ''],
      rows: Object.keys(teamMarks).map((subject) => ({
        subject,
        cells: [subject, 'All of it', { menu: 'More actions', items: ['Edit team', 'Delete team'] }],
      })),
      confirm: { 'Delete team': { title: 'Are you sure?', button: 'Delete' } },
    },
    facts: teams,
    marks: teamMarks,
    act: { row: 'Sales EMEA', path: ['More actions', 'Delete team'], rule: 'idp-team-delete', verdict: 'block' },
  },
];
