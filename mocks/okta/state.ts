/** What the stand-in org knows, as plain data: it is kept as JSON and shown to the console's pages. Instants are RFC 3339, UTC. */

export type Flavour = 'put' | 'patch';

export interface Person {
  /** `00u…`, what SCIM receives as `externalId`. */
  id: string;
  firstName: string;
  lastName: string;
  /** Login and primary email are the same in this org. */
  email: string;
  title: string;
  department: string;
  status: 'Active' | 'Suspended' | 'Deactivated';
  created: string;
}

export interface Group {
  /** `00g…` */
  id: string;
  name: string;
  description: string;
  memberIds: string[];
  created: string;
  updated: string;
}

export interface Assignment {
  personId: string;
  /** The id that the app gave this person; Okta calls it the app user's external id. Null until provisioned. */
  scimId: string | null;
  state: 'provisioning' | 'provisioned' | 'failed';
  error: string | null;
  at: string;
  /** The group whose assignment gave it; left out for an individual one. */
  groupId?: string;
}

export interface PushMapping {
  id: string;
  groupId: string;
  /** The group's name in the app, as it was last pushed. */
  appGroupName: string;
  /** The id that the app gave the group. Null until the first push succeeded. */
  scimId: string | null;
  status: 'Active' | 'Inactive' | 'Error';
  /** A push of it is waiting or under way. */
  pushing: boolean;
  /** Members are pushed along; otherwise the group is pushed empty until *Push now*. */
  memberships: boolean;
  /** How the target came about: the console's "Match result & push action". */
  action: 'Create Group' | 'Link Group';
  ruleId: string | null;
  /** SCIM ids of the members that the app was last sent, which a PATCH takes its difference from. */
  sent: string[];
  lastPush: string | null;
  error: string | null;
  failedAt: string | null;
}

export interface PushRule {
  id: string;
  name: string;
  operator: RuleOperator;
  /** Of the group's name; '' where the rule does not go by it. */
  value: string;
  /** Of the group's description, where the rule goes by that too. */
  description?: { operator: RuleOperator; value: string } | undefined;
}

export type RuleOperator = 'STARTS_WITH' | 'ENDS_WITH' | 'CONTAINS';

export interface App {
  /** `0oa…` */
  id: string;
  /** The part of the URL before `/instance/`. */
  name: string;
  label: string;
  status: 'Active' | 'Inactive';
  /** `scim` speaks to the companion; `built-in` is another product's own connector, whose far side is not played here. */
  connector: 'scim' | 'built-in';
  flavour: Flavour;
  /** Group Push Settings: "Rename app groups to match group name in Okta". */
  renameAppGroups: boolean;
  /** General > App Settings > Provisioning; left out: SCIM. */
  provisioning?: 'scim' | 'none';
  /** Groups that assign the app, in the order of their priority. */
  assignedGroups?: string[];
  /** Provisioning > To App. */
  toApp: { create: boolean; update: boolean; deactivate: boolean };
  assignments: Assignment[];
  mappings: PushMapping[];
  rules: PushRule[];
}

/** Something that Okta could not do by itself and left to the admin (Dashboard > Tasks). */
export interface Task {
  id: string;
  at: string;
  text: string;
}

export interface OrgState {
  people: Person[];
  groups: Group[];
  apps: App[];
  tasks: Task[];
}

/** What the console's pages are given at each question. */
export interface ConsoleView extends OrgState {
  /** Grows with each change; also the answer's ETag. */
  version: number;
  /** Where the connector points, shown under Provisioning > Integration. */
  scimBaseUrl: string;
}

/** Whether anything is provisioned or pushed to the app. */
export const sends = (app: App): boolean => app.status === 'Active' && app.provisioning !== 'none';

export const fullName = (person: Person): string => `${person.firstName} ${person.lastName}`;
