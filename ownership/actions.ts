// ownership/ answers one question: who owns this action on this subject?
// What may enter: pure tables and functions of codes. No I/O, no DOM, no framework, no sentences.
// Imports nothing from the rest of the house; the companion enforces it, the extension explains it.

/** Every act that Sourcemark has a rule for, named `<app>.<subject>.<act>`. Stable: they appear in API errors and in the history. */
export const actions = [
  'spekit.user.delete',
  'spekit.user.deactivate',
  'spekit.user.edit-profile',
  'spekit.user.change-role',
  'spekit.user.invite-salesforce',
  'spekit.user.invite-direct',
  'spekit.team.rename',
  'spekit.team.delete',
  'spekit.team.edit-description',
  'spekit.team.edit-access',
  'spekit.team.add-member',
  'spekit.team.remove-member',
  'spekit.team.create',
  'okta.group.push',
  'okta.group.create',
  'okta.group.rename',
  'okta.group.delete',
  'okta.group.unlink',
  'okta.group.add-member',
  'okta.group.remove-member',
  'okta.group.pause',
  'okta.group.push-now',
  'okta.group.resume',
  'okta.group.retry',
  'okta.group.assign',
  'okta.group.unassign',
  'okta.rule.create',
  'okta.rule.delete',
  'okta.user.assign',
  'okta.user.unassign',
  'okta.user.deactivate',
  'okta.user.suspend',
  'okta.user.delete',
  'okta.user.convert',
  'okta.app.create-users-on',
  'okta.app.create-users-off',
  'okta.app.deactivate-users-on',
  'okta.app.deactivate-users-off',
  'okta.app.rename-groups-on',
  'okta.app.rename-groups-off',
  'okta.app.provisioning-off',
  'idp.connect',
] as const;

export type Action = (typeof actions)[number];

/** Settings of the Spekit app in Okta that decide what reaches Spekit. */
export const oktaSettings = ['scim-provisioning', 'create-users', 'update-attributes', 'deactivate-users', 'rename-app-groups'] as const;
export type OktaSetting = (typeof oktaSettings)[number];

/** `allow`: say nothing. `inform`: a quiet notice, nothing is held. `warn`: ask first. `block`: it cannot be done here. */
export type Verdict = 'allow' | 'inform' | 'warn' | 'block';

/** Who owns a user or a team. `unknown` until the companion has answered: ownership is known, never guessed. */
export type Owner = 'idp' | 'spekit' | 'unknown';

export const roles = ['Viewer', 'Expert', 'Team Admin', 'Account Admin'] as const;
/** Spekit's roles. A user from the IdP is a Viewer until an Account Admin changes it. */
export type Role = (typeof roles)[number];

/** The stronger role has the higher number. */
export function rankOfRole(role: Role): number {
  return roles.indexOf(role);
}

export const connections = ['not-connected', 'staging', 'connected'] as const;
export type Connection = (typeof connections)[number];

export const accountTypes = ['production', 'sandbox', 'additional'] as const;
export type AccountType = (typeof accountTypes)[number];

export interface Account {
  type: AccountType;
  connection: Connection;
  /** The role of the person who acts, where it is known. */
  actorRole?: Role;
}

export interface UserSubject {
  kind: 'user';
  owner: Owner;
  active?: boolean;
}

export interface TeamSubject {
  kind: 'team';
  owner: Owner;
  /** The name it has, or (for `spekit.team.create`) the name it is to have. */
  name?: string;
  /** For `spekit.team.create`: a team from the IdP has that name already. */
  idpTeamOfThatName?: boolean;
}

export interface GroupSubject {
  kind: 'group';
  name: string;
  /** The new name, for `okta.group.rename`. */
  newName?: string;
  /** Whether Okta pushes this group to Spekit, as far as the companion knows. */
  pushed: boolean | 'unknown';
  /** A team that is Spekit's own has that name. */
  spekitTeamOfThatName?: boolean;
}

export interface AccountSubject {
  kind: 'account';
}

export type Subject = UserSubject | TeamSubject | GroupSubject | AccountSubject;
