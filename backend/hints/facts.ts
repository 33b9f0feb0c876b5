// hints/ answers the extension and carries out what the Spekit side does, as `contract/` says.
// What may enter: routes of the hints API and what turns rows into its facts. Acts stand in `directory/`, SQL in `store/`.
import { type Change, changeSchema } from '../../contract/changes.ts';
import type { SyncFacts, TeamFacts, UserFacts } from '../../contract/subjects.ts';
import type { Reads } from '../store/access.ts';
import { memberCount, teamsOf } from '../store/reads/members.ts';
import { sameNamed } from '../store/reads/subjects.ts';
import type { ChangeRow, Ms, TeamRow, UserRow } from '../store/rows.ts';

export async function userFacts(reads: Reads, account: string, row: UserRow): Promise<UserFacts> {
  const teams = await teamsOf(reads, account, row.id);
  return {
    kind: 'user',
    id: row.id,
    owner: row.owner,
    userName: row.user_name,
    displayName: row.display_name,
    email: row.email,
    externalId: row.external_id,
    active: row.active === 1,
    pending: row.pending === 1,
    invitedBy: row.invited_by,
    role: row.role,
    teams: teams.map(({ id, name, owner }) => ({ id, name, owner, role: row.role })),
    since: iso(row.created_at),
    sync: syncFacts(row),
  };
}

export async function teamFacts(reads: Reads, account: string, row: TeamRow): Promise<TeamFacts> {
  return {
    kind: 'team',
    id: row.id,
    owner: row.owner,
    name: row.name,
    description: row.description,
    access: { allTopics: row.all_topics === 1, speksWithoutTopic: row.speks_without_topic === 1 },
    memberCount: await memberCount(reads, account, row.id),
    sameName: await sameNamed(reads, account, row),
    releasedAt: isoOrNull(row.released_at),
    since: iso(row.created_at),
    sync: syncFacts(row),
  };
}

export async function eachOf<Row, Facts>(rows: readonly Row[], facts: (row: Row) => Promise<Facts>): Promise<Facts[]> {
  const all: Facts[] = [];
  for (const row of rows) all.push(await facts(row));
  return all;
}

export function change(row: ChangeRow): Change {
  return {
    seq: row.seq,
    at: iso(row.at),
    source: row.source,
    event: row.event,
    outcome: row.outcome,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    reason: row.reason,
    detail: row.detail,
    facts: changeSchema.shape.facts.parse(JSON.parse(row.facts)),
    relayed: row.relayed_ms,
  };
}

export function refusalFacts(refusal: { at: Ms; reason: string; detail: string } | undefined): SyncFacts['refusal'] {
  return refusal === undefined ? null : { at: iso(refusal.at), reason: refusal.reason, detail: refusal.detail };
}

export function iso(at: Ms): string {
  return new Date(at).toISOString();
}

export function isoOrNull(at: Ms | null): string | null {
  return at === null ? null : iso(at);
}

type SyncColumns = Pick<UserRow, 'synced_at' | 'changed_at' | 'refusal_at' | 'refusal_reason' | 'refusal_detail'>;

function syncFacts(row: SyncColumns): SyncFacts {
  const refusal =
    row.refusal_at === null ? null : { at: iso(row.refusal_at), reason: row.refusal_reason ?? '', detail: row.refusal_detail ?? '' };
  return { lastSyncedAt: isoOrNull(row.synced_at), lastChangedAt: isoOrNull(row.changed_at), refusal };
}
