import type { MappingDecision } from '../../contract/mapping.ts';
import { isObject, type ScimObject } from '../scim/value.ts';
import type { Reads } from '../store/access.ts';
import { mappingDecisions, mappingState } from '../store/reads/mapping.ts';
import * as subjects from '../store/reads/mapping-subjects.ts';
import type { Ms } from '../store/rows.ts';
import { addressKey } from './keys.ts';
import type { OktaTeam, OktaUser, SpekitTeam, SpekitUser } from './subjects.ts';

/** Carries out a piece of reading: on a state of its own, or in a transaction that is open already. */
export type Read = <T>(work: (reads: Reads) => Promise<T>) => Promise<T>;

export interface Compared {
  spekitUsers: SpekitUser[];
  oktaUsers: OktaUser[];
  spekitTeams: SpekitTeam[];
  oktaTeams: OktaTeam[];
}

const page = 1000;
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Everybody and everything that is compared, a page at a time, so that nobody waits for long. */
export async function loadCompared(read: Read, account: string): Promise<Compared> {
  return {
    spekitUsers: await paged((after) => read((reads) => subjects.spekitUsersAfter(reads, account, after, page)), spekitUser),
    oktaUsers: await paged((after) => read((reads) => subjects.oktaUsersAfter(reads, account, after, page)), oktaUser),
    spekitTeams: await read((reads) => subjects.spekitTeams(reads, account)),
    oktaTeams: await read((reads) => subjects.oktaTeams(reads, account)),
  };
}

export interface Said {
  /** What an admin decided, by kind and id. */
  decisions: Map<string, { decision: MappingDecision; oktaId: string | null; at: Ms }>;
  rules: string | null;
  version: number;
}

export async function loadSaid(reads: Reads, account: string): Promise<Said> {
  const { rules, version } = await mappingState(reads, account);
  const rows = await mappingDecisions(reads, account);
  return {
    rules,
    version,
    decisions: new Map(rows.map((row) => [`${row.kind} ${row.id}`, { decision: row.decision, oktaId: row.okta_id, at: row.at }])),
  };
}

async function paged<Row extends { id: string }, Made>(ask: (after: string) => Promise<Row[]>, make: (row: Row) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (let after = ''; ; ) {
    const rows = await ask(after);
    for (const row of rows) made.push(make(row));
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return made;
    after = last.id;
    await new Promise((next) => setImmediate(next));
  }
}

function spekitUser(row: subjects.SpekitUserRow): SpekitUser {
  return {
    id: row.id,
    userName: row.user_name,
    name: row.display_name,
    // Nearly always the same text: it is held once.
    email: row.email === row.user_name ? row.user_name : row.email,
    active: row.active === 1,
    role: row.role,
    source: row.invited_by,
    salesforceId: row.salesforce_id,
    federationId: row.federation_id,
  };
}

function oktaUser(row: subjects.OktaUserRow): OktaUser {
  const { emails, number } = row.resource === null ? { emails: [row.email], number: null } : named(JSON.parse(row.resource) as ScimObject);
  return {
    id: row.id,
    userName: row.user_name,
    name: row.display_name,
    email: row.email === row.user_name ? row.user_name : row.email,
    addresses: exactly([...new Set([row.user_name, ...emails])].filter((text) => addressKey(text) !== null) as string[]),
    identifiers: exactly([row.external_id, number].filter((text): text is string => typeof text === 'string' && text !== '')),
    active: row.active === 1,
    role: row.role,
    pending: row.pending === 1,
  };
}

const nothing: readonly string[] = [];

/** The same list without the room that an engine keeps for more, which of a hundred thousand lists is more than what is in them. */
function exactly(list: readonly string[]): readonly string[] {
  return list.length === 0 ? nothing : list.slice();
}

/** What a resource says of who somebody is, beyond the columns. */
function named(resource: ScimObject): { emails: (string | null)[]; number: unknown } {
  const emails = Array.isArray(resource['emails']) ? resource['emails'] : [];
  const values = emails.map((email) => (isObject(email) ? email['value'] : null));
  const extension = resource[enterprise];
  return {
    emails: values.map((value) => (typeof value === 'string' ? value : null)),
    number: isObject(extension) ? extension['employeeNumber'] : null,
  };
}
