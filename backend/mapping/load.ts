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
  const spekitUsers = await paged((after) => read((reads) => subjects.spekitUsersAfter(reads, account, after, page)), spekitUser);
  const identified = spekitUsers.some(({ salesforceId, federationId }) => salesforceId !== null || federationId !== null);
  return {
    spekitUsers,
    oktaUsers: await paged(
      (after) => read((reads) => subjects.oktaUsersAfter(reads, account, after, page)),
      (row) => oktaUser(row, identified),
    ),
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
    role: onceOf(row.role),
    source: onceOf(row.invited_by),
    salesforceId: row.salesforce_id,
    federationId: row.federation_id,
  };
}

/** @param identified Whether anybody of Spekit's is known by more than names and addresses: else Okta's identifiers are not held. */
function oktaUser(row: subjects.OktaUserRow, identified: boolean): OktaUser {
  const { emails, number } = row.resource === null ? { emails: [row.email], number: null } : named(JSON.parse(row.resource) as ScimObject);
  return {
    id: row.id,
    userName: row.user_name,
    name: row.display_name,
    email: row.email === row.user_name ? row.user_name : row.email,
    addresses: addressesOf(row.user_name, emails),
    identifiers: identified ? exactly([row.external_id, number].filter(isText)) : nothing,
    active: row.active === 1,
    role: onceOf(row.role),
    pending: row.pending === 1,
  };
}

function addressesOf(userName: string, emails: readonly (string | null)[]): readonly string[] {
  const all = emails.every((email) => email === userName) ? [userName] : [...new Set([userName, ...emails])];
  return exactly(all.filter((text): text is string => addressKey(text) !== null));
}

const nothing: readonly string[] = [];
const words = new Map<string, string>();

/** The same word, of which there are a few, held once: a database gives each row one of its own. */
function onceOf<Word extends string>(word: Word): Word {
  if (!words.has(word)) words.set(word, word);
  return words.get(word) as Word;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

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
