import type { ChangeEvent } from '../../contract/changes.ts';
import type { BodyRemark } from '../../contract/exchange.ts';
import type { AccountType, Connection, Role } from '../../ownership/actions.ts';

/** An instant in ms since 1970. */
export type Ms = number;
export type Flag = 0 | 1;
/** Whose a subject is. The companion always knows. */
export type Keeper = 'idp' | 'spekit';
export type SyncOutcome = 'applied' | 'unchanged' | 'refused';

export interface AccountRow {
  id: string;
  type: AccountType;
  connection: Connection;
  created_at: Ms;
  seq: number;
  last_seen_at: Ms | null;
  last_sync_at: Ms | null;
  last_sync_outcome: SyncOutcome | null;
  idp_users: number;
  spekit_users: number;
  inactive_users: number;
  idp_teams: number;
  spekit_teams: number;
}

interface SyncColumns {
  version: number;
  created_at: Ms;
  modified_at: Ms;
  /** When Okta last sent it, also when nothing changed by that. */
  synced_at: Ms | null;
  /** When Okta last changed it. */
  changed_at: Ms | null;
  /** The newest refused request about it that no success has solved since. */
  refusal_at: Ms | null;
  refusal_reason: string | null;
  refusal_detail: string | null;
}

export interface UserRow extends SyncColumns {
  id: string;
  owner: Keeper;
  user_name: string;
  display_name: string;
  email: string | null;
  external_id: string | null;
  active: Flag;
  pending: Flag;
  invited_by: 'idp' | 'direct' | 'salesforce';
  role: Role;
  /** JSON of what the client may write of the SCIM resource. */
  resource: string;
}

export interface TeamRow extends SyncColumns {
  id: string;
  owner: Keeper;
  name: string;
  external_id: string | null;
  description: string;
  all_topics: Flag;
  speks_without_topic: Flag;
  /** JSON of what the client may write of the SCIM resource, without the members. */
  resource: string;
  released_at: Ms | null;
}

/** The columns that make a SCIM resource. */
export const shownOfUser = 'id, version, created_at, modified_at, role, pending, resource';
export type ShownUser = Pick<UserRow, 'id' | 'version' | 'created_at' | 'modified_at' | 'role' | 'pending' | 'resource'>;

/** The columns that are looked at when Okta sends a user that it knows. */
export const knownOfUser = `${shownOfUser}, user_name, display_name, email, external_id, active, refusal_at`;
export type KnownUser = ShownUser & Pick<UserRow, 'user_name' | 'display_name' | 'email' | 'external_id' | 'active' | 'refusal_at'>;

export const shownOfTeam = 'id, version, created_at, modified_at, description, all_topics, speks_without_topic, resource';
export type ShownTeam = Pick<
  TeamRow,
  'id' | 'version' | 'created_at' | 'modified_at' | 'description' | 'all_topics' | 'speks_without_topic' | 'resource'
>;

export interface ChangeRow {
  seq: number;
  at: Ms;
  source: 'okta' | 'spekit' | 'companion';
  event: ChangeEvent;
  outcome: SyncOutcome;
  subject_kind: 'user' | 'team' | 'account';
  subject_id: string | null;
  subject_name: string;
  reason: string | null;
  detail: string | null;
  /** JSON. */
  facts: string;
  /** Ms that Spekit took over the request, where it was passed on. */
  relayed_ms: number | null;
}

/** A request of Okta's and its answer, from the first to the last row of the log that came of it. */
export interface ExchangeRow {
  first_seq: number;
  last_seq: number;
  at: Ms;
  bulk: Flag;
  method: string;
  address: string;
  request: string | null;
  request_remark: BodyRemark | null;
  status: number;
  answer: string | null;
  answer_remark: BodyRemark | null;
}
