import { apiVersion, type LookupAnswer, type SearchAnswer, type StatusAnswer } from '../../contract/api.ts';
import type { ChangesPage } from '../../contract/changes.ts';
import type { OperationAnswer, OperationInput } from '../../contract/operations.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Reads } from '../store/access.ts';
import { account } from '../store/reads/accounts.ts';
import { changesAfter, newestChanges } from '../store/reads/changes.ts';
import { teamsLike, teamsPage, usersLike, usersPage } from '../store/reads/directory-pages.ts';
import { lastRefusal, refusalsSince } from '../store/reads/status.ts';
import { change, eachOf, iso, isoOrNull, teamFacts, userFacts } from './facts.ts';
import { lookUp } from './lookup.ts';

const day = 24 * 60 * 60 * 1000;
/** So many of the newest changes are looked through for those of one subject. */
const recent = 1_000;

// What the hints API answers, each from one state of the database.

export async function status(reads: Reads, id: string, version: string): Promise<StatusAnswer> {
  const now = Date.now();
  const { type, connection, seq, last_seen_at, last_sync_at, last_sync_outcome, ...counted } = await account(reads, id);
  const refused = await lastRefusal(reads, id);
  return {
    api: apiVersion,
    version,
    now: iso(now),
    account: { id, type, connection },
    counts: {
      users: { idp: counted.idp_users, spekit: counted.spekit_users, inactive: counted.inactive_users },
      teams: { idp: counted.idp_teams, spekit: counted.spekit_teams },
    },
    lastSync: last_sync_at === null || last_sync_outcome === null ? null : { at: iso(last_sync_at), outcome: last_sync_outcome },
    lastSeen: isoOrNull(last_seen_at),
    lastRefusal: refused === undefined ? null : change(refused),
    refusals: await refusalsSince(reads, id, now - day),
    seq,
  };
}

export async function lookup(
  reads: Reads,
  id: string,
  { subjects }: OperationInput<'lookup'>['body'],
  mapping: Pick<Mapping, 'foretold'>,
): Promise<LookupAnswer> {
  const { seq, connection } = await account(reads, id);
  const foretells = connection === 'staging' ? await mapping.foretold(reads, seq) : null;
  return { answers: await eachOf(subjects, (query) => lookUp(reads, id, query, foretells)), seq };
}

export async function changes(reads: Reads, id: string, query: OperationInput<'changes'>['query']): Promise<ChangesPage> {
  const { seq } = await account(reads, id);
  const { after, limit, newest, subject } = query;
  if (newest === 'true' && subject !== undefined) {
    // Of one subject the log has no index: what is asked is its last change, and that of old is no news.
    const about = (await newestChanges(reads, id, after, recent)).filter((row) => row.subject_id === subject);
    return { changes: about.slice(-limit).map(change), seq, more: false };
  }
  if (newest === 'true') return { changes: (await newestChanges(reads, id, after, limit)).map(change), seq, more: false };
  const rows = await changesAfter(reads, id, after, limit + 1);
  return { changes: rows.slice(0, limit).map(change), seq, more: rows.length > limit };
}

export async function search(reads: Reads, id: string, { q, limit }: OperationInput<'search'>['query']): Promise<SearchAnswer> {
  const { seq } = await account(reads, id);
  const teams = await teamsLike(reads, id, q, limit);
  const users = await usersLike(reads, id, q, limit);
  // Half of the places for each kind, and what one kind leaves free for the other.
  const teamPlaces = Math.max(limit - users.length, Math.ceil(limit / 2));
  const shownTeams = teams.slice(0, Math.min(teams.length, teamPlaces));
  const shownUsers = users.slice(0, limit - shownTeams.length);
  return {
    subjects: [
      ...(await eachOf(shownTeams, (row) => teamFacts(reads, id, row))),
      ...(await eachOf(shownUsers, (row) => userFacts(reads, id, row))),
    ],
    seq,
  };
}

export async function listUsers(
  reads: Reads,
  id: string,
  page: OperationInput<'listUsers'>['query'],
): Promise<OperationAnswer<'listUsers'>> {
  const { seq, idp_users, spekit_users } = await account(reads, id);
  const rows = await usersPage(reads, id, page.offset, page.limit);
  return { users: await eachOf(rows, (row) => userFacts(reads, id, row)), total: idp_users + spekit_users, seq };
}

export async function listTeams(
  reads: Reads,
  id: string,
  page: OperationInput<'listTeams'>['query'],
): Promise<OperationAnswer<'listTeams'>> {
  const { seq, idp_teams, spekit_teams } = await account(reads, id);
  const rows = await teamsPage(reads, id, page.offset, page.limit);
  return { teams: await eachOf(rows, (row) => teamFacts(reads, id, row)), total: idp_teams + spekit_teams, seq };
}
