import type { Account, Action, GroupSubject, Owner, Subject, Verdict } from './actions.ts';
import type { GuideId } from './guide.ts';
import { isReservedName } from './reserved.ts';

/** Where the act belongs, or what to do instead. The words and the link of each are found by this code. */
export type Remedy =
  | 'manage-user-in-okta'
  | 'manage-group-in-okta'
  | 'manage-members-in-okta'
  | 'unlink-then-remove'
  | 'rename-group-first'
  | 'push-group'
  | 'leave-group-in-spekit'
  | 'merge-in-migration'
  | 'assign-or-invite'
  | 'assign-in-okta'
  | 'ask-account-admin'
  | 'use-production'
  | 'go-ahead';

export interface Rule {
  /** Stable: the `reason` of API errors, of the history, and the key of the words in `locales/en.json`. */
  id: string;
  actions: readonly Action[];
  when: (subject: Subject, account: Account) => boolean;
  verdict: Verdict;
  remedy: Remedy;
  /** The sentences of the guide it comes from; `design` where only the house plan asks for it. */
  cites: readonly (GuideId | 'design')[];
}

const ownedBy = (owner: Owner) => (subject: Subject) => (subject.kind === 'user' || subject.kind === 'team') && subject.owner === owner;
const fromIdp = ownedBy('idp');
const connected = (_: Subject, account: Account) => account.connection !== 'not-connected';
const always = () => true;
const group = (test: (subject: GroupSubject) => boolean) => (subject: Subject) => subject.kind === 'group' && test(subject);
const pushed = group((subject) => subject.pushed === true);
const heardOf = group((subject) => subject.pushed !== 'unknown');
/** A setting of the app concerns the account as a whole. */
const ofAccount = (subject: Subject, account: Account) => subject.kind === 'account' && connected(subject, account);

/** The whole of the rules. The first row that names the action and whose `when` holds decides; order matters within an action.
 *  To add a rule: a row here, its words under the same id in `locales/en.json`, and a case in `rules.test.ts`. */
export const rules = [
  // Spekit's users
  {
    id: 'idp-user-delete',
    actions: ['spekit.user.delete'],
    when: fromIdp,
    verdict: 'block',
    remedy: 'manage-user-in-okta',
    cites: ['G27', 'G28', 'G29', 'G30'],
  },
  {
    id: 'idp-user-deactivate',
    actions: ['spekit.user.deactivate'],
    when: fromIdp,
    verdict: 'block',
    remedy: 'manage-user-in-okta',
    cites: ['G29', 'G30'],
  },
  {
    id: 'idp-user-profile',
    actions: ['spekit.user.edit-profile'],
    when: fromIdp,
    verdict: 'block',
    remedy: 'manage-user-in-okta',
    cites: ['G29', 'G30', 'G24'],
  },
  {
    id: 'role-needs-account-admin',
    actions: ['spekit.user.change-role'],
    when: (_, account) => account.actorRole !== undefined && account.actorRole !== 'Account Admin',
    verdict: 'block',
    remedy: 'ask-account-admin',
    cites: ['G42', 'G43'],
  },
  {
    id: 'role-is-spekits',
    actions: ['spekit.user.change-role'],
    when: always,
    verdict: 'allow',
    remedy: 'go-ahead',
    cites: ['G43', 'G55'],
  },
  {
    id: 'salesforce-invites-off',
    actions: ['spekit.user.invite-salesforce'],
    when: connected,
    verdict: 'block',
    remedy: 'assign-or-invite',
    cites: ['G33', 'G34', 'G35', 'G36'],
  },
  {
    id: 'direct-invite-unconnected',
    actions: ['spekit.user.invite-direct'],
    when: connected,
    verdict: 'inform',
    remedy: 'assign-in-okta',
    cites: ['G36', 'G41'],
  },

  // Spekit's teams
  {
    id: 'idp-team-rename',
    actions: ['spekit.team.rename'],
    when: fromIdp,
    verdict: 'block',
    remedy: 'manage-group-in-okta',
    cites: ['G69', 'G50', 'G68'],
  },
  {
    id: 'idp-team-delete',
    actions: ['spekit.team.delete'],
    when: fromIdp,
    verdict: 'block',
    remedy: 'unlink-then-remove',
    cites: ['G69', 'G78', 'G79'],
  },
  {
    id: 'team-description-is-spekits',
    actions: ['spekit.team.edit-description'],
    when: always,
    verdict: 'allow',
    remedy: 'go-ahead',
    cites: ['G67', 'G68', 'G70'],
  },
  {
    id: 'team-access-is-spekits',
    actions: ['spekit.team.edit-access'],
    when: always,
    verdict: 'allow',
    remedy: 'go-ahead',
    cites: ['G70'],
  },
  {
    id: 'idp-team-members',
    actions: ['spekit.team.add-member', 'spekit.team.remove-member'],
    when: fromIdp,
    verdict: 'block',
    remedy: 'manage-members-in-okta',
    cites: ['G73', 'G74', 'G75', 'G76'],
  },
  {
    id: 'team-create-same-name',
    actions: ['spekit.team.create'],
    when: (subject, account) => subject.kind === 'team' && subject.idpTeamOfThatName === true && connected(subject, account),
    verdict: 'warn',
    remedy: 'push-group',
    cites: ['G48', 'G61'],
  },
  {
    id: 'team-create-not-pushed',
    actions: ['spekit.team.create'],
    when: connected,
    verdict: 'inform',
    remedy: 'push-group',
    cites: ['G24', 'G25', 'G52', 'G59', 'G60', 'G61', 'G62', 'G80', 'G81', 'G82'],
  },

  // Okta's groups
  {
    id: 'group-push-reserved',
    actions: ['okta.group.push'],
    when: group((subject) => isReservedName(subject.name)),
    verdict: 'block',
    remedy: 'rename-group-first',
    cites: ['G51'],
  },
  {
    id: 'group-push-same-name',
    actions: ['okta.group.push'],
    when: group((subject) => subject.spekitTeamOfThatName === true),
    verdict: 'warn',
    remedy: 'merge-in-migration',
    cites: ['G48', 'G49'],
  },
  {
    id: 'group-push-creates-team',
    actions: ['okta.group.push'],
    when: always,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G21', 'G23', 'G47', 'G83', 'G84'],
  },
  {
    id: 'group-create-needs-push',
    actions: ['okta.group.create'],
    when: connected,
    verdict: 'inform',
    remedy: 'push-group',
    cites: ['G09', 'G10', 'G11', 'G56', 'G57', 'G58'],
  },
  {
    id: 'group-rename-reserved',
    actions: ['okta.group.rename'],
    when: group((subject) => subject.pushed === true && subject.newName !== undefined && isReservedName(subject.newName)),
    verdict: 'block',
    remedy: 'rename-group-first',
    cites: ['G50', 'G51'],
  },
  {
    id: 'group-rename-renames-team',
    actions: ['okta.group.rename'],
    when: pushed,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G50', 'G84'],
  },
  {
    id: 'group-delete-team-stays',
    actions: ['okta.group.delete'],
    when: pushed,
    verdict: 'warn',
    remedy: 'leave-group-in-spekit',
    cites: ['G77', 'G78', 'G79'],
  },
  {
    id: 'group-unlink-team-stays',
    actions: ['okta.group.unlink'],
    when: pushed,
    verdict: 'warn',
    remedy: 'leave-group-in-spekit',
    cites: ['G77', 'G78', 'G79'],
  },
  {
    id: 'group-members-reflected',
    actions: ['okta.group.add-member', 'okta.group.remove-member'],
    when: pushed,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G12', 'G13', 'G14', 'G15', 'G16', 'G17', 'G53', 'G54', 'G55', 'G75', 'G84'],
  },
  {
    id: 'group-pause-freezes-team',
    actions: ['okta.group.pause'],
    when: pushed,
    verdict: 'warn',
    remedy: 'go-ahead',
    cites: ['G29', 'G69', 'G73', 'G74', 'G75'],
  },
  {
    id: 'group-push-now',
    actions: ['okta.group.push-now'],
    when: pushed,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G83', 'G84'],
  },
  {
    // Okta Help, "Manage Group Push": *Activate group push* ends a pause, and Okta sends the group as it is now.
    id: 'group-resume-catches-up',
    actions: ['okta.group.resume'],
    when: pushed,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G50', 'G75', 'G83', 'G84'],
  },
  {
    // Okta Help, "Manage Group Push": *Retry All Groups* sends those pushes again that failed.
    id: 'retry-sends-failed',
    actions: ['okta.group.retry'],
    when: ofAccount,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G51', 'G83', 'G84'],
  },

  // Rules that push groups by their names. A rule takes in groups that are to come, too: one of them never blocks it.
  {
    id: 'rule-push-reserved',
    actions: ['okta.rule.create'],
    when: group((subject) => subject.pushed === false && isReservedName(subject.name)),
    verdict: 'warn',
    remedy: 'rename-group-first',
    cites: ['G51'],
  },
  {
    id: 'rule-push-same-name',
    actions: ['okta.rule.create'],
    when: group((subject) => subject.pushed === false && subject.spekitTeamOfThatName === true),
    verdict: 'warn',
    remedy: 'merge-in-migration',
    cites: ['G48', 'G49'],
  },
  {
    id: 'rule-push-creates-teams',
    actions: ['okta.rule.create'],
    when: always,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G21', 'G23', 'G84'],
  },
  {
    id: 'rule-delete-teams-stay',
    actions: ['okta.rule.delete'],
    when: (subject, account) => pushed(subject) || ofAccount(subject, account),
    verdict: 'warn',
    remedy: 'leave-group-in-spekit',
    cites: ['G77', 'G78', 'G79'],
  },

  // Okta's people
  {
    id: 'assign-creates-viewer',
    actions: ['okta.user.assign'],
    when: always,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G23', 'G37', 'G38', 'G40', 'G55'],
  },
  {
    id: 'unassign-deactivates',
    actions: ['okta.user.unassign'],
    when: fromIdp,
    verdict: 'warn',
    remedy: 'go-ahead',
    cites: ['G29', 'G30'],
  },
  {
    id: 'deactivate-deactivates',
    actions: ['okta.user.deactivate'],
    when: fromIdp,
    verdict: 'warn',
    remedy: 'go-ahead',
    cites: ['G29', 'G30'],
  },
  {
    // Okta Help, "Suspend users": their app assignments stay. Okta sends an app nothing of it, so that Spekit goes on as before.
    id: 'suspend-changes-nothing',
    actions: ['okta.user.suspend'],
    when: fromIdp,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G29', 'G30'],
  },
  {
    // Okta Help, "Deactivate and delete user accounts": only who is deactivated can be deleted, and it cannot be undone.
    id: 'delete-account-stays',
    actions: ['okta.user.delete'],
    when: fromIdp,
    verdict: 'warn',
    remedy: 'go-ahead',
    cites: ['G27', 'G28', 'G29', 'G30'],
  },
  {
    // Okta Help, "Convert an individual assignment to a group assignment": access is "group-managed" from then on.
    id: 'convert-hangs-on-group',
    actions: ['okta.user.convert'],
    when: ofAccount,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G29', 'G30'],
  },
  {
    id: 'group-assign-creates-viewers',
    actions: ['okta.group.assign'],
    when: always,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G23', 'G40', 'G55'],
  },
  {
    id: 'group-unassign-deactivates',
    actions: ['okta.group.unassign'],
    when: heardOf,
    verdict: 'warn',
    remedy: 'go-ahead',
    cites: ['G29', 'G30'],
  },

  // What the Spekit app in Okta is set to send
  {
    id: 'create-users-on',
    actions: ['okta.app.create-users-on'],
    when: ofAccount,
    verdict: 'inform',
    remedy: 'assign-in-okta',
    cites: ['G23', 'G40'],
  },
  {
    id: 'create-users-off',
    actions: ['okta.app.create-users-off'],
    when: ofAccount,
    verdict: 'warn',
    remedy: 'go-ahead',
    cites: ['G23', 'G40', 'G41'],
  },
  {
    id: 'deactivate-users-on',
    actions: ['okta.app.deactivate-users-on'],
    when: ofAccount,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G29', 'G30'],
  },
  {
    id: 'deactivate-users-off',
    actions: ['okta.app.deactivate-users-off'],
    when: ofAccount,
    verdict: 'warn',
    remedy: 'go-ahead',
    cites: ['G27', 'G28', 'G29', 'G30'],
  },
  {
    id: 'rename-groups-on',
    actions: ['okta.app.rename-groups-on'],
    when: ofAccount,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G50', 'G51'],
  },
  {
    id: 'rename-groups-off',
    actions: ['okta.app.rename-groups-off'],
    when: ofAccount,
    verdict: 'inform',
    remedy: 'go-ahead',
    cites: ['G50'],
  },
  {
    id: 'provisioning-off',
    actions: ['okta.app.provisioning-off'],
    when: ofAccount,
    verdict: 'warn',
    remedy: 'go-ahead',
    cites: ['G21', 'G24', 'G30', 'G69'],
  },

  // The connection
  {
    id: 'connect-production-only',
    actions: ['idp.connect'],
    when: (_, account) => account.type !== 'production',
    verdict: 'block',
    remedy: 'use-production',
    cites: ['G63', 'G64', 'G65', 'G66'],
  },
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];

/** Reasons of an `allow` that no row gives: nobody but the app itself owns the act, or the owner is not known yet. */
export type OpenReason = 'not-owned' | 'owner-unknown';
export type Reason = RuleId | OpenReason;
