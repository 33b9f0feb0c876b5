import { describe, expect, test } from 'vitest';
import { type Account, type Action, actions, type GroupSubject, type Subject, type TeamSubject, type UserSubject } from './actions.ts';
import { decide } from './decide.ts';
import { type Reason, type Rule, type RuleId, rules } from './rules.ts';

const connected: Account = { type: 'production', connection: 'connected' };
const staging: Account = { type: 'production', connection: 'staging' };
const unconnected: Account = { type: 'production', connection: 'not-connected' };
const by = (actorRole: NonNullable<Account['actorRole']>): Account => ({ ...connected, actorRole });

const user = (owner: UserSubject['owner']): UserSubject => ({ kind: 'user', owner });
const team = (owner: TeamSubject['owner'], more: Partial<TeamSubject> = {}): TeamSubject => ({
  kind: 'team',
  owner,
  name: 'Sales',
  ...more,
});
const group = (more: Partial<GroupSubject> = {}): GroupSubject => ({ kind: 'group', name: 'Sales', pushed: true, ...more });
const account: Subject = { kind: 'account' };

interface Decides {
  action: Action;
  subject: Subject;
  account?: Account;
}
interface Spares extends Decides {
  /** What decides instead. */
  reason: Reason;
}

/** Of every row: what it decides, and the nearest that it does not. A row without a case here is a type error. */
const cases: Record<RuleId, { decides: Decides[]; spares: Spares[] }> = {
  'idp-user-delete': {
    decides: [{ action: 'spekit.user.delete', subject: user('idp') }],
    spares: [
      { action: 'spekit.user.delete', subject: user('spekit'), reason: 'not-owned' },
      { action: 'spekit.user.delete', subject: user('unknown'), reason: 'owner-unknown' },
    ],
  },
  'idp-user-deactivate': {
    decides: [{ action: 'spekit.user.deactivate', subject: user('idp') }],
    spares: [{ action: 'spekit.user.deactivate', subject: user('spekit'), reason: 'not-owned' }],
  },
  'idp-user-profile': {
    decides: [{ action: 'spekit.user.edit-profile', subject: user('idp') }],
    spares: [{ action: 'spekit.user.edit-profile', subject: user('spekit'), reason: 'not-owned' }],
  },
  'role-needs-account-admin': {
    decides: [
      { action: 'spekit.user.change-role', subject: user('idp'), account: by('Team Admin') },
      { action: 'spekit.user.change-role', subject: user('spekit'), account: by('Expert') },
      { action: 'spekit.user.change-role', subject: user('idp'), account: by('Viewer') },
    ],
    spares: [{ action: 'spekit.user.change-role', subject: user('idp'), account: by('Account Admin'), reason: 'role-is-spekits' }],
  },
  'role-is-spekits': {
    decides: [
      { action: 'spekit.user.change-role', subject: user('idp'), account: by('Account Admin') },
      { action: 'spekit.user.change-role', subject: user('spekit') },
      { action: 'spekit.user.change-role', subject: user('unknown') },
    ],
    spares: [{ action: 'spekit.user.change-role', subject: user('idp'), account: by('Team Admin'), reason: 'role-needs-account-admin' }],
  },
  'salesforce-invites-off': {
    decides: [
      { action: 'spekit.user.invite-salesforce', subject: user('spekit') },
      { action: 'spekit.user.invite-salesforce', subject: account, account: staging },
    ],
    spares: [{ action: 'spekit.user.invite-salesforce', subject: user('spekit'), account: unconnected, reason: 'not-owned' }],
  },
  'direct-invite-unconnected': {
    decides: [{ action: 'spekit.user.invite-direct', subject: user('spekit') }],
    spares: [{ action: 'spekit.user.invite-direct', subject: user('spekit'), account: unconnected, reason: 'not-owned' }],
  },
  'idp-team-rename': {
    decides: [{ action: 'spekit.team.rename', subject: team('idp') }],
    spares: [
      { action: 'spekit.team.rename', subject: team('spekit'), reason: 'not-owned' },
      { action: 'spekit.team.rename', subject: team('unknown'), reason: 'owner-unknown' },
    ],
  },
  'idp-team-delete': {
    decides: [{ action: 'spekit.team.delete', subject: team('idp') }],
    spares: [{ action: 'spekit.team.delete', subject: team('spekit'), reason: 'not-owned' }],
  },
  'team-description-is-spekits': {
    decides: [
      { action: 'spekit.team.edit-description', subject: team('idp') },
      { action: 'spekit.team.edit-description', subject: team('spekit') },
    ],
    spares: [{ action: 'spekit.team.rename', subject: team('idp'), reason: 'idp-team-rename' }],
  },
  'team-access-is-spekits': {
    decides: [
      { action: 'spekit.team.edit-access', subject: team('idp') },
      { action: 'spekit.team.edit-access', subject: team('spekit') },
    ],
    spares: [{ action: 'spekit.team.edit-description', subject: team('idp'), reason: 'team-description-is-spekits' }],
  },
  'idp-team-members': {
    decides: [
      { action: 'spekit.team.add-member', subject: team('idp') },
      { action: 'spekit.team.remove-member', subject: team('idp') },
    ],
    spares: [
      { action: 'spekit.team.add-member', subject: team('spekit'), reason: 'not-owned' },
      { action: 'spekit.team.remove-member', subject: team('unknown'), reason: 'owner-unknown' },
    ],
  },
  'team-create-same-name': {
    decides: [{ action: 'spekit.team.create', subject: team('spekit', { idpTeamOfThatName: true }) }],
    spares: [
      { action: 'spekit.team.create', subject: team('spekit', { idpTeamOfThatName: false }), reason: 'team-create-not-pushed' },
      { action: 'spekit.team.create', subject: team('spekit', { idpTeamOfThatName: true }), account: unconnected, reason: 'not-owned' },
    ],
  },
  'team-create-not-pushed': {
    decides: [{ action: 'spekit.team.create', subject: team('spekit') }],
    spares: [{ action: 'spekit.team.create', subject: team('spekit'), account: unconnected, reason: 'not-owned' }],
  },
  'group-push-reserved': {
    decides: [
      { action: 'okta.group.push', subject: group({ name: 'All Spekit Users', pushed: false }) },
      { action: 'okta.group.push', subject: group({ name: 'spekit account admins', pushed: 'unknown' }), account: unconnected },
      // The reserved name weighs more than the same name.
      { action: 'okta.group.push', subject: group({ name: 'Spekit  Acct Admins', pushed: false, spekitTeamOfThatName: true }) },
    ],
    spares: [
      { action: 'okta.group.push', subject: group({ name: 'All Spekit Users EMEA', pushed: false }), reason: 'group-push-creates-team' },
    ],
  },
  'group-push-same-name': {
    decides: [{ action: 'okta.group.push', subject: group({ pushed: false, spekitTeamOfThatName: true }) }],
    spares: [
      { action: 'okta.group.push', subject: group({ pushed: false, spekitTeamOfThatName: false }), reason: 'group-push-creates-team' },
    ],
  },
  'group-push-creates-team': {
    decides: [{ action: 'okta.group.push', subject: group({ pushed: false }) }],
    spares: [{ action: 'okta.group.create', subject: group({ pushed: false }), reason: 'group-create-needs-push' }],
  },
  'group-create-needs-push': {
    decides: [{ action: 'okta.group.create', subject: group({ pushed: false }) }],
    spares: [{ action: 'okta.group.create', subject: group({ pushed: false }), account: unconnected, reason: 'not-owned' }],
  },
  'group-rename-reserved': {
    decides: [{ action: 'okta.group.rename', subject: group({ newName: 'ALL SPEKIT USERS' }) }],
    spares: [
      { action: 'okta.group.rename', subject: group({ newName: 'All Sales Users' }), reason: 'group-rename-renames-team' },
      { action: 'okta.group.rename', subject: group({ newName: 'All Spekit Users', pushed: false }), reason: 'not-owned' },
      { action: 'okta.group.rename', subject: group({ newName: 'All Spekit Users', pushed: 'unknown' }), reason: 'owner-unknown' },
    ],
  },
  'group-rename-renames-team': {
    decides: [
      { action: 'okta.group.rename', subject: group({ newName: 'Sales EMEA' }) },
      // Before the new name has been typed.
      { action: 'okta.group.rename', subject: group() },
    ],
    spares: [{ action: 'okta.group.rename', subject: group({ pushed: false }), reason: 'not-owned' }],
  },
  'group-delete-team-stays': {
    decides: [{ action: 'okta.group.delete', subject: group() }],
    spares: [
      { action: 'okta.group.delete', subject: group({ pushed: false }), reason: 'not-owned' },
      { action: 'okta.group.delete', subject: group({ pushed: 'unknown' }), reason: 'owner-unknown' },
    ],
  },
  'group-unlink-team-stays': {
    decides: [{ action: 'okta.group.unlink', subject: group() }],
    spares: [{ action: 'okta.group.unlink', subject: group({ pushed: false }), reason: 'not-owned' }],
  },
  'group-members-reflected': {
    decides: [
      { action: 'okta.group.add-member', subject: group() },
      { action: 'okta.group.remove-member', subject: group() },
    ],
    spares: [
      { action: 'okta.group.add-member', subject: group({ pushed: false }), reason: 'not-owned' },
      { action: 'okta.group.remove-member', subject: group({ pushed: 'unknown' }), reason: 'owner-unknown' },
    ],
  },
  'group-pause-freezes-team': {
    decides: [{ action: 'okta.group.pause', subject: group() }],
    spares: [
      { action: 'okta.group.pause', subject: group({ pushed: false }), reason: 'not-owned' },
      { action: 'okta.group.pause', subject: group({ pushed: 'unknown' }), reason: 'owner-unknown' },
    ],
  },
  'group-push-now': {
    decides: [{ action: 'okta.group.push-now', subject: group() }],
    spares: [{ action: 'okta.group.push-now', subject: group({ pushed: false }), reason: 'not-owned' }],
  },
  'group-resume-catches-up': {
    decides: [{ action: 'okta.group.resume', subject: group() }],
    spares: [
      { action: 'okta.group.resume', subject: group({ pushed: false }), reason: 'not-owned' },
      { action: 'okta.group.resume', subject: group({ pushed: 'unknown' }), reason: 'owner-unknown' },
    ],
  },
  'retry-sends-failed': {
    decides: [{ action: 'okta.group.retry', subject: account }],
    spares: [{ action: 'okta.group.retry', subject: account, account: unconnected, reason: 'not-owned' }],
  },
  'rule-push-reserved': {
    decides: [{ action: 'okta.rule.create', subject: group({ name: 'all spekit users', pushed: false, spekitTeamOfThatName: true }) }],
    spares: [{ action: 'okta.rule.create', subject: group({ name: 'All Spekit Fans', pushed: false }), reason: 'rule-push-creates-teams' }],
  },
  'rule-push-same-name': {
    decides: [{ action: 'okta.rule.create', subject: group({ pushed: false, spekitTeamOfThatName: true }) }],
    spares: [{ action: 'okta.rule.create', subject: group({ pushed: false }), reason: 'rule-push-creates-teams' }],
  },
  'rule-push-creates-teams': {
    decides: [
      { action: 'okta.rule.create', subject: group({ pushed: false }) },
      // No group that it takes in is known.
      { action: 'okta.rule.create', subject: account },
    ],
    spares: [{ action: 'okta.rule.create', subject: group({ name: 'All Spekit Users', pushed: false }), reason: 'rule-push-reserved' }],
  },
  'rule-delete-teams-stay': {
    decides: [
      // Which groups it has pushed is not known.
      { action: 'okta.rule.delete', subject: account },
      { action: 'okta.rule.delete', subject: group() },
    ],
    spares: [
      { action: 'okta.rule.delete', subject: group({ pushed: false }), reason: 'not-owned' },
      { action: 'okta.rule.delete', subject: account, account: unconnected, reason: 'not-owned' },
    ],
  },
  'group-assign-creates-viewers': {
    decides: [{ action: 'okta.group.assign', subject: group({ pushed: 'unknown' }) }],
    spares: [{ action: 'okta.group.push-now', subject: group({ pushed: 'unknown' }), reason: 'owner-unknown' }],
  },
  'group-unassign-deactivates': {
    decides: [
      { action: 'okta.group.unassign', subject: group({ pushed: false }) },
      { action: 'okta.group.unassign', subject: group() },
    ],
    spares: [{ action: 'okta.group.unassign', subject: group({ pushed: 'unknown' }), reason: 'owner-unknown' }],
  },
  'create-users-on': {
    decides: [{ action: 'okta.app.create-users-on', subject: account }],
    spares: [{ action: 'okta.app.create-users-on', subject: account, account: unconnected, reason: 'not-owned' }],
  },
  'create-users-off': {
    decides: [{ action: 'okta.app.create-users-off', subject: account }],
    spares: [{ action: 'okta.app.create-users-off', subject: account, account: unconnected, reason: 'not-owned' }],
  },
  'deactivate-users-on': {
    decides: [{ action: 'okta.app.deactivate-users-on', subject: account }],
    spares: [{ action: 'okta.app.deactivate-users-on', subject: account, account: unconnected, reason: 'not-owned' }],
  },
  'deactivate-users-off': {
    decides: [{ action: 'okta.app.deactivate-users-off', subject: account }],
    spares: [{ action: 'okta.app.deactivate-users-off', subject: account, account: unconnected, reason: 'not-owned' }],
  },
  'rename-groups-on': {
    decides: [{ action: 'okta.app.rename-groups-on', subject: account }],
    spares: [{ action: 'okta.app.rename-groups-on', subject: account, account: unconnected, reason: 'not-owned' }],
  },
  'rename-groups-off': {
    decides: [{ action: 'okta.app.rename-groups-off', subject: account }],
    spares: [{ action: 'okta.app.rename-groups-off', subject: account, account: unconnected, reason: 'not-owned' }],
  },
  'provisioning-off': {
    decides: [{ action: 'okta.app.provisioning-off', subject: account }],
    spares: [{ action: 'okta.app.provisioning-off', subject: account, account: unconnected, reason: 'not-owned' }],
  },
  'assign-creates-viewer': {
    decides: [{ action: 'okta.user.assign', subject: user('unknown') }],
    spares: [{ action: 'okta.user.unassign', subject: user('unknown'), reason: 'owner-unknown' }],
  },
  'unassign-deactivates': {
    decides: [{ action: 'okta.user.unassign', subject: user('idp') }],
    spares: [{ action: 'okta.user.unassign', subject: user('spekit'), reason: 'not-owned' }],
  },
  'deactivate-deactivates': {
    decides: [{ action: 'okta.user.deactivate', subject: user('idp') }],
    spares: [{ action: 'okta.user.deactivate', subject: user('spekit'), reason: 'not-owned' }],
  },
  'suspend-changes-nothing': {
    decides: [{ action: 'okta.user.suspend', subject: user('idp') }],
    spares: [
      { action: 'okta.user.suspend', subject: user('spekit'), reason: 'not-owned' },
      { action: 'okta.user.suspend', subject: user('unknown'), reason: 'owner-unknown' },
    ],
  },
  'delete-account-stays': {
    decides: [{ action: 'okta.user.delete', subject: user('idp') }],
    spares: [
      { action: 'okta.user.delete', subject: user('spekit'), reason: 'not-owned' },
      { action: 'okta.user.delete', subject: user('unknown'), reason: 'owner-unknown' },
    ],
  },
  'convert-hangs-on-group': {
    decides: [{ action: 'okta.user.convert', subject: account }],
    spares: [{ action: 'okta.user.convert', subject: account, account: unconnected, reason: 'not-owned' }],
  },
  'connect-production-only': {
    decides: [
      { action: 'idp.connect', subject: account, account: { type: 'sandbox', connection: 'not-connected' } },
      { action: 'idp.connect', subject: account, account: { type: 'additional', connection: 'not-connected' } },
    ],
    spares: [{ action: 'idp.connect', subject: account, account: unconnected, reason: 'not-owned' }],
  },
};

const label = (one: Decides): string => `${one.action} on ${JSON.stringify(one.subject)} in ${JSON.stringify(one.account ?? connected)}`;

describe.each(rules.map((rule: Rule & { id: RuleId }) => ({ ...rule, ...cases[rule.id] })))('$id', (row) => {
  test.each(row.decides.map((one) => [label(one), one] as const))('decides %s', (_, one) => {
    expect(decide(one.action, one.subject, one.account ?? connected)).toEqual({ verdict: row.verdict, reason: row.id, remedy: row.remedy });
  });

  test.each(row.spares.map((one) => [label(one), one] as const))('leaves %s', (_, one) => {
    expect(decide(one.action, one.subject, one.account ?? connected).reason).toBe(one.reason);
  });

  test('has a case for each of its actions', () => {
    expect(new Set(row.decides.map((one) => one.action))).toEqual(new Set(row.actions));
  });
});

test('the ids are unique', () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
});

test('every action has a row', () => {
  const named = new Set(rules.flatMap((rule: Rule) => rule.actions));
  expect(actions.filter((action) => !named.has(action))).toEqual([]);
});
