import type { z } from 'zod';
import type { ApiError, StatusAnswer } from '../../contract/api.ts';
import type { activityAnswer, attentionAnswer } from '../../contract/attention.ts';
import type { Change } from '../../contract/changes.ts';
import type { Exchange } from '../../contract/exchange.ts';
import type { TeamFacts, UserFacts } from '../../contract/subjects.ts';
import type { WhyAnswer } from '../../contract/why.ts';

export type Attention = z.infer<typeof attentionAnswer>;
type Hours = z.infer<typeof activityAnswer>['hours'];

/** The instant that all the facts are told from: "synced 12 seconds ago" is true at it. */
export const now = '2026-11-24T16:20:12.000Z';
const synced = '2026-11-24T16:20:00.000Z';
const idpSync = { lastSyncedAt: synced, lastChangedAt: synced, refusal: null };
const noSync = { lastSyncedAt: null, lastChangedAt: null, refusal: null };

/** A team that Okta pushes, unless told otherwise; Spekit's own has no sync times. */
export function aTeam(facts: Partial<TeamFacts> = {}): TeamFacts {
  const owner = facts.owner ?? 'idp';
  return {
    kind: 'team',
    id: '5b1f6c1e-0000-4000-8000-00000000f001',
    owner,
    name: 'Account Executives',
    description: 'Closes new business in all regions',
    access: { allTopics: true, speksWithoutTopic: true },
    memberCount: 8,
    sameName: { idp: 0, spekit: 0 },
    releasedAt: null,
    since: '2026-10-02T08:30:00.000Z',
    sync: owner === 'idp' ? idpSync : noSync,
    ...facts,
  };
}

/** A person whom Okta assigned to Spekit, unless told otherwise. */
export function aUser(facts: Partial<UserFacts> = {}): UserFacts {
  const owner = facts.owner ?? 'idp';
  const email = facts.email ?? 'maya.lindqvist@acme.example';
  return {
    kind: 'user',
    id: '5b1f6c1e-0000-4000-8000-00000000e001',
    owner,
    userName: email,
    displayName: 'Maya Lindqvist',
    email,
    externalId: owner === 'idp' ? '00u1a2b3c4D5E6F7g8h9' : null,
    active: true,
    pending: false,
    invitedBy: owner === 'idp' ? 'idp' : 'direct',
    role: 'Viewer',
    teams: [],
    since: '2026-10-02T08:30:00.000Z',
    sync: owner === 'idp' ? idpSync : noSync,
    ...facts,
  };
}

/** A person who is assigned and active, and not in a team whose group is pushed, unless told otherwise. */
export function aWhyAnswer(facts: Partial<WhyAnswer> = {}): WhyAnswer {
  const held = (['connected', 'assigned', 'active', 'pushed', 'accepted'] as const).map(
    (check) => ({ check, state: 'yes', at: synced, detail: null }) as const,
  );
  return {
    user: aUser(),
    team: aTeam(),
    steps: [...held, { check: 'arrived', state: 'unknown', at: synced, detail: null }],
    next: 'add-to-group',
    ...facts,
  };
}

/** A request of Okta that was refused because of a reserved name, unless told otherwise. */
export function aRefusal(facts: Partial<Change> = {}): Change {
  return {
    seq: 41,
    at: '2026-11-24T16:12:30.000Z',
    source: 'okta',
    event: 'request.refused',
    outcome: 'refused',
    subject: { kind: 'team', id: null, name: 'all spekit users' },
    reason: 'group-push-reserved',
    detail: 'A group named all spekit users cannot be added to Spekit. Rename the group in Okta first, then push it.',
    facts: {},
    relayed: null,
    ...facts,
  };
}

/** A row of the history that was carried out: Okta pushed a group, unless told otherwise. */
export function aChange(facts: Partial<Change> = {}): Change {
  return {
    seq: 42,
    at: synced,
    source: 'okta',
    event: 'team.created',
    outcome: 'applied',
    subject: { kind: 'team', id: aTeam().id, name: 'Account Executives' },
    reason: null,
    detail: null,
    facts: {},
    relayed: null,
    ...facts,
  };
}

/** A connected production account, synced twelve seconds ago, with one refusal of today. */
export function aStatus(facts: Partial<StatusAnswer> = {}): StatusAnswer {
  return {
    api: 1,
    version: '0.1.0',
    now,
    account: { id: 'acme', type: 'production', connection: 'connected' },
    counts: { users: { idp: 34, spekit: 6, inactive: 2 }, teams: { idp: 9, spekit: 3 } },
    lastSync: { at: synced, outcome: 'applied' },
    lastSeen: synced,
    lastRefusal: aRefusal(),
    refusals: 1,
    seq: 42,
    ...facts,
  };
}

/** One of each thing that an admin should look at. */
export function anAttention(facts: Partial<Attention> = {}): Attention {
  const { reason, detail, at, subject } = aRefusal();
  return {
    refused: [{ reason: reason ?? '', detail: detail ?? '', newest: at, subjects: [{ kind: 'team', id: null, name: subject.name }] }],
    sameName: [{ name: 'Customer Success', idp: 1, spekit: 1 }],
    lastAdmin: { active: [{ id: aUser().id, name: aUser().displayName, owner: 'idp' }] },
    leftAlone: [{ team: { id: 't-alone', name: 'Beta Testers' }, members: 2, user: 'Gregory Stone' }],
    seq: 42,
    ...facts,
  };
}

/** A day in which Okta sent something in two hours, and in one of them something that was refused. */
export function someHours(): Hours {
  const first = Date.parse(now) - 23 * 3_600_000;
  return Array.from({ length: 24 }, (_, nth) => ({
    from: new Date(first + nth * 3_600_000 - (first % 3_600_000)).toISOString(),
    changes: nth === 23 ? 12 : nth === 20 ? 5 : 0,
    refused: nth === 23 ? 1 : 0,
    delay: null,
  }));
}

/** The same day of a companion that passes on what Okta sends: Spekit was slow once. */
export function relayedHours(): Hours {
  return someHours().map((hour) => ({
    ...hour,
    delay:
      hour.changes === 0
        ? null
        : { changes: hour.changes, mean: hour.changes === 5 ? 240 : 1_310, longest: hour.changes === 5 ? 400 : 8_200 },
  }));
}

/** An answer that is not 2xx; without arguments the one to a wrong token. */
export function anError(facts: Partial<ApiError['error']> = {}): ApiError {
  return { error: { code: 'unauthorized', detail: 'This access token is not known. Copy the admin token again.', ...facts } };
}

/** Okta creating Maya, unless told otherwise. */
export function anExchange(facts: Partial<Exchange> = {}): Exchange {
  const sent = { userName: 'maya@acme.example', name: { givenName: 'Maya', familyName: 'Lindqvist' }, active: true };
  return {
    at: synced,
    changes: { first: 42, last: 42 },
    bulk: false,
    request: { method: 'POST', path: '/scim/v2/Users', body: JSON.stringify({ ...sent, password: '•••' }), remark: null },
    answer: { status: 201, body: JSON.stringify({ id: 'u-maya', ...sent }), remark: null },
    ...facts,
  };
}
